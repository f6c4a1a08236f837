/// A lottery over whole lists with the most equal chances there are, its tickets, and the proof.
struct LeximinLottery: Sendable {
    enum Failure: Error {
        case undecided
    }

    struct Entry: Hashable, Sendable {
        /// How many of each column of the model.
        var list: [Int]
        var tickets: Int
    }

    /// In the order of their lists, compared number by number.
    var entries: [Entry]
    var certificate: LotteryCertificate
    /// Whether the smallest chance is exactly what the certificate bounds it by, so that nobody can make it larger.
    var isBoundAttained: Bool
    /// Columns of types that no list can hold.
    var unreachable: [Int]

    static func make(_ lottery: LotteryModel) throws(Failure) -> LeximinLottery {
        // Where rounding spoils the fractional stages, whole lists alone decide.
        let fractional = try? FractionalLeximin(lottery).solve()
        let certificate = fractional?.certificate ?? .empty
        var known: [[Int]] = []
        if let fractional, let places = TicketPlaces(fractional, lottery) {
            let peeling = ListPeeling(lottery, places)
            let entries = peeling.entries()
            if peeling.ticketsLeft == 0, !entries.isEmpty {
                return try finished(entries, certificate, lottery, unreachable: [])
            }
            known = entries.map(\.list)
        }
        let generation = ColumnGeneration(lottery)
        let weighted: [(weight: Double, list: [Int])]
        do {
            weighted = try generation.solve(startingWith: known)
        } catch {
            throw .undecided
        }
        guard !weighted.isEmpty else { throw .undecided }
        let rounding = TicketRounding(weighted.map(\.list), weights: weighted.map(\.weight), lottery: lottery)
        let entries = zip(weighted, rounding.tickets()).map { Entry(list: $0.list, tickets: $1) }
        return try finished(entries, certificate, lottery, unreachable: generation.unreachable)
    }

    /// Lists that came up twice are one; each is checked in whole numbers before anything is stored.
    private static func finished(
        _ entries: [Entry],
        _ certificate: LotteryCertificate,
        _ lottery: LotteryModel,
        unreachable: [Int]
    ) throws(Failure) -> LeximinLottery {
        var tickets: [[Int]: Int] = [:]
        for entry in entries where entry.tickets > 0 { tickets[entry.list, default: 0] += entry.tickets }
        let lists = tickets.keys.sorted { $0.lexicographicallyPrecedes($1) }
        guard lists.allSatisfy({ lottery.program.isValid($0) }) else { throw .undecided }
        var made = LeximinLottery(
            entries: lists.map { Entry(list: $0, tickets: tickets[$0] ?? 0) },
            certificate: certificate,
            isBoundAttained: true,
            unreachable: unreachable
        )
        if let bound = certificate.bound(lottery) {
            made.isBoundAttained = bound.isAttained(by: made.shares(lottery), of: made.tickets, lottery.supply)
        }
        return made
    }

    /// Tickets of all lists.
    var tickets: Int { entries.reduce(0) { $0 + $1.tickets } }

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
