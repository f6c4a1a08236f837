import FormModel
import Testing

@testable import Selection

/// Sessions with orders of their own, ranks, merging, several sessions for a person.
@Suite struct GroupTests {
    private func person(_ id: String, _ wishes: [String], _ attributes: [String: String] = [:]) -> Candidate {
        let order = Int64(id.dropFirst()) ?? 0
        return Candidate(id: id, submittedAt: order, attributes: attributes, wishes: wishes)
    }

    private func sessions(_ seats: [(String, Int, Int)]) -> [SelectionSession] {
        seats.map { SelectionSession(id: $0.0, seats: SeatRange(minimum: $0.1, maximum: $0.2)) }
    }

    private func rules(_ sessions: [SelectionSession], seats: Int = 20, ranked: Int = 5) -> SelectionRules {
        SelectionRules(
            seats: SeatRange(minimum: 0, maximum: seats),
            method: .fcfs,
            sessions: sessions,
            wishes: WishRules(ranked: ranked)
        )
    }

    private func places(_ result: SelectionResult) -> [String: String] {
        Dictionary(uniqueKeysWithValues: result.decisions.map { ($0.id, $0.session ?? "-") })
    }

    private func expectRepeatable(_ result: SelectionResult, _ pool: [Candidate]) {
        #expect(RecordVerifier.verify(result.record.bytes) == [])
        #expect(RecordVerifier.verify(result.record.bytes, pool: pool) == [])
    }

    // MARK: - Own orders

    @Test func sessionTakesWhomItPrefersBeforeWhoCameFirst() throws {
        var rules = rules(sessions([("choir", 0, 1), ("band", 0, 1)]))
        rules.sessions[0].prefer = ["voice = \"yes\""]
        let pool = [
            person("p1", ["choir", "band"], ["voice": "no"]), person("p2", ["choir"], ["voice": "yes"]),
            person("p3", ["band"], ["voice": "no"]),
        ]
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(places(result) == ["p1": "band", "p2": "choir", "p3": "-"])
        let refused = try #require(result.decisions.first { $0.id == "p3" })
        #expect(refused.reason.code == "session.order")
        #expect(refused.reason.parameters == ["session": "band", "r": "2", "last": "1"])
        expectRepeatable(result, pool)
    }

    @Test func sessionRanksByACriterionOfItsOwn() throws {
        var rules = rules(sessions([("piano", 0, 1), ("violin", 0, 1)]))
        rules.sessions[0].rankBy = ["piano"]
        var pool = [person("p1", ["piano", "violin"]), person("p2", ["piano", "violin"]), person("p3", ["piano"])]
        for (index, points) in [400, 900].enumerated() {
            pool[index].reviews = [.init(reviewer: "a", criterion: "piano", points: Int64(points))]
        }
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(places(result) == ["p1": "violin", "p2": "piano", "p3": "-"])
        expectRepeatable(result, pool)
    }

    @Test func keptPlacesThatNobodyWantsGoToOthers() throws {
        var rules = rules(sessions([("a", 0, 2)]))
        rules.sessions[0].prefer = ["true_ = \"x\""]
        rules.sessions[0].quotas = [
            Quota(
                id: "c",
                subject: .attributes(["c"]),
                values: [
                    .init(value: "UA", bounds: .init(minimum: .count(1))),
                    .init(value: "BY", bounds: .init(minimum: .count(1))),
                ]
            )
        ]
        let pool = [
            person("p1", ["a"], ["c": "PL"]), person("p2", ["a"], ["c": "PL"]), person("p3", ["a"], ["c": "UA"]),
        ]
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(places(result) == ["p1": "a", "p2": "-", "p3": "a"])
        expectRepeatable(result, pool)
    }

    @Test func ownOrdersAndRulesOverTheWholeAreRefused() {
        var rules = rules(sessions([("a", 0, 30)]))
        rules.sessions[0].prefer = ["x = \"y\""]
        rules.quotas = [Quota(id: "g", subject: .attributes(["g"]), each: .init(maximum: .count(1)))]
        let codes = RuleCheck.faults(of: rules).map(\.code)
        #expect(Set(codes) == ["sessions.ownOrderQuotas", "sessions.ownOrderSeats"])
        rules.wishes = nil
        #expect(RuleCheck.faults(of: rules).map(\.code).contains("sessions.ownOrderWishes"))
    }

