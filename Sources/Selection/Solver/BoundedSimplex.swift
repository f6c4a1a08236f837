/// A primal simplex for few rows and many columns with bounds on both, started warm from its last basis.
///
/// Minimises `cost · x` subject to `lower <= x <= upper` and `rowLower <= A x <= rowUpper`. Row activities are variables
/// of their own, so the starting basis is always there; phase 1 minimises the sum of infeasibilities, and its row
/// multipliers prove infeasibility. The inverse of the basis is kept dense: R*R numbers, R being about a hundred at most.
/// Everything is in the order of the input, so the same input gives the same steps.
final class BoundedSimplex {
    enum Status {
        case optimal, infeasible, unbounded, trouble
    }

    static let feasibilityTolerance = 1e-9
    static let costTolerance = 1e-9
    static let pivotTolerance = 1e-9
    static let pivotsBetweenRefactorings = 80
    static let degenerateStepsBeforeBland = 60

    let rowCount: Int
    let columnCount: Int
    /// Columns after one another: where each starts, its rows, its values.
    let starts: [Int]
    let rowIndex: [Int32]
    let coefficient: [Double]
    /// Structural variables first, then the row activities.
    var lower: [Double]
    var upper: [Double]
    var cost: [Double]
    var value: [Double]
    var isAtUpper: [Bool]
    /// Place in the basis, -1 outside of it.
    var place: [Int]
    var basis: [Int]
    /// Column-major inverse of the basis.
    var inverse: [Double]
    /// Row multipliers of the last solve: prices when optimal, the proof when infeasible.
    var multipliers: [Double]
    var pivotsSinceRefactoring = 0
    /// Pivots of all solves, for figures.
    private(set) var pivotCount = 0
    private var basicCost: [Double]
    private var direction: [Double]

    init(rowCount: Int, columns: [[(row: Int, value: Double)]]) {
        self.rowCount = rowCount
        columnCount = columns.count
        var starts = [0]
        var rowIndex: [Int32] = []
        var coefficient: [Double] = []
        for column in columns {
            for entry in column {
                rowIndex.append(Int32(entry.row))
                coefficient.append(entry.value)
            }
            starts.append(rowIndex.count)
        }
        self.starts = starts
        self.rowIndex = rowIndex
        self.coefficient = coefficient
        let all = columns.count + rowCount
        lower = Array(repeating: 0, count: all)
        upper = Array(repeating: 0, count: all)
        cost = Array(repeating: 0, count: all)
        value = Array(repeating: 0, count: all)
        isAtUpper = Array(repeating: false, count: all)
        place = Array(repeating: -1, count: all)
        basis = []
        inverse = []
        multipliers = Array(repeating: 0, count: rowCount)
        basicCost = Array(repeating: 0, count: rowCount)
        direction = Array(repeating: 0, count: rowCount)
        startFromRows()
    }

    func setRow(_ row: Int, _ low: Double, _ high: Double) {
        lower[columnCount + row] = low
        upper[columnCount + row] = high
    }

    /// Back to the basis of row activities, whose inverse is exact.
    func startFromRows() {
        basis = (0..<rowCount).map { columnCount + $0 }
        for variable in place.indices { place[variable] = variable < columnCount ? -1 : variable - columnCount }
        inverse = Array(repeating: 0, count: rowCount * rowCount)
        for row in 0..<rowCount { inverse[row * rowCount + row] = -1 }
        pivotsSinceRefactoring = 0
    }

