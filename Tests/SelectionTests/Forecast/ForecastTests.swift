import FormModel
import Testing

@testable import Selection

/// What can be said while applications still come in.
@Suite struct ForecastTests {
    private func pool(_ count: Int, _ attributes: (Int) -> [String: String]) -> [Candidate] {
        (0..<count).map { Candidate(id: "p\($0)", submittedAt: Int64($0), attributes: attributes($0)) }
    }

    private func minimum(_ id: String, _ value: String, _ least: Int, sensitive: Bool = false) -> Quota {
        Quota(
            id: id,
            subject: .attributes([id]),
            values: [.init(value: value, bounds: .init(minimum: .count(least)))],
            isSensitive: sensitive
        )
    }

    @Test func whatIsShortAndWhatIsScarce() throws {
        let rules = SelectionRules(
            seats: SeatRange(10),
            method: .ranking,
            quotas: [minimum("c", "UA", 5), minimum("g", "f", 4), minimum("h", "x", 2)]
        )
        let people = pool(20) { ["c": $0 < 3 ? "UA" : "PL", "g": $0 < 4 ? "f" : "m", "h": $0 < 9 ? "x" : "y"] }
        let forecast = try Selector(rules: rules).forecast(pool: people)
        #expect(!forecast.canBeMet)
        let states = Dictionary(uniqueKeysWithValues: forecast.rows.map { ($0.rule, $0.state) })
        #expect(states == ["seats": .enough, "c:UA": .short, "g:f": .scarce, "h:x": .enough])
        #expect(forecast.unmet.map(\.code) == [.supplyShort])
        #expect(forecast.unmet.first?.changes.isEmpty == false)
    }

    @Test func emptyPoolAndOneApplicant() throws {
        let rules = SelectionRules(seats: SeatRange(3), method: .lottery, fairness: .leximin)
        let nobody = try Selector(rules: rules).forecast(pool: [])
        #expect(nobody.eligible == 0 && nobody.rows.map(\.state) == [.short])
        let one = try Selector(rules: rules).forecast(pool: pool(1) { _ in [:] })
        #expect(one.canBeMet && one.chances.map(\.smallest) == [100_000])
    }

    /// Everybody who is in no valid list is found, by trying every list.
    @Test(arguments: 0..<10) func peopleInNoListEqualThoseOfNoListTried(block: Int) throws {
        for number in (block * 30)..<(block * 30 + 30) {
            let random = RandomPool(seed: 930_000 + number)
            guard let compiled = try? CompiledRules(random.rules, context: SelectionContext()) else { continue }
            let units = Entrants(compiled, pool: random.candidates).units
            let problem = ProblemBuilder.problem(
                compiled,
                pool: random.candidates,
                units: units,
                kept: random.kept.map { Participant($0) }
            )
            let oracle = RuleOracle(rules: random.rules, pool: random.candidates, kept: random.kept)
            var best: (filled: Int, soft: [Int])?
            var reached: Set<Int> = []
            for bits in 0..<(1 << units.count) {
                let list = units.indices.filter { bits >> $0 & 1 == 1 }
                if units.indices.contains(where: { unit in
                    !list.contains(unit) && units[unit].contains { random.candidates[$0].guaranteed != nil }
                }) {
                    continue
                }
                let verdict = oracle.verdict(list.flatMap { units[$0].map { random.candidates[$0] } })
                guard verdict.isValid else { continue }
                if let known = best {
                    if verdict.filled < known.filled { continue }
                    if verdict.filled == known.filled {
                        if known.soft.lexicographicallyPrecedes(verdict.soft) { continue }
                        if verdict.soft == known.soft {
                            reached.formUnion(list)
                            continue
                        }
                    }
                }
                best = (verdict.filled, verdict.soft)
                reached = Set(list)
            }
            let reach = Reachability(problem)
            #expect(reach.hasList == (best != nil), "pool \(930_000 + number)")
            guard best != nil else { continue }
            let blocked = Set(reach.blockingRows(problem).keys)
            #expect(blocked == Set(units.indices).subtracting(reached), "pool \(930_000 + number)")
        }
    }

    /// In a lottery the person reads which rule it was, unless it is sensitive; staff read it in any case.
    @Test(arguments: [false, true]) func personInNoListOfALotteryIsToldTheRule(isSensitive: Bool) throws {
        let rules = SelectionRules(
            seats: SeatRange(2),
            method: .lottery,
            fairness: .leximin,
            quotas: [minimum("health", "yes", 2, sensitive: isSensitive)]
        )
        let people = pool(5) { ["health": $0 < 2 ? "yes" : "no"] }
        let result = try Selector(rules: rules).run(pool: people, seed: Seed(text: "s"))
        let told = try #require(result.decisions.first { $0.id == "p4" })
        #expect(told.reason.code == "no-list" && told.chance == 0)
        #expect(told.reason.text.text(in: .english).contains("health") != isSensitive)
        #expect(result.warnings.contains { $0.code == .inNoList && $0.rules == ["health:yes"] })
        #expect(RecordVerifier.verify(result.record.bytes) == [])
        #expect(RecordVerifier.verify(result.record.bytes, pool: people) == [])
    }

    /// Staff read the name of a rule that shuts people out even where it is sensitive.
    @Test func ruleThatShutsPeopleOutIsNamedToStaff() throws {
        let rules = SelectionRules(
            seats: SeatRange(2),
            method: .fcfs,
            quotas: [minimum("health", "yes", 2, sensitive: true)]
        )
        let forecast = try Selector(rules: rules).forecast(pool: pool(5) { ["health": $0 < 2 ? "yes" : "no"] })
        #expect(forecast.canBeMet)
        #expect(forecast.outside.map(\.code) == [.inNoList])
        #expect(forecast.outside.first?.parameters["count"] == "3")
        #expect(forecast.outside.first?.rules == ["health:yes"])
    }
}
