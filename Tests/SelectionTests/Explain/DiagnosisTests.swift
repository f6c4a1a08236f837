import FormModel
import Testing

@testable import Selection

@Suite struct DiagnosisTests {
    /// Whether any set of items meets the rows, by trying all.
    private func isFeasible(_ problem: SelectionProblem, _ lower: [Int], _ upper: [Int]) -> Bool {
        (0..<(1 << problem.items.count)).contains { bits in
            let counts = counts(problem, bits)
            return counts.map { counts in
                counts.indices.allSatisfy {
                    problem.rows[$0].soft != nil || (lower[$0]...upper[$0]).contains(counts[$0])
                }
            } ?? false
        }
    }

    /// What the items in `bits` use of each row; nil when somebody guaranteed is left out.
    private func counts(_ problem: SelectionProblem, _ bits: Int) -> [Int]? {
        var counts = [Int](repeating: 0, count: problem.rows.count)
        for (index, item) in problem.items.enumerated() {
            let type = problem.types[item.type]
            if bits >> index & 1 == 1 {
                for use in type.options[0].uses + item.caps { counts[Int(use.row)] += Int(use.count) }
            } else if type.isGuaranteed {
                return nil
            }
        }
        return counts
    }

    private func infeasibleProblem(_ number: Int) -> (SelectionProblem, RandomPool)? {
        let pool = RandomPool(seed: number)
        guard let compiled = try? CompiledRules(pool.rules, context: SelectionContext()) else { return nil }
        let problem = ProblemBuilder.problem(
            compiled,
            pool: pool.candidates,
            units: pool.candidates.indices.map { [$0] },
            kept: pool.kept.map { Participant($0) }
        )
        let (lower, upper) = (problem.rows.map(\.lower), problem.rows.map(\.upper))
        return isFeasible(problem, lower, upper) ? nil : (problem, pool)
    }

    /// The members alone cannot hold together, and without any one of them the rest of them can.
    @Test(arguments: PoolBlocks.of(60, usual: 600)) func conflictIsIrreducible(block: Int) {
        for number in (block * 60)..<(block * 60 + 60) {
            guard let (problem, _) = infeasibleProblem(300_000 + number) else { continue }
            let members = Diagnosis(problem).conflict()
            func feasible(_ kept: [Diagnosis.BoundSide]) -> Bool {
                var lower = problem.rows.map { _ in -QuotaRow.unlimited }
                var upper = problem.rows.map { _ in QuotaRow.unlimited }
                for member in kept {
                    switch member.side {
                    case .minimum: lower[member.row] = problem.rows[member.row].lower
                    case .maximum: upper[member.row] = problem.rows[member.row].upper
                    }
                }
                return isFeasible(problem, lower, upper)
            }
            #expect(!members.isEmpty, "pool \(300_000 + number)")
            #expect(!feasible(members), "pool \(300_000 + number)")
            for member in members { #expect(feasible(members.filter { $0 != member }), "pool \(300_000 + number)") }
        }
    }

    /// The first set of changes costs as little as any list needs.
    @Test(arguments: PoolBlocks.of(60, usual: 600)) func firstRelaxationIsTheSmallest(block: Int) {
        for number in (block * 60)..<(block * 60 + 60) {
            guard let (problem, pool) = infeasibleProblem(400_000 + number) else { continue }
            guard !problem.rows.contains(where: { $0.scale != 1 }) else { continue }
            var least = Double.infinity
            for bits in 0..<(1 << problem.items.count) {
                guard let counts = counts(problem, bits) else { continue }
                var cost = 0.0
                for (row, count) in zip(problem.rows, counts) where row.soft == nil {
                    cost += Double(max(0, row.lower - count)) * (1 + 2 / Double(max(row.writtenLower, 1)))
                    cost += Double(max(0, count - row.upper))
                }
                least = min(least, cost)
            }
            let found = Diagnosis(problem).relaxations(filling: 0, rules: pool.rules)
            guard least.isFinite, let first = found.first else {
                #expect(!least.isFinite && found.isEmpty, "pool \(400_000 + number)")
                continue
            }
            var cost = 0.0
            for change in first.changes {
                // Where people hold seats beyond a maximum already, only what goes beyond them is new.
                let held = problem.rows.first { $0.label == change.rule }?.held ?? 0
                let from = change.side == .maximum ? max(change.from, held) : change.from
                let amount = Double(abs(change.to - from))
                cost += change.side == .minimum ? amount * (1 + 2 / Double(max(change.from, 1))) : amount
            }
            #expect(abs(cost - least) < 1e-6, "pool \(400_000 + number): \(cost) \(least)")
            for set in found {
                let relaxed = Diagnosis.apply(set.changes, to: problem)
                #expect(isFeasible(relaxed, relaxed.rows.map(\.lower), relaxed.rows.map(\.upper)))
            }
            #expect(Set(found.map(\.changes)).count == found.count)
        }
    }

    @Test func twoMinimaThatExceedTheSeatsAreNamed() throws {
        let pool = (0..<60).map { number in
            Candidate(
                id: "p\(number)",
                submittedAt: Int64(number),
                attributes: ["region": number < 30 ? "host" : "third"]
            )
        }
        let rules = SelectionRules(
            seats: SeatRange(40),
            method: .fcfs,
            quotas: [
                Quota(id: "host", subject: .condition("region == host"), bounds: .init(minimum: .count(21))),
                Quota(
                    id: "third",
                    subject: .condition("region == third"),
                    bounds: .init(minimum: .share(basisPoints: 5000))
                ),
            ]
        )
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(!result.isDecided)
        #expect(result.decisions.isEmpty)
        let conflict = try #require(result.unmet.first)
        #expect(conflict.code == .conflict)
        #expect(Set(conflict.rules) == ["seats", "host", "third"])
        #expect(conflict.changes.count == 3)
        #expect(conflict.changes.map { $0.changes.map(\.rule) } == [["seats"], ["host"], ["third"]])
        #expect(
            conflict.changes.map(\.effect) == [
                RuleEffect(filled: 41, seats: 41), RuleEffect(filled: 40, seats: 40), RuleEffect(filled: 40, seats: 40),
            ]
        )
        #expect(conflict.changes[0].text.text(in: .english) == "seats max 40 → 41 (then 41 of 41 places)")
    }

    @Test func shortSupplyIsCounted() throws {
        let pool = (0..<17).map { Candidate(id: "p\($0)", submittedAt: Int64($0), attributes: ["region": "third"]) }
        let rules = SelectionRules(
            seats: SeatRange(40),
            method: .fcfs,
            quotas: [
                Quota(
                    id: "region",
                    subject: .attributes(["region"]),
                    values: [.init(value: "third", bounds: .init(minimum: .count(20)))]
                )
            ]
        )
        let unmet = try #require(try Selector(rules: rules).run(pool: pool).unmet.first)
        #expect(unmet.code == .supplyShort)
        #expect(unmet.parameters == ["rule": "region:third", "minimum": "20", "have": "17"])
        #expect(unmet.changes.first?.changes == [RuleChange(rule: "region:third", side: .minimum, from: 20, to: 17)])
    }
}
