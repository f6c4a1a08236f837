/// A lottery over whole lists with the most equal chances there are, its tickets, and the proof.
struct LeximinLottery: Sendable {
    enum Failure: Error {
        case infeasible, undecided
        /// Types with several sessions have no chance of their own to equalise.
        case severalOptions
    }

    /// Tickets of one draw.
    static let ticketCount = 1_000_000

    struct Entry: Hashable, Sendable {
        /// How many of each column of the model.
        var list: [Int]
        var tickets: Int
    }

    /// In the order of their lists, compared number by number.
    var entries: [Entry]
    var certificate: LotteryCertificate
    /// The fractional bound of the smallest chance; lists attain it unless `isBoundAttained` is false.
    var bound: Double
    var isBoundAttained: Bool
    var levels: [Double]
    /// Columns of types that no list can hold.
    var unreachable: [Int]

    static func make(_ lottery: LotteryModel) throws(Failure) -> LeximinLottery {
        var fractional: FractionalChances?
        do throws(FractionalLeximin.Failure) {
            fractional = try FractionalLeximin(lottery).solve()
        } catch {
            // Where rounding spoils the fractional stages, whole lists alone decide.
            if error == .infeasible { throw .infeasible }
        }
        var weighted: [(weight: Double, list: [Int])] = []
        var isAttained = false
        if let fractional {
            let peeling = ListPeeling(lottery, point: fractional.point)
            weighted = peeling.lists()
            isAttained = peeling.weightLeft <= ListPeeling.weightMin
        }
        var unreachable: [Int] = []
        if !isAttained {
            let generation = ColumnGeneration(lottery)
            do {
                weighted = try generation.solve(startingWith: weighted.map(\.list))
            } catch {
                throw .undecided
            }
            unreachable = generation.unreachable
        }
        guard !weighted.isEmpty, weighted.allSatisfy({ lottery.program.isValid($0.list) }) else { throw .undecided }
        return LeximinLottery(
            entries: tickets(weighted, lottery),
            certificate: fractional?.certificate ?? .empty,
            bound: fractional?.levels.first ?? 1,
            isBoundAttained: isAttained,
            levels: fractional?.levels ?? [],
            unreachable: unreachable
        )
    }

    private static func tickets(_ weighted: [(weight: Double, list: [Int])], _ lottery: LotteryModel) -> [Entry] {
        var weights: [[Int]: Double] = [:]
        for (weight, list) in weighted { weights[list, default: 0] += weight }
        let lists = weights.keys.sorted { $0.lexicographicallyPrecedes($1) }
        let tickets = TicketRounding(lists, weights: lists.map { weights[$0] ?? 0 }, lottery: lottery).tickets()
        return lists.indices.filter { tickets[$0] > 0 }.map { Entry(list: lists[$0], tickets: tickets[$0]) }
    }

    /// Tickets on which each type's column stands, times the places it has there: the chance is this over tickets and supply.
    func shares(_ lottery: LotteryModel) -> [Int] {
        var shares = [Int](repeating: 0, count: lottery.columnCount)
        for entry in entries {
            for column in lottery.typeColumns { shares[column] += entry.tickets * entry.list[column] }
        }
        return shares
    }
}

/// The draw: one ticket, then the people of each type by their own numbers.
enum TicketDraw {
    /// Draws that fall above the largest multiple are repeated; so many repetitions do not happen.
    static let attemptsMax = 1_000

    /// The first HMAC(seed, "ticket|" + i), read as a 64-bit number, that lies below the largest multiple of `count`.
    static func ticket(of count: Int, seed: Seed) -> Int {
        let modulus = UInt64(count)
        let limit = UInt64.max - UInt64.max % modulus
        for attempt in 0..<attemptsMax {
            let bytes = Digest.hmac(key: seed.bytes, "ticket|\(attempt)")
            let number = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            if number < limit { return Int(number % modulus) }
        }
        return 0
    }

    /// The entry whose tickets, counted from 0 in order, hold the ticket.
    static func entry(of ticket: Int, _ entries: [LeximinLottery.Entry]) -> Int {
        var sum = 0
        for (index, entry) in entries.enumerated() {
            sum += entry.tickets
            if ticket < sum { return index }
        }
        return entries.count - 1
    }
}
