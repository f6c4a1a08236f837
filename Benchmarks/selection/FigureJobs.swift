import FormModel
import Foundation
import Selection

/// Everything that is measured.
struct FigureJobs {
    struct Job {
        var name: String
        var run: () throws -> [Figure]
    }

    enum Mistake: Error {
        case recordDiffers
    }

    let peer: Peer?

    var all: [Job] {
        [
            Job(name: "leximin") {
                try leximin(200, 40, 0.2, peer: 1) + leximin(500, 60, 0.6, peer: 1) + leximin(1_000, 80, nil, peer: 0)
                    + leximin(2_000, 110, 2, peer: 0) + leximin(5_000, 150, 6, peer: 0)
            },
            Job(name: "tight") {
                try [(60, 10, 1), (60, 10, 7), (80, 15, 7), (120, 24, 6)].flatMap { count, seats, seed in
                    try leximin(count, seats, 3, profile: .tight, seed: seed, peer: 0)
                }
            },
            Job(name: "partition") { try partition(1_000_000, 50_000) },
            Job(name: "crossing") { try crossing(1_000_000, 500) },
            Job(name: "conflict") { try conflict(2_000, 110) },
            Job(name: "promotion") { try promotion(100_000) },
            Job(name: "wishes") { try MatchingJobs.matching(100_000, 0.3) + MatchingJobs.run(100_000) },
            Job(name: "equal") { try equal(1_000_000) },
            Job(name: "verify") { try verify(1_000_000, 50_000) },
        ]
    }

    // MARK: - Chances

    /// - Parameter wanted: 1 where the peer is asked too.
    private func leximin(
        _ count: Int,
        _ seats: Int,
        _ target: Double?,
        profile: PoolGenerator.Profile = .biased,
        seed: Int = 1,
        peer wanted: Int
    ) throws -> [Figure] {
        let generator = PoolGenerator(seed: seed, profile: profile)
        let pool = generator.pool(count)
        let quotas = generator.quotas(pool, seats: seats)
        let rules = SelectionRules(seats: SeatRange(seats), method: .lottery, fairness: .leximin, quotas: quotas)
        let selector = Selector(rules: rules)
        let ((commitment, result), seconds) = try Figure.measured {
            let commitment = try selector.commit(pool: pool)
            return (commitment, try selector.run(pool: pool, seed: Seed(text: "bench"), commitment: commitment))
        }
        let least = result.decisions.compactMap(\.chance).min() ?? 0
        let lottery = commitment.json["lottery"]
        // What was drawn is checked like anybody would.
        guard RecordVerifier.verify(result.record.bytes).isEmpty else { throw Mistake.recordDiffers }
        let name = "leximin lottery \(profile.rawValue) \(count)/\(seats), 26 cells, seed \(seed)"
        var figures = [
            Figure(
                name: name,
                seconds: seconds,
                target: target,
                note: "smallest chance \(percent(least)), \(lottery?["lists"]?.elements?.count ?? 0) lists, bound "
                    + (lottery?["isBoundAttained"]?.flag == true ? "attained" : "not attainable")
            )
        ]
        guard wanted == 1, let peer else { return figures }
        let found = try peer.maximin(pool, quotas, seats: seats)
        var note = found.note
        var isBelow = false
        if let theirs = found.smallest {
            // Ours is a fraction of whole numbers; theirs a floating number with errors of about 1e-9.
            isBelow = least + 1e-9 < theirs
            let verdict = isBelow ? "OURS IS BELOW" : "ours is not below"
            note =
                "smallest chance \(percent(theirs)) (\(verdict)); ratio \(String(format: "%.0f", found.seconds / seconds))"
        }
        figures.append(
            Figure(
                name: "  peer's maximin, open solver",
                seconds: found.seconds,
                target: nil,
                note: note,
                isShortOfPeer: isBelow
            )
        )
        return figures
    }

    private func percent(_ chance: Double) -> String { String(format: "%.5f %%", chance * 100) }

    // MARK: - Orders

    static func partitionPool(_ count: Int) -> [Candidate] {
        (0..<count).map { number in
            Candidate(
                id: "p\(number)",
                submittedAt: Int64(number &* 2_654_435_761 % 1_209_600_000),
                sequence: Int64(number),
                organisation: "o\(number % (count / 4))",
                attributes: ["country": "c\(number * 7 % 30)"]
            )
        }
    }

    static func partitionRules(_ seats: Int) -> SelectionRules {
        let values = (0..<30).map {
            Quota.ValueBounds(
                value: "c\($0)",
                bounds: .init(minimum: .count(seats / 60), maximum: .count(seats / 20))
            )
        }
        return SelectionRules(
            seats: SeatRange(seats),
            method: .fcfs,
            quotas: [
                Quota(id: "country", subject: .attributes(["country"]), values: values),
                Quota(id: "org", subject: .attributes(["organisation"]), each: .init(maximum: .count(2))),
            ]
        )
    }

    private func partition(_ count: Int, _ seats: Int) throws -> [Figure] {
        let pool = Self.partitionPool(count)
        let name = "order of \(count), partition of 30 and 2 per organisation"
        return try order(name, pool, Self.partitionRules(seats), 0.3)
    }

    private func crossing(_ count: Int, _ seats: Int) throws -> [Figure] {
        let generator = PoolGenerator(seed: 1, profile: .biased)
        let pool = generator.pool(count)
        let rules = SelectionRules(
            seats: SeatRange(seats),
            method: .ranking,
            ties: ["submitted"],
            quotas: generator.quotas(pool, seats: seats)
        )
        return try order("order of \(count), 26 crossing cells", pool, rules, 1.5)
    }

