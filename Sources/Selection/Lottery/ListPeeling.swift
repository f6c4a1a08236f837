/// Writes a fractional point as a lottery over whole lists with exactly its averages.
///
/// Each list lies on the smallest face the rest of the point lies on and takes as much weight as it can, so every step
/// makes a count or a row whole: there are at most as many lists as types and rows.
final class ListPeeling {
    static let toleranceMin = 1e-7
    static let toleranceMax = 1e-2
    /// What rounding may have moved a count by, as a share of the whole weight.
    static let weightOfRounding = 1e-11
    /// Weight that is not worth another list.
    static let weightMin = 1e-9

    private let lottery: LotteryModel
    private let program: IntegerProgram
    private let simplex: BoundedSimplex
    private var point: [Double]
    /// Makes the lists differ; the same all the way, so that a solve starts near its optimum.
    private let noise: [Double]
    private var divesLeft = 0
    private static let divesMax = 600
    private static let stride = 0.08
    /// Rows that count places one by one; in others the neighbouring whole numbers need not be reachable.
    private let isUnit: [Bool]
    private(set) var weightLeft = 1.0
    /// How far from a whole number a count of the rest may lie and still be it. Rounding errors grow as the rest of the
    /// weight shrinks, while what they are worth in the lottery does not.
    private var tolerance: Double {
        min(Self.toleranceMax, max(Self.toleranceMin, Self.weightOfRounding / weightLeft))
    }
    var pivots: Int { simplex.pivotCount }

    init(_ lottery: LotteryModel, point: [Double]) {
        self.lottery = lottery
        self.point = point
        program = lottery.program
        var isUnit = [Bool](repeating: true, count: lottery.rowCount)
        for uses in program.columns { for use in uses where use.count != 1 { isUnit[Int(use.row)] = false } }
        self.isUnit = isUnit
        var random = SplitRandom(state: 7)
        noise = point.map { _ in 0.3 * random.unit() }
        simplex = BoundedSimplex(
            rowCount: lottery.rowCount,
            columns: program.columns.map { $0.map { (Int($0.row), Double($0.count)) } }
        )
    }

    /// The lists with their weights; `weightLeft` says what no whole list on the face could carry.
    func lists() -> [(weight: Double, list: [Int])] {
        var lists: [(weight: Double, list: [Int])] = []
        for _ in 0..<(4 * (lottery.columnCount + lottery.rowCount) + 10) {
            if weightLeft <= Self.weightMin { break }
            let face = Face(point, program, isUnit: isUnit, tolerance: tolerance)
            guard let list = wholePoint(on: face) else { break }
            let step = largestStep(list, face)
            guard step > 1e-12 else { break }
            lists.append((weightLeft * step, list))
            if step >= 1 - 1e-9 {
                weightLeft = 0
                break
            }
            for column in point.indices {
                let rest = (point[column] - step * Double(list[column])) / (1 - step)
                point[column] = min(face.upper[column], max(face.lower[column], rest))
            }
            weightLeft *= 1 - step
        }
        return lists
    }

    /// The bounds between which whole points near the fractional one lie.
    struct Face {
        var lower: [Double]
        var upper: [Double]
        var rowLower: [Double]
        var rowUpper: [Double]
        var activity: [Double]

        init(_ point: [Double], _ program: IntegerProgram, isUnit: [Bool], tolerance: Double) {
            lower = point.map { ($0 + tolerance).rounded(.down) }
            upper = point.map { ($0 - tolerance).rounded(.up) }
            activity = Array(repeating: 0, count: program.rowLower.count)
            for (column, uses) in program.columns.enumerated() where point[column] != 0 {
                for use in uses { activity[Int(use.row)] += Double(use.count) * point[column] }
            }
            rowLower = activity.map { ($0 + tolerance).rounded(.down) }
            rowUpper = activity.map { ($0 - tolerance).rounded(.up) }
            for row in activity.indices {
                let (low, high) = (Double(program.rowLower[row]), Double(program.rowUpper[row]))
                if !isUnit[row] {
                    rowLower[row] = activity[row] >= high - tolerance ? high : low
                    rowUpper[row] = activity[row] <= low + tolerance ? low : high
                }
                rowLower[row] = max(rowLower[row], low)
                rowUpper[row] = min(rowUpper[row], high)
                // Rounding must not turn a bound the point lies on into an empty range.
                if rowLower[row] > rowUpper[row] { rowUpper[row] = rowLower[row] }
            }
        }
    }

