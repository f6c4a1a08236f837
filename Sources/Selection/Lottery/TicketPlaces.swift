/// A fractional point as whole places on whole tickets: for each column how many places all tickets together give it.
///
/// The number of tickets is a multiple of the denominator of the smallest chance, so that people at that level get exactly
/// it: the smallest chance stated is the proved optimum itself, not a rounding of it.
struct TicketPlaces {
    /// Tickets of one draw, as near to this as the denominator allows.
    static let ticketsUsual = 1_000_000
    static let ticketsMax = 1_000_000_000
    /// How far a count may be moved to meet every rule, as a share of the tickets; the solver's last digits are worth that.
    private static let roomShares = [1e-8, 1e-7, 1e-6]
    /// Sums over rows stay below this.
    private static let sumMax = Double(1 << 61)

    let tickets: Int
    /// By column; misses of soft quotas have theirs too.
    let places: [Int]

    /// Nil where no whole places near the point meet every rule.
    init?(_ chances: FractionalChances, _ lottery: LotteryModel) {
        let most = lottery.program.columns.joined().map { abs(Int($0.count)) }.max() ?? 1
        let people = lottery.supply.reduce(1, +)
        // A fraction that was only near the level asks for more than there is; then the tickets are many instead.
        for level in chances.level == nil ? [nil] : [chances.level, nil] {
            let tickets = Self.tickets(denominator: level?.denominator)
            let scale = Double(tickets)
            guard scale * Double(most) * Double(people) < Self.sumMax else { continue }
            for share in Self.roomShares {
                if let places = Self.places(chances, lottery, tickets, level, room: 0.01 + share * scale) {
                    self.tickets = tickets
                    self.places = places
                    return
                }
            }
        }
        return nil
    }

    static func tickets(denominator: Int?) -> Int {
        guard let denominator, denominator <= ticketsMax else { return ticketsMax }
        return max(1, ticketsUsual / denominator) * denominator
    }

    private static func places(
        _ chances: FractionalChances,
        _ lottery: LotteryModel,
        _ tickets: Int,
        _ level: WholeFraction?,
        room: Double
    ) -> [Int]? {
        let program = lottery.program
        var lower: [Int] = []
        var upper: [Int] = []
        for column in program.columns.indices {
            let exact = chances.point[column] * Double(tickets)
            var low = max(Int((exact - room).rounded(.down)), tickets * program.lower[column])
            var high = min(Int((exact + room).rounded(.up)), tickets * program.upper[column])
            if let level, lottery.supply[column] > 0 {
                // At least the smallest chance for everybody.
                let least = level.ceiling(of: tickets * lottery.supply[column])
                low = max(low, least)
                high = max(high, least)
            }
            lower.append(low)
            upper.append(high)
        }
        return whole(program, tickets, lower, upper)
    }

    /// Whole counts between the bounds that meet every row, all of it times the number of tickets.
    private static func whole(_ program: IntegerProgram, _ tickets: Int, _ lower: [Int], _ upper: [Int]) -> [Int]? {
        var least = [Int](repeating: 0, count: program.rowLower.count)
        for (column, uses) in program.columns.enumerated() {
            for use in uses { least[Int(use.row)] += Int(use.count) * lower[column] }
        }
        func moved(_ bound: Int, _ row: Int) -> Int {
            abs(bound) >= QuotaRow.unlimited ? bound : bound * tickets - least[row]
        }
        let rest = IntegerProgram(
            columns: program.columns,
            rowLower: program.rowLower.indices.map { moved(program.rowLower[$0], $0) },
            rowUpper: program.rowUpper.indices.map { moved(program.rowUpper[$0], $0) },
            lower: lower.map { _ in 0 },
            upper: zip(upper, lower).map { $0 - $1 }
        )
        guard case .solution(let more) = rest.solve() else { return nil }
        return zip(lower, more).map { $0 + $1 }
    }
}
