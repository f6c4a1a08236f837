/// Turns the weights of lists into whole tickets.
///
/// Every list gets its share rounded down; the tickets left over go one by one to a list of whoever is served worst by
/// the tickets so far, so that rounding costs the smallest chance as little as can be. Where that is no better than the
/// largest remainder, the largest remainder decides. Equal ones go by the order of the lists.
struct TicketRounding {
    private let lists: [[Int]]
    private let exact: [Double]
    private let floors: [Int]
    private let left: Int
    private let supply: [Int]
    private let columns: [Int]
    private static let wholeTolerance = 1e-4

    init(_ lists: [[Int]], weights: [Double], lottery: LotteryModel) {
        self.lists = lists
        let total = weights.sorted().reduce(0, +)
        let shares = weights.map { $0 / total }
        let common = CommonDenominator.of(shares, limit: Double(TicketPlaces.ticketsMax), tolerance: 1e-11)
        let tickets = TicketPlaces.tickets(denominator: common.map { Int($0) })
        exact = shares.map { $0 * Double(tickets) }
        // What is whole but for the last digits is whole.
        floors = exact.map { Int(($0 + Self.wholeTolerance).rounded(.down)) }
        left = max(0, tickets - floors.reduce(0, +))
        supply = lottery.supply
        columns = lottery.typeColumns.filter { column in lists.contains { $0[column] > 0 } }
    }

    func tickets() -> [Int] {
        let byRemainder = largestRemainder()
        guard left <= lists.count else { return byRemainder }
        let byNeed = worstServed()
        return smallest(byNeed) > smallest(byRemainder) ? byNeed : byRemainder
    }

    private var order: [Int] {
        lists.indices.sorted { left, right in
            let (first, second) = (exact[left] - Double(floors[left]), exact[right] - Double(floors[right]))
            return first == second ? left < right : first > second
        }
    }

    private func largestRemainder() -> [Int] {
        var tickets = floors
        for index in order.prefix(left) { tickets[index] += 1 }
        return tickets
    }

    private func worstServed() -> [Int] {
        var tickets = floors
        var shares = shares(tickets)
        var open = order
        for _ in 0..<left {
            guard let worst = worst(shares) else { break }
            let place = open.firstIndex { lists[$0][worst] > 0 } ?? 0
            let list = open.remove(at: place)
            tickets[list] += 1
            for column in columns { shares[column] += lists[list][column] }
        }
        return tickets
    }

    private func shares(_ tickets: [Int]) -> [Int] {
        var shares = [Int](repeating: 0, count: supply.count)
        for (index, list) in lists.enumerated() {
            for column in columns { shares[column] += tickets[index] * list[column] }
        }
        return shares
    }

    /// The column whose share of its supply is smallest, compared without rounding.
    private func worst(_ shares: [Int]) -> Int? {
        columns.min { shares[$0] * supply[$1] < shares[$1] * supply[$0] }
    }

    private func smallest(_ tickets: [Int]) -> Double {
        let shares = shares(tickets)
        return worst(shares).map { Double(shares[$0]) / Double(supply[$0]) } ?? 0
    }
}
