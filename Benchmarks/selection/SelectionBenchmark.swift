import FormModel
import Foundation
import Selection

/// Measures the selection on made-up pools and prints one JSON object a line: CPU seconds of this process.
///
/// `selection-benchmark leximin 2000 110 biased 1`, `order 1000000 500 biased 1`, `partition 1000000 50000`, `all`.
@main struct SelectionBenchmark {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let number = { (index: Int, usual: Int) in arguments.count > index ? Int(arguments[index]) ?? usual : usual }
        let profile = arguments.count > 3 ? PoolGenerator.Profile(rawValue: arguments[3]) ?? .biased : .biased
        switch arguments.first {
        case "leximin": try leximin(number(1, 200), number(2, 40), profile, seed: number(4, 1))
        case "order": try order(number(1, 2_000), number(2, 110), profile, seed: number(4, 1))
        case "partition": try partition(number(1, 1_000_000), number(2, 50_000))
        case "conflict": try conflict(number(1, 2_000), number(2, 110))
        case "promotion": try promotion(number(1, 100_000))
        default: try all()
        }
    }

    static func all() throws {
        for (count, seats) in [(200, 40), (500, 60), (1_000, 80), (2_000, 110), (5_000, 150)] {
            try leximin(count, seats, .biased, seed: 1)
        }
        for (count, seats, seed) in [(60, 10, 1), (60, 10, 7), (80, 15, 7), (120, 24, 6)] {
            try leximin(count, seats, .tight, seed: seed)
        }
        try order(2_000, 110, .biased, seed: 1)
        try order(100_000, 500, .biased, seed: 1)
        try conflict(2_000, 110)
        try promotion(100_000)
        try partition(1_000_000, 50_000)
    }

    /// CPU seconds so far.
    static func cpu() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func measured<Value>(_ work: () throws -> Value) rethrows -> (Value, Double) {
        let start = cpu()
        let value = try work()
        return (value, cpu() - start)
    }

    static func report(_ members: [(String, String)]) {
        print("{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}")
    }

    static func leximin(_ count: Int, _ seats: Int, _ profile: PoolGenerator.Profile, seed: Int) throws {
        let generator = PoolGenerator(seed: seed, profile: profile)
        let pool = generator.pool(count)
        let rules = SelectionRules(
            seats: SeatRange(seats),
            method: .lottery,
            fairness: .leximin,
            quotas: generator.quotas(pool, seats: seats)
        )
        let selector = Selector(rules: rules)
        let (commitment, commitSeconds) = try measured { try selector.commit(pool: pool) }
        let (result, drawSeconds) = try measured {
            try selector.run(pool: pool, seed: Seed(text: "bench"), commitment: commitment)
        }
        let chances = result.decisions.compactMap(\.chance).sorted()
        let lottery = commitment.json["lottery"]
        report([
            ("job", "\"leximin\""), ("pool", "\"\(profile.rawValue)_\(count)_\(seats)_s\(seed)\""),
            ("min", "\(chances.first ?? 0)"), ("max", "\(chances.last ?? 0)"),
            ("lists", "\(lottery?["lists"]?.elements?.count ?? 0)"),
            ("boundAttained", "\(lottery?["isBoundAttained"]?.flag ?? false)"),
            ("commit_s", "\(commitSeconds)"), ("draw_s", "\(drawSeconds)"),
        ])
    }

    static func order(_ count: Int, _ seats: Int, _ profile: PoolGenerator.Profile, seed: Int) throws {
        let generator = PoolGenerator(seed: seed, profile: profile)
        let pool = generator.pool(count)
        let rules = SelectionRules(
            seats: SeatRange(seats),
            method: .fcfs,
            quotas: generator.quotas(pool, seats: seats)
        )
        let (result, seconds) = try measured { try Selector(rules: rules).run(pool: pool, seed: Seed(text: "bench")) }
        report([
            ("job", "\"order\""), ("pool", "\"\(profile.rawValue)_\(count)_\(seats)\""),
            ("selected", "\(result.decisions.count { $0.outcome == .selected })"), ("cpu_s", "\(seconds)"),
        ])
    }

    static func partition(_ count: Int, _ seats: Int) throws {
        let pool = (0..<count).map { number in
            Candidate(
                id: "p\(number)",
                submittedAt: Int64(number &* 2_654_435_761 % 1_209_600_000),
                sequence: Int64(number),
                organisation: "o\(number % (count / 4))",
                attributes: ["country": "c\(number * 7 % 30)"]
            )
        }
        let values = (0..<30).map {
            Quota.ValueBounds(
                value: "c\($0)",
                bounds: .init(minimum: .count(seats / 60), maximum: .count(seats / 20))
            )
        }
        let rules = SelectionRules(
            seats: SeatRange(seats),
            method: .fcfs,
            quotas: [
                Quota(id: "country", subject: .attributes(["country"]), values: values),
                Quota(id: "org", subject: .attributes(["organisation"]), each: .init(maximum: .count(2))),
            ]
        )
        let (result, seconds) = try measured { try Selector(rules: rules).run(pool: pool, seed: Seed(text: "bench")) }
        report([
            ("job", "\"partition\""), ("n", "\(count)"),
            ("selected", "\(result.decisions.count { $0.outcome == .selected })"), ("cpu_s", "\(seconds)"),
        ])
    }

    static func conflict(_ count: Int, _ seats: Int) throws {
        let generator = PoolGenerator(seed: 1, profile: .biased)
        let pool = generator.pool(count)
        var quotas = generator.quotas(pool, seats: seats)
        quotas[0].values[0].bounds = .init(minimum: .count(seats / 2 + 5), maximum: .count(seats))
        quotas[0].values[1].bounds = .init(minimum: .count(seats / 2 + 5), maximum: .count(seats))
        quotas[0].values[2].bounds = .init()
        // Two minima of one partition are refused before the run; as two quotas they are a conflict to be explained.
        var second = quotas[0]
        second.id = "gender2"
        second.values = [quotas[0].values[1]]
        quotas[0].values = [quotas[0].values[0]]
        let rules = SelectionRules(seats: SeatRange(seats), method: .fcfs, quotas: quotas + [second])
        let (result, seconds) = try measured { try Selector(rules: rules).run(pool: pool, seed: Seed(text: "bench")) }
        report([
            ("job", "\"conflict\""), ("n", "\(count)"), ("members", "\(result.unmet.first?.rules.count ?? 0)"),
            ("relaxations", "\(result.unmet.first?.changes.count ?? 0)"), ("cpu_s", "\(seconds)"),
        ])
    }

    static func promotion(_ count: Int) throws {
        let generator = PoolGenerator(seed: 1, profile: .biased)
        let pool = generator.pool(count)
        let rules = SelectionRules(
            seats: SeatRange(110),
            method: .fcfs,
            quotas: generator.quotas(pool, seats: 110)
        )
        let chosen = try Selector(rules: rules).run(pool: pool, seed: Seed(text: "bench"))
        let selected = Set(chosen.decisions.filter { $0.outcome == .selected }.map(\.id))
        let participants = pool.filter { selected.contains($0.id) }.dropFirst().map { Participant($0) }
        let waiting = pool.filter { !selected.contains($0.id) }
        let (result, seconds) = try measured {
            try Promotion(rules: rules).next(waiting: waiting, participants: participants)
        }
        report([
            ("job", "\"promotion\""), ("waiting", "\(waiting.count)"), ("offers", "\(result.offers.count)"),
            ("cpu_s", "\(seconds)"),
        ])
    }
}
