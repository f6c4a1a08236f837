/// Whole-number programs with few rows: the simplex proposes, branching decides, integers are checked.
///
/// Floating point only ever proposes: a solution is rounded and checked against every row in integers before it is
/// believed, and an infeasible relaxation is believed when its multipliers, rounded to whole numbers, prove it exactly;
/// otherwise GLPK's exact rational simplex is asked.
final class IntegerProgram {
    enum Outcome: Equatable {
        case solution([Int])
        case infeasible
        /// The search went beyond its bounds.
        case undecided
    }

    static let nodeMax = 4000

    let columns: [[RowUse]]
    var rowLower: [Int]
    var rowUpper: [Int]
    var lower: [Int]
    var upper: [Int]
    private let simplex: BoundedSimplex
    private var nodesLeft = 0
    private var incumbent: [Int]?
    private var incumbentCost = Double.infinity
    private var costs: [Double]
    private var stopsAtFirst = true
    /// Row multipliers that prove the last infeasible relaxation; nil when it was refused by branching only.
    private(set) var proof: [Int]?
    private(set) var solveCount = 0

    /// Multipliers are rounded to multiples of this fraction.
    static let proofScale = 1_048_576.0
    /// Larger multipliers, or such as are no numbers, prove nothing.
    static let multiplierMax = 1e9

    init(columns: [[RowUse]], rowLower: [Int], rowUpper: [Int], lower: [Int], upper: [Int]) {
        self.columns = columns
        self.rowLower = rowLower
        self.rowUpper = rowUpper
        self.lower = lower
        self.upper = upper
        costs = Array(repeating: 0, count: columns.count)
        simplex = BoundedSimplex(
            rowCount: rowLower.count,
            columns: columns.map { $0.map { (Int($0.row), Double($0.count)) } }
        )
    }

    /// Finds whole numbers within the bounds of columns and rows; with `costs`, the cheapest.
    func solve(costs: [Double]? = nil) -> Outcome {
        solveCount += 1
        proof = nil
        incumbent = nil
        incumbentCost = .infinity
        stopsAtFirst = costs == nil
        self.costs = costs ?? Array(repeating: 0, count: columns.count)
        nodesLeft = Self.nodeMax
        for column in columns.indices { if lower[column] > upper[column] { return .infeasible } }
        for row in rowLower.indices { if rowLower[row] > rowUpper[row] { return .infeasible } }
        applyBounds()
        let isComplete = search(isRoot: true, change: .anything)
        if let incumbent, isComplete || stopsAtFirst { return .solution(incumbent) }
        if isComplete { return .infeasible }
        return GlpkProgram.solve(self, costs: costs)
    }

    /// The relaxation alone: the cheapest fractional values, nil when there are none.
    func relaxation(costs: [Double]) -> [Double]? {
        self.costs = costs
        applyBounds()
        guard simplex.minimise() == .optimal else { return nil }
        return columns.indices.map { simplex.value[$0] }
    }

    private func applyBounds() {
        for column in columns.indices {
            simplex.lower[column] = Double(lower[column])
            simplex.upper[column] = Double(upper[column])
            simplex.cost[column] = costs[column]
        }
        for row in rowLower.indices { simplex.setRow(row, Self.real(rowLower[row]), Self.real(rowUpper[row])) }
    }

    private static func real(_ bound: Int) -> Double {
        bound >= QuotaRow.unlimited ? .infinity : bound <= -QuotaRow.unlimited ? -.infinity : Double(bound)
    }

    // MARK: - Branching

    /// True when the part below was searched completely.
    private func search(isRoot: Bool, change: BoundedSimplex.Change) -> Bool {
        nodesLeft -= 1
        guard nodesLeft >= 0 else { return false }
        switch simplex.minimise(change) {
        case .optimal: break
        case .infeasible: return !isRoot || provesInfeasible()
        case .unbounded, .trouble:
            simplex.startFromRows()
            guard simplex.minimise() == .optimal else { return false }
        }
        var objective = 0.0
        if !stopsAtFirst { for column in columns.indices { objective += costs[column] * simplex.value[column] } }
        let branching = mostFractional()
        if objective > incumbentCost - 1e-6 { return true }
        guard branching >= 0 else { return accept(objective) }
        return branch(on: branching)
    }