    @Test func partiesWithOwnOrdersAreRefused() {
        var rules = rules(sessions([("a", 0, 3)]))
        rules.sessions[0].prefer = ["x = \"y\""]
        var pool = [person("p1", ["a"]), person("p2", ["a"])]
        for index in pool.indices { pool[index].party = "two" }
        let error = #expect(throws: SelectionError.self) { try Selector(rules: rules).run(pool: pool) }
        #expect(error?.code == .partyWithOwnOrder)
    }

    // MARK: - Parties

    @Test func partyGetsOneSessionTogetherOrNone() throws {
        let rules = rules(sessions([("a", 0, 2), ("b", 0, 2)]))
        var pool = [
            person("p1", ["a"]), person("p2", ["a", "b"]), person("p3", ["a", "b"]), person("p4", ["a"]),
            person("p5", ["a"]),
        ]
        pool[1].party = "two"
        pool[2].party = "two"
        pool[3].party = "late"
        pool[4].party = "late"
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(places(result) == ["p1": "a", "p2": "b", "p3": "b", "p4": "-", "p5": "-"])
        expectRepeatable(result, pool)
    }

    // MARK: - Ranks

    /// Most people, then fewest bad ranks, then the order; against trying everything.
    @Test(arguments: 0..<10) func rankProfileIsTheBestOfAll(block: Int) throws {
        for number in (block * 30)..<(block * 30 + 30) {
            var random = SplitMix(seed: 920_000 + number)
            let names = ["a", "b", "c"]
            var rules = rules(
                names.map { SelectionSession(id: $0, seats: SeatRange(minimum: 0, maximum: 1 + random.below(2))) }
            )
            rules.seats = SeatRange(minimum: 0, maximum: 1 + random.below(6))
            rules.assign = AssignRules(how: .rankProfile)
            let pool = (0..<(1 + random.below(6))).map { index in
                let order = DeferredAcceptanceTests.Market.shuffled(3, &random)
                return person("p\(index)", order.prefix(1 + random.below(3)).map { names[$0] })
            }
            let result = try Selector(rules: rules).run(pool: pool)
            let expected = Self.bestByRanks(pool, rules)
            #expect(pool.map { places(result)[$0.id] } == expected, "market \(920_000 + number)")
            expectRepeatable(result, pool)
            // The general search, which other rules force, finds the same.
            let compiled = try CompiledRules(rules, context: SelectionContext())
            let group = try GroupRun(compiled, pool: pool, units: pool.indices.map { [$0] }, kept: [])
            guard let flow = RankProfileFlow.list(group.problem) else { continue }
            let search = try BestList.find(group.problem, order: BestList.walkOrder(group.problem))
            #expect(flow.option == search.option && flow.softMisses == search.softMisses, "market \(920_000 + number)")
        }
    }

    private static func bestByRanks(_ pool: [Candidate], _ rules: SelectionRules) -> [String] {
        var best: (key: [Int], places: [String])?
        var all: [[Int]] = [[]]
        for candidate in pool { all = all.flatMap { made in (-1..<candidate.wishes.count).map { made + [$0] } } }
        for options in all {
            let names = zip(pool, options).map { $1 < 0 ? "-" : $0.wishes[$1] }
            let isValid = rules.sessions.allSatisfy { session in
                names.count { $0 == session.id } <= session.seats.maximum
            }
            let placed = options.count { $0 >= 0 }
            guard isValid, placed <= rules.seats.maximum else { continue }
            // Smaller is better: fewer unplaced, fewer third wishes, fewer second ones, then the order.
            let ranks = [2, 1].map { rank in options.count { $0 == rank } }
            let key = [pool.count - placed] + ranks + options.map { $0 < 0 ? 9 : $0 }
            if best.map({ key.lexicographicallyPrecedes($0.key) }) ?? true { best = (key, names) }
        }
        return best?.places ?? []
    }

    // MARK: - Small sessions