    /// Solves from the present basis.
    func minimise() -> Status {
        settleNonbasic()
        computeBasicValues()
        var degenerateSteps = 0
        let pivotMax = 2000 + 50 * (rowCount + 10) + columnCount
        for _ in 0..<pivotMax {
            if pivotsSinceRefactoring >= Self.pivotsBetweenRefactorings {
                guard refactor() else { return .trouble }
                computeBasicValues()
            }
            let isFeasible = chargeBasics()
            price()
            let usesBland = degenerateSteps > Self.degenerateStepsBeforeBland
            guard let (entering, sign) = enteringVariable(isFeasible: isFeasible, usesBland: usesBland) else {
                if isFeasible { return .optimal }
                if pivotsSinceRefactoring > 0 {
                    guard refactor() else { return .trouble }
                    computeBasicValues()
                    continue
                }
                return .infeasible
            }
            computeDirection(of: entering)
            guard let (leaving, step, toUpper) = leavingRow(entering, sign: sign, usesBland: usesBland) else {
                return isFeasible ? .unbounded : .trouble
            }
            degenerateSteps = step > 1e-10 ? 0 : degenerateSteps + 1
            move(entering, sign: sign, step: step, leaving: leaving, toUpper: toUpper)
        }
        return .trouble
    }

    // MARK: - Steps

    private func settleNonbasic() {
        for variable in lower.indices where place[variable] < 0 {
            if isAtUpper[variable], upper[variable] == .infinity { isAtUpper[variable] = false }
            if !isAtUpper[variable], lower[variable] == -.infinity { isAtUpper[variable] = upper[variable] < .infinity }
            let bound = isAtUpper[variable] ? upper[variable] : lower[variable]
            value[variable] = bound.isFinite ? bound : 0
        }
    }

    private func computeBasicValues() {
        var right = [Double](repeating: 0, count: rowCount)
        for variable in 0..<columnCount where place[variable] < 0 && value[variable] != 0 {
            for entry in starts[variable]..<starts[variable + 1] {
                right[Int(rowIndex[entry])] -= coefficient[entry] * value[variable]
            }
        }
        for row in 0..<rowCount where place[columnCount + row] < 0 { right[row] += value[columnCount + row] }
        var values = [Double](repeating: 0, count: rowCount)
        for row in 0..<rowCount where right[row] != 0 {
            let amount = right[row]
            for i in 0..<rowCount { values[i] += inverse[row * rowCount + i] * amount }
        }
        for i in 0..<rowCount { value[basis[i]] = values[i] }
    }

    /// Sets the costs of the basic variables: the true ones when all are within bounds, else those of phase 1.
    private func chargeBasics() -> Bool {
        var isFeasible = true
        for i in 0..<rowCount {
            let variable = basis[i]
            if value[variable] < lower[variable] - Self.feasibilityTolerance {
                basicCost[i] = -1
                isFeasible = false
            } else if value[variable] > upper[variable] + Self.feasibilityTolerance {
                basicCost[i] = 1
                isFeasible = false
            } else {
                basicCost[i] = 0
            }
        }
        if isFeasible { for i in 0..<rowCount { basicCost[i] = cost[basis[i]] } }
        return isFeasible
    }

    private func price() {
        inverse.withUnsafeBufferPointer { inverse in
            for row in 0..<rowCount {
                var sum = 0.0
                let column = row * rowCount
                for i in 0..<rowCount { sum += basicCost[i] * inverse[column + i] }
                multipliers[row] = sum
            }
        }
    }

    private func enteringVariable(isFeasible: Bool, usesBland: Bool) -> (variable: Int, sign: Double)? {
        var best = Self.costTolerance
        var found: (Int, Double)?
        let count = lower.count
        for variable in 0..<count where place[variable] < 0 {
            if lower[variable] == upper[variable] { continue }
            var reduced = isFeasible ? cost[variable] : 0
            if variable < columnCount {
                for entry in starts[variable]..<starts[variable + 1] {
                    reduced -= multipliers[Int(rowIndex[entry])] * coefficient[entry]
                }
            } else {
                reduced += multipliers[variable - columnCount]
            }
            let isFree = lower[variable] == -.infinity && upper[variable] == .infinity
            let gain = isFree ? abs(reduced) : isAtUpper[variable] ? reduced : -reduced
            guard gain > best else { continue }
            found = (variable, reduced < 0 ? 1 : -1)
            if usesBland { return found }
            best = gain
        }
        return found
    }