    private func wholePoint(on face: Face) -> [Int]? {
        let tolerance = tolerance
        for column in point.indices {
            simplex.lower[column] = face.lower[column]
            simplex.upper[column] = max(face.lower[column], face.upper[column])
            let share = point[column] - face.lower[column]
            // Costs follow the shares in strides, so that a solve starts near its optimum.
            if share <= tolerance {
                simplex.cost[column] = 0
            } else if abs(share + noise[column] + simplex.cost[column]) > Self.stride {
                simplex.cost[column] = -(share + noise[column])
            }
        }
        for row in face.rowLower.indices { simplex.setRow(row, face.rowLower[row], face.rowUpper[row]) }
        guard solves(.anything) else { return nil }
        divesLeft = Self.divesMax
        return dive() ? rounded() : exact(face)
    }

    private func solves(_ change: BoundedSimplex.Change) -> Bool {
        switch simplex.minimise(change) {
        case .optimal: return true
        case .infeasible: return false
        case .unbounded, .trouble:
            simplex.startFromRows()
            return simplex.minimise() == .optimal
        }
    }

    private func rounded() -> [Int]? {
        let list = point.indices.map { Int(simplex.value[$0].rounded()) }
        return program.isValid(list) ? list : nil
    }

    /// Fixes the most whole of the fractional counts and solves again, until all are whole; steps back where that fails.
    private func dive() -> Bool {
        var nearest = -1
        var distance = 1.0
        for row in 0..<lottery.rowCount {
            let column = Int(simplex.basis[row])
            guard column < lottery.columnCount else { continue }
            let gap = abs(simplex.value[column] - simplex.value[column].rounded())
            if gap > 1e-6, gap < distance || (gap == distance && column < nearest) {
                distance = gap
                nearest = column
            }
        }
        if nearest < 0 { return true }
        let at = simplex.value[nearest]
        let (low, high) = (simplex.lower[nearest], simplex.upper[nearest])
        let first = at.rounded()
        let second = at.rounded(.down) + at.rounded(.up) - first
        for (index, whole) in [first, second].enumerated() {
            divesLeft -= 1
            guard divesLeft > 0 else { return false }
            fix(nearest, at: whole)
            if solves(index == 0 ? .basicBounds : .bounds), dive() { return true }
        }
        simplex.lower[nearest] = low
        simplex.upper[nearest] = high
        return false
    }

    private func fix(_ column: Int, at value: Double) {
        simplex.lower[column] = value
        simplex.upper[column] = value
    }

    /// The exact search, for the rare face on which diving gets stuck.
    private func exact(_ face: Face) -> [Int]? {
        let narrow = IntegerProgram(
            columns: program.columns,
            rowLower: face.rowLower.map { Self.whole($0) },
            rowUpper: face.rowUpper.map { Self.whole($0) },
            lower: face.lower.map { Self.whole($0) },
            upper: face.upper.map { Self.whole($0) }
        )
        guard case .solution(let list) = narrow.solve(), program.isValid(list) else { return nil }
        return list
    }

    private static func whole(_ bound: Double) -> Int {
        abs(bound) >= Double(QuotaRow.unlimited) ? (bound < 0 ? -QuotaRow.unlimited : QuotaRow.unlimited) : Int(bound)
    }

    /// How much weight the list can take before the rest leaves the face.
    private func largestStep(_ list: [Int], _ face: Face) -> Double {
        var step = 1.0
        func limit(_ room: Double, _ use: Double) {
            if use > 0.5 { step = min(step, max(0, room) / use) }
        }
        var activity = [Double](repeating: 0, count: face.activity.count)
        for (column, uses) in program.columns.enumerated() where list[column] != 0 {
            for use in uses { activity[Int(use.row)] += Double(Int(use.count) * list[column]) }
        }
        for column in list.indices {
            limit(point[column] - face.lower[column], Double(list[column]) - face.lower[column])
            limit(face.upper[column] - point[column], face.upper[column] - Double(list[column]))
        }
        for row in activity.indices {
            limit(face.activity[row] - face.rowLower[row], activity[row] - face.rowLower[row])
            limit(face.rowUpper[row] - face.activity[row], face.rowUpper[row] - activity[row])
        }
        return step
    }
}

/// Repeatable noise for costs: only the speed depends on it.
struct SplitRandom {
    var state: UInt64

    mutating func unit() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
    }
}