    @Test func smallSessionIsMergedIntoTheOneNamedForIt() throws {
        var rules = rules(sessions([("a", 3, 5), ("b", 0, 5), ("c", 0, 9)]))
        rules.assign = AssignRules(belowMinimum: .merge)
        rules.sessions[0].mergeInto = "b"
        let pool = [person("p1", ["a"]), person("p2", ["b"]), person("p3", ["a"]), person("p4", ["c"])]
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(places(result) == ["p1": "b", "p2": "b", "p3": "b", "p4": "c"])
        #expect(result.warnings.map(\.code) == [.sessionMerged])
        #expect(result.warnings[0].parameters == ["session": "a", "into": "b", "have": "2", "minimum": "3"])
        expectRepeatable(result, pool)
        rules.sessions[0].mergeInto = nil
        #expect(places(try Selector(rules: rules).run(pool: pool))["p1"] == "c")
    }

    @Test func levelsAreMergedWithTheirNeeds() throws {
        var levels = sessions([("A0", 2, 5), ("A1", 0, 5)])
        for index in levels.indices { levels[index].need = "level = \"\(levels[index].id)\"" }
        levels[0].mergeInto = "A1"
        let rules = SelectionRules(
            seats: SeatRange(minimum: 0, maximum: 9),
            method: .fcfs,
            sessions: levels,
            assign: AssignRules(belowMinimum: .merge)
        )
        let pool = [
            person("p1", [], ["level": "A0"]), person("p2", [], ["level": "A1"]), person("p3", [], ["level": "C1"]),
        ]
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(places(result) == ["p1": "A1", "p2": "A1", "p3": "-"])
        expectRepeatable(result, pool)
    }

    @Test func mergingInACircleIsAFault() {
        var rules = rules(sessions([("a", 1, 2), ("b", 1, 2), ("c", 1, 2)]))
        rules.sessions[0].mergeInto = "b"
        rules.sessions[1].mergeInto = "a"
        rules.sessions[2].mergeInto = "z"
        #expect(
            Set(RuleCheck.faults(of: rules).map(\.code)) == ["sessions.mergeCycle", "sessions.mergeUnknown"]
        )
    }

    // MARK: - Several sessions

    @Test func nobodyGetsTwoSessionsAtTheSameTimeNorASecondBeforeOthersAFirst() throws {
        var rules = rules(sessions([("mon", 0, 1), ("tue", 0, 2), ("wed", 0, 1)]))
        rules.sessions[0].overlaps = ["wed"]
        rules.wishes?.perPerson = 2
        let pool = [person("p1", ["mon", "wed", "tue"]), person("p2", ["tue", "wed"]), person("p3", ["wed"])]
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(places(result) == ["p1": "mon", "p2": "tue", "p3": "wed"])
        #expect(result.decisions.map(\.moreSessions) == [["tue"], nil, nil])
        expectRepeatable(result, pool)
    }

    @Test func roundsInARecordAreCheckedToo() throws {
        var rules = rules(sessions([("mon", 0, 2), ("tue", 0, 2)]))
        rules.wishes?.perPerson = 2
        let pool = [person("p1", ["mon", "tue"]), person("p2", ["mon", "tue"]), person("p3", ["tue"])]
        let record = try Selector(rules: rules).run(pool: pool).record
        guard case .object(let members) = record.json,
            let place = members.firstIndex(where: { $0.key == "rounds" })
        else {
            Issue.record("no rounds")
            return
        }
        var forged = members
        let text = members[place].value.jsonText.replacing("\"options\":[0", with: "\"options\":[-1")
        forged[place].value = try JSONParser.parse(text)
        #expect(forged != members)
        #expect(!RecordVerifier.verify(CanonicalJSON.bytes(of: .object(forged))).isEmpty)
    }

    // MARK: - Appointments

    @Test func appointmentsGoToWhoWantsThemMost() throws {
        var rules = rules(sessions([("0900", 0, 1), ("0930", 0, 1), ("1000", 0, 1)]))
        rules.assign = AssignRules(how: .rankProfile)
        let pool = [
            person("p1", ["0900", "0930"]), person("p2", ["0900"]), person("p3", ["0930", "1000"]),
        ]
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(places(result) == ["p1": "0930", "p2": "0900", "p3": "1000"])
    }
}