    /// From candidates in memory to the outcome, place and cause of everybody; then what reading every reason costs.
    private func order(_ name: String, _ pool: [Candidate], _ rules: SelectionRules, _ target: Double) throws
        -> [Figure]
    {
        let selector = Selector(rules: rules)
        var best = Double.infinity
        var decisions = try selector.decide(pool: Array(pool.prefix(10)), seed: Seed(text: "bench"))
        for _ in 0..<3 {
            let (made, seconds) = try Figure.measured { try selector.decide(pool: pool, seed: Seed(text: "bench")) }
            best = min(best, seconds)
            decisions = made
        }
        let (bytes, reading) = Figure.measured {
            decisions.reduce(0) { $0 + $1.reason.text.text(in: .polish).utf8.count }
        }
        return [
            Figure(
                name: name,
                seconds: best,
                target: target,
                note: "candidates -> decisions, best of 3; \(decisions.selectedCount) selected"
                    + (decisions.isColumnar ? "" : "; NOT in columns")
            ),
            Figure(
                name: "  the same, reading every reason in 5 languages besides",
                seconds: reading,
                target: nil,
                note: "\(bytes / 1_000_000) MB of Polish"
            ),
        ]
    }

    private func equal(_ count: Int) throws -> [Figure] {
        let pool = (0..<count).map { Candidate(id: "p\($0)", submittedAt: 1) }
        let rules = SelectionRules(seats: SeatRange(100), method: .fcfs)
        let (decisions, seconds) = try Figure.measured {
            try Selector(rules: rules).decide(pool: pool, seed: Seed(text: "bench"))
        }
        var refusal = "NOT refused"
        do throws(SelectionError) {
            _ = try Selector(rules: rules).run(pool: pool)
        } catch {
            refusal = "refused (\(error.code.rawValue))"
        }
        let note = "\(decisions.selectedCount) selected by lot; without a seed \(refusal)"
        return [Figure(name: "order of \(count) equal applicants", seconds: seconds, target: nil, note: note)]
    }

    // MARK: - Conflicts, promotion, verification

    private func conflict(_ count: Int, _ seats: Int) throws -> [Figure] {
        let generator = PoolGenerator(seed: 1, profile: .biased)
        let pool = generator.pool(count)
        var quotas = generator.quotas(pool, seats: seats)
        // Two minima of one partition are refused before the run; as two quotas they are a conflict to be explained.
        quotas[0].values[0].bounds = .init(minimum: .count(seats / 2 + 5), maximum: .count(seats))
        var second = quotas[0]
        second.id = "gender2"
        second.values = [quotas[0].values[1]]
        second.values[0].bounds = quotas[0].values[0].bounds
        quotas[0].values = [quotas[0].values[0]]
        let rules = SelectionRules(seats: SeatRange(seats), method: .fcfs, quotas: quotas + [second])
        var best = Double.infinity
        var note = ""
        for _ in 0..<3 {
            let (result, seconds) = try Figure.measured {
                try Selector(rules: rules).run(pool: pool, seed: Seed(text: "bench"))
            }
            best = min(best, seconds)
            let found = result.unmet.first
            note = "\(found?.rules.count ?? 0) rules in conflict, \(found?.changes.count ?? 0) relaxations, whole run"
        }
        return [Figure(name: "conflict and relaxations at \(count)", seconds: best, target: 0.1, note: note)]
    }

    private func promotion(_ count: Int) throws -> [Figure] {
        let generator = PoolGenerator(seed: 1, profile: .biased)
        let pool = generator.pool(count + 110)
        let rules = SelectionRules(seats: SeatRange(110), method: .fcfs, quotas: generator.quotas(pool, seats: 110))
        let decisions = try Selector(rules: rules).decide(pool: pool, seed: Seed(text: "bench"))
        let byID = Dictionary(uniqueKeysWithValues: pool.map { ($0.id, $0) })
        let selected = decisions.prefix(decisions.selectedCount).compactMap { byID[$0.id] }
        let waiting = decisions.dropFirst(decisions.selectedCount).compactMap { byID[$0.id] }
        let (prepared, preparing) = try Figure.measured {
            try PromotionQueue(rules: rules, waiting: waiting, participants: selected.map { Participant($0) })
        }
        var queue = prepared
        var worst = 0.0
        var sum = 0.0
        var offers = 0
        var fitting = 0
        for participant in selected {
            let (result, seconds) = try Figure.measured {
                queue.release(participant.id)
                return try queue.promote()
            }
            offers += result.offers.count
            if !result.offers.isEmpty {
                fitting += 1
                worst = max(worst, seconds)
                sum += seconds
            }
        }
        return [
            Figure(name: "preparing a waiting list of \(waiting.count)", seconds: preparing, target: nil),
            Figure(
                name: "one promotion with \(waiting.count) waiting",
                seconds: sum / Double(max(1, fitting)),
                target: 0.001,
                note: "mean of \(fitting) withdrawals, slowest \(Figure.text(worst)), \(offers) offers"
            ),
        ]
    }

    private func verify(_ count: Int, _ seats: Int) throws -> [Figure] {
        let pool = Self.partitionPool(count)
        let selector = Selector(rules: Self.partitionRules(seats))
        let (record, making) = try Figure.measured {
            try selector.run(pool: pool, seed: Seed(text: "bench")).record.bytes
        }
        let (differences, seconds) = Figure.measured { RecordVerifier.verify(record) }
        return [
            Figure(
                name: "verification of a record of \(count)",
                seconds: seconds,
                target: 1.5,
                note: "\(record.count / 1_000_000) MB, \(differences.count) differences"
            ),
            Figure(name: "  run with all reasons and the record itself", seconds: making, target: nil),
        ]
    }
}
