import FormModel
import Selection

/// Wishes among sessions, measured: the matching alone, and a whole run with reasons and record.
struct MatchingJobs {
    /// Sessions of a market.
    private static let sessionCount = 250
    private static let wishCount = 5

    /// Repeatable numbers: an order of people for each session and of sessions for each person.
    private static func mixed(_ number: Int, _ salt: Int) -> UInt64 {
        var z = UInt64(truncatingIfNeeded: number &* 1_000_003 &+ salt) &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private static func wishes(of person: Int) -> [Int] {
        var wishes: [Int] = []
        var salt = 0
        while wishes.count < wishCount {
            // Some sessions are wanted far more than others: the smaller of two numbers.
            let count = UInt64(sessionCount)
            let one = min(mixed(person, salt) % count, mixed(person, salt + 1) % count)
            salt += 2
            if !wishes.contains(Int(one)) { wishes.append(Int(one)) }
        }
        return wishes
    }

    /// Every session orders people in a way of its own and has places for four fifths of its share.
    static func matching(_ people: Int, _ target: Double) -> [Figure] {
        let capacity = people * 4 / 5 / sessionCount
        var wanted = [[Int32]](repeating: [], count: sessionCount)
        let chosen = (0..<people).map { person in
            let own = wishes(of: person)
            for session in own { wanted[session].append(Int32(person)) }
            return own
        }
        var placeOf = [[Int32: Int32]](repeating: [:], count: sessionCount)
        for session in wanted.indices {
            let order = wanted[session].sorted {
                (mixed(Int($0), 90 + session), $0) < (mixed(Int($1), 90 + session), $1)
            }
            for (place, person) in order.enumerated() { placeOf[session][person] = Int32(place) }
        }
        var offsets = [0]
        var all: [DeferredAcceptance.Wish] = []
        for (person, own) in chosen.enumerated() {
            for session in own {
                all.append(.init(session: Int32(session), place: placeOf[session][Int32(person)] ?? 0))
            }
            offsets.append(all.count)
        }
        let market = DeferredAcceptance(
            sessions: (0..<sessionCount).map { _ in .init(capacity: capacity) },
            wishes: all,
            offsets: offsets
        )
        var best = Double.infinity
        var outcome: [Int] = []
        for _ in 0..<3 {
            let (found, seconds) = Figure.measured { market.run() }
            best = min(best, seconds)
            outcome = found
        }
        let note = "\(outcome.count { $0 >= 0 }) placed, \(outcome.count { $0 == 0 }) with their first wish, best of 3"
        return [
            Figure(
                name: "deferred acceptance \(people) x \(wishCount) wishes, \(sessionCount) sessions",
                seconds: best,
                target: target,
                note: note
            )
        ]
    }

    /// The same size through the whole of a run: orders of the sessions by points, reasons, record.
    static func run(_ people: Int) throws -> [Figure] {
        let capacity = people * 4 / 5 / sessionCount
        let sessions = (0..<sessionCount).map { number in
            SelectionSession(
                id: "s\(number)",
                seats: SeatRange(minimum: 0, maximum: capacity),
                prefer: ["area = \"\(number % 10)\""]
            )
        }
        let rules = SelectionRules(
            seats: SeatRange(minimum: 0, maximum: people),
            method: .fcfs,
            sessions: sessions,
            wishes: WishRules(ranked: wishCount)
        )
        let pool = (0..<people).map { person in
            Candidate(
                id: "p\(person)",
                submittedAt: Int64(person),
                attributes: ["area": String(person % 10)],
                wishes: wishes(of: person).map { "s\($0)" }
            )
        }
        let (result, seconds) = try Figure.measured { try Selector(rules: rules).run(pool: pool) }
        let placed = result.decisions.count { $0.outcome == .selected }
        return [
            Figure(
                name: "  whole run with sessions' own orders, reasons and record",
                seconds: seconds,
                target: nil,
                note: "\(placed) placed, \(result.record.bytes.count / 1_000_000) MB"
            )
        ]
    }
}