    /// The column furthest from a whole number, -1 when all are whole. Whoever is not basic lies on a bound, which is whole.
    private func mostFractional() -> Int {
        var found = -1
        var distance = 1e-6
        for place in rowLower.indices {
            let column = Int(simplex.basis[place])
            guard column < columns.count else { continue }
            let at = simplex.value[column]
            let gap = abs(at - at.rounded())
            if gap > distance || (gap == distance && column < found) {
                distance = gap
                found = column
            }
        }
        return found
    }

    private func accept(_ objective: Double) -> Bool {
        guard columns.indices.allSatisfy({ abs(simplex.value[$0]) < Double(QuotaRow.unlimited) * 2 }) else {
            return false
        }
        let values = columns.indices.map { Int(simplex.value[$0].rounded()) }
        guard isValid(values) else { return false }
        incumbent = values
        incumbentCost = objective
        return true
    }

    private func branch(on column: Int) -> Bool {
        let at = simplex.value[column]
        let down = at.rounded(.down)
        let (low, high) = (simplex.lower[column], simplex.upper[column])
        var isComplete = true
        let upFirst = at - down > 0.5
        for side in 0..<2 {
            if (side == 0) == upFirst {
                simplex.lower[column] = down + 1
            } else {
                simplex.upper[column] = down
            }
            // On the way down the column is still basic; after the way back up it may not be.
            if !search(isRoot: false, change: side == 0 ? .basicBounds : .bounds) { isComplete = false }
            simplex.lower[column] = low
            simplex.upper[column] = high
            if stopsAtFirst && incumbent != nil { return true }
            if nodesLeft <= 0 { return false }
        }
        return isComplete
    }

    /// Whether the values meet every bound, in integers wide enough for any record.
    func isValid(_ values: [Int]) -> Bool {
        var activity = [Int128](repeating: 0, count: rowLower.count)
        for (column, uses) in columns.enumerated() {
            guard values[column] >= lower[column], values[column] <= upper[column] else { return false }
            if values[column] == 0 { continue }
            for use in uses { activity[Int(use.row)] += Int128(use.count) * Int128(values[column]) }
        }
        return activity.indices.allSatisfy {
            activity[$0] >= Int128(rowLower[$0]) && activity[$0] <= Int128(rowUpper[$0])
        }
    }

    // MARK: - Proofs

    private func provesInfeasible() -> Bool {
        guard rowLower.indices.allSatisfy({ abs(simplex.multipliers[$0]) < Self.multiplierMax }) else { return false }
        for sign in [1.0, -1.0] {
            let rounded = rowLower.indices.map { Int((sign * simplex.multipliers[$0] * Self.proofScale).rounded()) }
            if let slack = slack(of: rounded), slack < 0 {
                proof = rounded
                return true
            }
        }
        return false
    }

    /// The most the rows allow less the least the columns force, in integers; below 0 proves that nothing is valid.
    /// Nil when a multiplier leans on a bound that does not exist.
    func slack(of multipliers: [Int]) -> Int128? {
        var allowed: Int128 = 0
        for row in rowLower.indices where multipliers[row] != 0 {
            let bound = multipliers[row] > 0 ? rowUpper[row] : rowLower[row]
            guard abs(bound) < QuotaRow.unlimited else { return nil }
            allowed += Int128(multipliers[row]) * Int128(bound)
        }
        var forced: Int128 = 0
        for column in columns.indices {
            let weight = weight(of: column, multipliers)
            forced += weight * Int128(weight > 0 ? lower[column] : upper[column])
        }
        return allowed - forced
    }

    /// What one more of the column costs under the multipliers.
    func weight(of column: Int, _ multipliers: [Int]) -> Int128 {
        columns[column].reduce(0) { $0 + Int128(multipliers[Int($1.row)]) * Int128($1.count) }
    }
}