    private func computeDirection(of variable: Int) {
        for i in 0..<rowCount { direction[i] = 0 }
        if variable >= columnCount {
            let column = (variable - columnCount) * rowCount
            for i in 0..<rowCount { direction[i] = -inverse[column + i] }
            return
        }
        for entry in starts[variable]..<starts[variable + 1] {
            let column = Int(rowIndex[entry]) * rowCount
            let amount = coefficient[entry]
            for i in 0..<rowCount { direction[i] += amount * inverse[column + i] }
        }
    }

    /// How far the basic variable `i` may go at the given rate, and which bound stops it; nil when none does.
    private func room(of i: Int, rate: Double) -> (room: Double, toUpper: Bool)? {
        let variable = basis[i]
        let at = value[variable]
        if rate < 0 {
            if at > upper[variable] + Self.feasibilityTolerance { return (at - upper[variable], true) }
            if at < lower[variable] - Self.feasibilityTolerance || lower[variable] == -.infinity { return nil }
            return (at - lower[variable], false)
        }
        if at < lower[variable] - Self.feasibilityTolerance { return (lower[variable] - at, false) }
        if at > upper[variable] + Self.feasibilityTolerance || upper[variable] == .infinity { return nil }
        return (upper[variable] - at, true)
    }

    /// The row that leaves (nil when the entering variable only changes its bound), how far, and to which bound.
    private func leavingRow(
        _ entering: Int,
        sign: Double,
        usesBland: Bool
    ) -> (row: Int?, step: Double, toUpper: Bool)? {
        var limit = Double.infinity
        for i in 0..<rowCount where abs(direction[i]) > Self.pivotTolerance {
            guard let (room, _) = room(of: i, rate: -sign * direction[i]) else { continue }
            limit = min(limit, (max(room, 0) + (usesBland ? 0 : Self.feasibilityTolerance)) / abs(direction[i]))
        }
        let own = upper[entering] - lower[entering]
        if own <= limit { return own.isFinite ? (nil, own, sign > 0) : nil }
        var best: (row: Int?, step: Double, toUpper: Bool)?
        var bestSize = 0.0
        for i in 0..<rowCount where abs(direction[i]) > Self.pivotTolerance {
            guard let (room, toUpper) = room(of: i, rate: -sign * direction[i]) else { continue }
            let size = abs(direction[i])
            let step = max(room, 0) / size
            guard step <= limit else { continue }
            let isBetter = usesBland ? best?.row.map { basis[i] < basis[$0] } ?? true : size > bestSize
            if isBetter {
                best = (i, step, toUpper)
                bestSize = size
            }
        }
        return best
    }

    private func move(_ entering: Int, sign: Double, step: Double, leaving: Int?, toUpper: Bool) {
        for i in 0..<rowCount where direction[i] != 0 { value[basis[i]] -= sign * step * direction[i] }
        value[entering] += sign * step
        guard let leaving else {
            isAtUpper[entering] = toUpper
            value[entering] = toUpper ? upper[entering] : lower[entering]
            return
        }
        let left = basis[leaving]
        isAtUpper[left] = toUpper
        value[left] = toUpper ? upper[left] : lower[left]
        place[left] = -1
        basis[leaving] = entering
        place[entering] = leaving
        updateInverse(pivotRow: leaving)
        pivotCount += 1
        pivotsSinceRefactoring += 1
    }

    private func updateInverse(pivotRow: Int) {
        let pivot = direction[pivotRow]
        let count = rowCount
        inverse.withUnsafeMutableBufferPointer { inverse in
            direction.withUnsafeBufferPointer { direction in
                for column in stride(from: 0, to: count * count, by: count) where inverse[column + pivotRow] != 0 {
                    let share = inverse[column + pivotRow] / pivot
                    for i in 0..<count { inverse[column + i] -= direction[i] * share }
                    inverse[column + pivotRow] = share
                }
            }
        }
    }
}
