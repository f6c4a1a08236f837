/// Writes places on tickets as a lottery over whole lists, in whole numbers all the way.
///
/// What is left to write is a number of tickets and, for each column, how many places on them. Each list lies on the
/// smallest face the rest lies on and takes as many tickets as it can, so every step makes a count or a row of the rest
/// whole: there are at most as many lists as types and rows, and no rounding.
final class ListPeeling {
    private let lottery: LotteryModel
    private let program: IntegerProgram
    private let simplex: BoundedSimplex
    /// Places still to be written, by column.
    private var point: [Int]
    /// Tickets still without a list.
    private(set) var ticketsLeft: Int
    /// Makes the lists differ; the same all the way, so that a solve starts near its optimum.
    private let noise: [Double]
    private var divesLeft = 0
    private static let divesMax = 600
    private static let stride = 0.08
    /// Rows that count places one by one; in others the neighbouring whole numbers need not be reachable.
    private let isUnit: [Bool]
    var pivots: Int { simplex.pivotCount }

    init(_ lottery: LotteryModel, _ places: TicketPlaces) {
        self.lottery = lottery
        point = places.places
        ticketsLeft = places.tickets
        program = lottery.program
        var isUnit = [Bool](repeating: true, count: lottery.rowCount)
        for (column, uses) in program.columns.enumerated() {
            let back: Int32 = lottery.move[column] == nil ? 1 : -1
            for use in uses where use.count != 1 && use.count != back { isUnit[Int(use.row)] = false }
        }
        self.isUnit = isUnit
        var random = SplitRandom(state: 7)
        noise = point.map { _ in 0.3 * random.unit() }
        simplex = BoundedSimplex(
            rowCount: lottery.rowCount,
            columns: program.columns.map { $0.map { (Int($0.row), Double($0.count)) } }
        )
    }

    /// The lists with their tickets; `ticketsLeft` says for how many there is no whole list on the face.
    func entries() -> [LeximinLottery.Entry] {
        var entries: [LeximinLottery.Entry] = []
        for _ in 0..<(4 * (lottery.columnCount + lottery.rowCount) + 10) where ticketsLeft > 0 {
            let face = Face(point, ticketsLeft, program, isUnit: isUnit)
            guard let list = wholePoint(on: face) else { break }
            let tickets = mostTickets(list, face)
            guard tickets > 0 else { break }
            entries.append(LeximinLottery.Entry(list: list, tickets: tickets))
            for column in point.indices { point[column] -= tickets * list[column] }
            ticketsLeft -= tickets
        }
        return entries
    }

    /// The bounds between which a list must lie so that the rest, one ticket fewer, can still be written.
    struct Face {
        var lower: [Int]
        var upper: [Int]
        var rowLower: [Int]
        var rowUpper: [Int]
        var activity: [Int]

        init(_ point: [Int], _ tickets: Int, _ program: IntegerProgram, isUnit: [Bool]) {
            lower = point.map { $0 / tickets }
            upper = point.map { ($0 + tickets - 1) / tickets }
            activity = Array(repeating: 0, count: program.rowLower.count)
            for (column, uses) in program.columns.enumerated() where point[column] != 0 {
                for use in uses { activity[Int(use.row)] += Int(use.count) * point[column] }
            }
            rowLower = program.rowLower
            rowUpper = program.rowUpper
            for row in activity.indices {
                let have = activity[row]
                let floor = have >= 0 ? have / tickets : -((tickets - 1 - have) / tickets)
                if isUnit[row] {
                    rowLower[row] = max(rowLower[row], floor)
                    rowUpper[row] = min(rowUpper[row], floor * tickets == have ? floor : floor + 1)
                    continue
                }
                // No list may use more of what is left below a bound than all tickets together have.
                let (low, high) = (rowLower[row], rowUpper[row])
                if high < QuotaRow.unlimited { rowLower[row] = max(low, high - (high * tickets - have)) }
                if low > -QuotaRow.unlimited { rowUpper[row] = min(high, low + (have - low * tickets)) }
            }
        }
    }

    private func wholePoint(on face: Face) -> [Int]? {
        for column in point.indices {
            simplex.lower[column] = Double(face.lower[column])
            simplex.upper[column] = Double(face.upper[column])
            let share = Double(point[column] - face.lower[column] * ticketsLeft) / Double(ticketsLeft)
            // Costs follow the shares in strides, so that a solve starts near its optimum.
            if share == 0 {
                simplex.cost[column] = 0
            } else if abs(share + noise[column] + simplex.cost[column]) > Self.stride {
                simplex.cost[column] = -(share + noise[column])
            }
        }
        for row in face.rowLower.indices {
            simplex.setRow(row, Self.real(face.rowLower[row]), Self.real(face.rowUpper[row]))
        }
        guard solves(.anything) else { return nil }
        divesLeft = Self.divesMax
        return dive() ? rounded() : exact(face)
    }

    private static func real(_ bound: Int) -> Double {
        bound >= QuotaRow.unlimited ? .infinity : bound <= -QuotaRow.unlimited ? -.infinity : Double(bound)
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
            rowLower: face.rowLower,
            rowUpper: face.rowUpper,
            lower: face.lower,
            upper: face.upper
        )
        guard case .solution(let list) = narrow.solve(), program.isValid(list) else { return nil }
        return list
    }

    /// How many tickets the list can take before the rest leaves the face.
    private func mostTickets(_ list: [Int], _ face: Face) -> Int {
        var most = ticketsLeft
        func limit(_ room: Int, _ use: Int) {
            if use > 0 { most = min(most, max(0, room) / use) }
        }
        var activity = [Int](repeating: 0, count: face.activity.count)
        for (column, uses) in program.columns.enumerated() where list[column] != 0 {
            for use in uses { activity[Int(use.row)] += Int(use.count) * list[column] }
        }
        for column in list.indices {
            limit(point[column] - face.lower[column] * ticketsLeft, list[column] - face.lower[column])
            limit(face.upper[column] * ticketsLeft - point[column], face.upper[column] - list[column])
        }
        for row in activity.indices {
            // Rows with larger uses may move within their written bounds, others between neighbouring whole numbers.
            let low = isUnit[row] ? face.rowLower[row] : program.rowLower[row]
            let high = isUnit[row] ? face.rowUpper[row] : program.rowUpper[row]
            if low > -QuotaRow.unlimited { limit(face.activity[row] - low * ticketsLeft, activity[row] - low) }
            if high < QuotaRow.unlimited { limit(high * ticketsLeft - face.activity[row], high - activity[row]) }
        }
        return most
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
