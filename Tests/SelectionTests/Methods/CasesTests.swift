import FormModel
import Testing

@testable import Selection

/// What people asked registration systems for, and where those went wrong.
@Suite struct CasesTests {
    private func person(_ number: Int, _ attributes: [String: String] = [:]) -> Candidate {
        Candidate(id: "p\(number)", submittedAt: Int64(number), attributes: attributes)
    }

    private func selected(_ result: SelectionResult) -> [String] {
        result.decisions.filter { $0.outcome == .selected }.map(\.id)
    }

    @Test func emptyPoolDecidesNothingAndDoesNotFail() throws {
        let result = try Selector(rules: SelectionRules(seats: SeatRange(3), method: .fcfs)).run(pool: [])
        #expect(result.decisions.isEmpty && result.isDecided)
        #expect(RecordVerifier.verify(result.record.bytes).isEmpty)
        for (method, fairness) in [
            (SelectionRules.Method.ranking, SelectionRules.Fairness.order), (.lottery, .order), (.lottery, .leximin),
        ] {
            let rules = SelectionRules(seats: SeatRange(3), method: method, fairness: fairness)
            let result = try Selector(rules: rules).run(pool: [], seed: Seed(text: "s"))
            #expect(result.decisions.isEmpty && result.isDecided)
            #expect(RecordVerifier.verify(result.record.bytes) == [])
            #expect(RecordVerifier.verify(result.record.bytes, pool: []) == [])
        }
    }

    @Test func oneApplicantGetsThePlace() throws {
        let result = try Selector(rules: SelectionRules(seats: SeatRange(3), method: .ranking)).run(pool: [person(1)])
        #expect(selected(result) == ["p1"])
        #expect(result.unmet.isEmpty)
    }

    @Test func equalApplicantsAreRefusedWithoutASeedAndPutInOrderByIt() throws {
        let pool = (0..<500).map { Candidate(id: "p\($0)", submittedAt: 7) }
        let selector = Selector(rules: SelectionRules(seats: SeatRange(10), method: .fcfs))
        #expect(throws: SelectionError(.seedMissing, subject: "tie")) { try selector.run(pool: pool) }
        let first = try selector.run(pool: pool, seed: Seed(text: "one"))
        #expect(try selector.run(pool: pool.reversed(), seed: Seed(text: "one")).decisions == first.decisions)
        #expect(try selected(selector.run(pool: pool, seed: Seed(text: "two"))) != selected(first))
    }

    @Test func negativePointsRankBelowZeroAndAboveNone() throws {
        var pool = [person(0), person(1), person(2)]
        pool[0].score = -300
        pool[1].score = 0
        let rules = SelectionRules(seats: SeatRange(1), method: .ranking)
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(result.decisions.map(\.id) == ["p1", "p0", "p2"])
        #expect(result.decisions.map(\.rank) == [1, 1, 2])
    }

    @Test(arguments: [
        (Candidate(id: ""), SelectionError.Code.idEmpty), (Candidate(id: "p1"), .idDuplicate),
        (Candidate(id: "x", seats: 0), .candidateInvalid), (Candidate(id: "x", seats: .max), .candidateInvalid),
        (Candidate(id: "x", score: .min), .candidateInvalid),
    ])
    func impossibleApplicationsAreRefused(bad: Candidate, code: SelectionError.Code) {
        let selector = Selector(rules: SelectionRules(seats: SeatRange(1), method: .fcfs))
        let error = #expect(throws: SelectionError.self) { try selector.run(pool: [person(1), bad]) }
        #expect(error?.code == code)
        #expect(error?.message.text(in: .polish).isEmpty == false)
    }

    @Test func unknownAttributeOfAQuotaIsSaid() throws {
        let rules = SelectionRules(
            seats: SeatRange(1),
            method: .fcfs,
            quotas: [
                Quota(
                    id: "c",
                    subject: .attributes(["contry"]),
                    values: [.init(value: "PL", bounds: .init(maximum: .count(1)))]
                )
            ]
        )
        let pool = [person(1, ["country": "PL"])]
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(result.warnings.map(\.code) == [.valueAbsent])
        let context = SelectionContext(attributes: ["country": ["PL"]])
        let error = #expect(throws: SelectionError.self) {
            try Selector(rules: rules, context: context).run(pool: pool)
        }
        #expect(error?.faults.first?.code == "quota.attributeUnknown")
        #expect(error?.faults.first?.suggestion == "country")
    }

    @Test func fourOfEachOfFiveCountriesByPoints() throws {
        let countries = ["PL", "DE", "ES", "IT", "RO"]
        let pool = (0..<60).map { number in
            Candidate(
                id: "p\(number)",
                submittedAt: Int64(number),
                score: Int64(number % 7 * 100),
                attributes: ["country": countries[number % 5]]
            )
        }
        let exact = countries.map {
            Quota.ValueBounds(value: $0, bounds: .init(minimum: .count(4), maximum: .count(4)))
        }
        let rules = SelectionRules(
            seats: SeatRange(20),
            method: .ranking,
            ties: ["submitted"],
            quotas: [Quota(id: "country", subject: .attributes(["country"]), values: exact)]
        )
        let result = try Selector(rules: rules).run(pool: pool)
        let chosen = Set(selected(result))
        for country in countries {
            let ofCountry = pool.filter { $0.attributes["country"] == country }
                .sorted { ($0.score ?? 0, -($0.submittedAt ?? 0)) > ($1.score ?? 0, -($1.submittedAt ?? 0)) }
            #expect(Set(ofCountry.prefix(4).map(\.id)) == chosen.intersection(ofCountry.map(\.id)))
        }
        let refused = result.decisions.filter { $0.outcome == .waitlisted }
        #expect(refused.count == 40)
        #expect(Set(refused.map(\.reason.code)).isSubset(of: ["quota.max", "full"]))
    }

    @Test func atMostTwoOfAnOrganisation() throws {
        let pool = (0..<6).map { Candidate(id: "p\($0)", submittedAt: Int64($0), organisation: $0 < 4 ? "a" : nil) }
        let rules = SelectionRules(
            seats: SeatRange(4),
            method: .fcfs,
            quotas: [Quota(id: "org", subject: .attributes(["organisation"]), each: .init(maximum: .count(2)))]
        )
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(selected(result) == ["p0", "p1", "p4", "p5"])
        let reason = result.decisions.first { $0.id == "p2" }?.reason
        #expect(reason?.code == "org.max")
        #expect(reason?.parameters == ["max": "2"])
    }

    @Test func levelGroupsFillByReceiptWithinEach() throws {
        let levels = ["A0", "A1"]
        let pool = (0..<8).map { person($0, ["level": $0 == 7 ? "C1" : levels[$0 % 2]]) }
        let rules = SelectionRules(
            seats: SeatRange(minimum: 0, maximum: 6),
            method: .fcfs,
            sessions: levels.map { level in
                SelectionSession(id: level, seats: SeatRange(minimum: 0, maximum: 3), need: "level == \"\(level)\"")
            }
        )
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(selected(result) == ["p0", "p1", "p2", "p3", "p4", "p5"])
        #expect(result.decisions.map(\.session).prefix(4) == ["A0", "A1", "A0", "A1"])
        #expect(result.decisions.first { $0.id == "p6" }?.reason.code == "full")
        #expect(result.decisions.first { $0.id == "p7" }?.reason.code == "session.none")
    }

    @Test func fullGroupIsNamedWhileOtherPlacesAreLeft() throws {
        let pool = (0..<5).map { person($0, ["level": "A1"]) }
        let rules = SelectionRules(
            seats: SeatRange(minimum: 0, maximum: 6),
            method: .fcfs,
            sessions: [
                SelectionSession(id: "A0", seats: SeatRange(3), need: "level == \"A0\""),
                SelectionSession(id: "A1", seats: SeatRange(3), need: "level == \"A1\""),
            ]
        )
        let result = try Selector(rules: rules).run(pool: pool)
        let waiting = result.decisions.filter { $0.outcome == .waitlisted }
        #expect(waiting.map(\.id) == ["p3", "p4"])
        #expect(waiting.first?.reason.parameters["session"] == "A1")
    }

    @Test func sessionsBelowTheirMinimumAreAskedAboutOrCancelled() throws {
        var pool = (0..<5).map { person($0) }
        for index in pool.indices { pool[index].wishes = index == 0 ? ["small", "big"] : ["big"] }
        var rules = SelectionRules(
            seats: SeatRange(minimum: 0, maximum: 20),
            method: .fcfs,
            sessions: ["small", "big"].map { SelectionSession(id: $0, seats: SeatRange(minimum: 2, maximum: 10)) },
            wishes: WishRules(ranked: 2),
            assign: AssignRules(belowMinimum: .ask)
        )
        let asked = try Selector(rules: rules).run(pool: pool)
        #expect(asked.unmet.map(\.code) == [.sessionBelowMinimum])
        #expect(asked.decisions.first?.session == "small")
        rules.assign?.belowMinimum = .cancel
        let cancelled = try Selector(rules: rules).run(pool: pool)
        #expect(cancelled.warnings.map(\.code) == [.sessionCancelled])
        #expect(cancelled.decisions.first?.session == "big")
    }

    @Test func wishesGoByOrderWithoutTakingAwayFirstWishes() throws {
        var pool = (0..<3).map { person($0) }
        pool[0].wishes = ["a", "b"]
        pool[1].wishes = ["a", "b"]
        pool[2].wishes = ["a"]
        let rules = SelectionRules(
            seats: SeatRange(minimum: 0, maximum: 2),
            method: .fcfs,
            sessions: ["a", "b"].map { SelectionSession(id: $0, seats: SeatRange(minimum: 0, maximum: 1)) },
            wishes: WishRules(ranked: 2)
        )
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(result.decisions.map(\.session) == ["a", "b", nil])
    }

    @Test func guaranteedPlacesComeFirstAndCount() throws {
        var pool = (0..<4).map { person($0) }
        pool[3].guaranteed = "speaker"
        let result = try Selector(rules: SelectionRules(seats: SeatRange(2), method: .fcfs)).run(pool: pool)
        #expect(Set(selected(result)) == ["p0", "p3"])
        #expect(result.decisions.first { $0.id == "p3" }?.reason.code == "selected.guaranteed")
    }

    @Test func guestsAndExpertsTakeNoPlaceAndCountInNoQuota() throws {
        let quota = Quota(
            id: "c",
            subject: .attributes(["c"]),
            values: [.init(value: "x", bounds: .init(maximum: .count(1)))]
        )
        for (method, fairness) in [
            (SelectionRules.Method.fcfs, SelectionRules.Fairness.order), (.lottery, .leximin), (.lottery, .order),
        ] {
            var pool = (0..<6).map { person($0, ["c": $0 == 0 || $0 == 5 ? "x" : "y"]) }
            pool[0].guest = "expert"
            let rules = SelectionRules(seats: SeatRange(2), method: method, fairness: fairness, quotas: [quota])
            let result = try Selector(rules: rules).run(pool: pool, seed: Seed(text: "s"))
            #expect(selected(result).count == 3 && selected(result).contains("p0"))
            let guest = try #require(result.decisions.first { $0.id == "p0" })
            #expect(guest.rank == nil && guest.reason.code == "selected.guest")
            #expect(RecordVerifier.verify(result.record.bytes) == [])
            #expect(RecordVerifier.verify(result.record.bytes, pool: pool) == [])
        }
    }

    @Test func delegatesTakeSeveralSeats() throws {
        let pool = (0..<5).map { Candidate(id: "p\($0)", submittedAt: Int64($0), seats: 2) }
        let result = try Selector(rules: SelectionRules(seats: SeatRange(5), method: .fcfs)).run(pool: pool)
        #expect(selected(result) == ["p0", "p1"])
        #expect(result.unmet.map(\.code) == [.seatsUnfilled])
    }

    @Test func heldSeatsCountInQuotas() throws {
        let rules = SelectionRules(
            seats: SeatRange(3),
            method: .fcfs,
            quotas: [
                Quota(
                    id: "c",
                    subject: .attributes(["c"]),
                    values: [.init(value: "x", bounds: .init(maximum: .count(1)))]
                )
            ]
        )
        let held = Participant(Candidate(id: "h", attributes: ["c": "x"]))
        let pool = [person(1, ["c": "x"]), person(2, ["c": "y"]), person(3, ["c": "y"])]
        let result = try Selector(rules: rules).run(pool: pool, kept: [held])
        #expect(selected(result) == ["p2", "p3"])
        #expect(result.decisions.last?.reason.parameters == ["max": "1", "quota": "c:x"])
    }

    @Test func sensitiveQuotasAreNotNamedToPeople() throws {
        let rules = SelectionRules(
            seats: SeatRange(2),
            method: .fcfs,
            quotas: [
                Quota(
                    id: "health",
                    subject: .attributes(["disability"]),
                    values: [.init(value: "yes", bounds: .init(minimum: .count(1), maximum: .count(1)))],
                    isSensitive: true
                )
            ]
        )
        let pool = [
            person(1, ["disability": "no"]), person(2, ["disability": "no"]), person(3, ["disability": "yes"]),
            person(4, ["disability": "yes"]),
        ]
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(selected(result) == ["p1", "p3"])
        let refused = try #require(result.decisions.first { $0.id == "p2" })
        #expect(refused.reason.code == "quota.needed")
        for decision in result.decisions {
            for (_, text) in decision.reason.text.all {
                #expect(!text.contains("health") && !text.contains("yes") && !text.contains("*"))
            }
        }
        #expect(refused.reason.text.text(in: .polish).contains("zasada równowagi"))
    }

    @Test func whoIsNotEligibleReadsTheOrganisersWords() throws {
        let reason = LocalizedText([.polish: "Tylko osoby pełnoletnie.", .english: "Adults only."])
        let rules = SelectionRules(
            seats: SeatRange(2),
            eligible: [SelectionNeed(id: "adult", need: "age >= 18", reason: reason)],
            method: .fcfs
        )
        let result = try Selector(rules: rules).run(pool: [person(1, ["age": "9"]), person(2, ["age": "30"])])
        #expect(result.decisions.map(\.outcome) == [.selected, .ineligible])
        #expect(result.decisions[1].reason.text.text(in: .polish) == "Tylko osoby pełnoletnie.")
    }

    @Test func partyWithAnIneligibleMemberStaysOut() throws {
        var pool = [person(1, ["age": "9"]), person(2, ["age": "30"]), person(3, ["age": "40"])]
        pool[0].party = "family"
        pool[1].party = "family"
        let rules = SelectionRules(
            seats: SeatRange(3),
            eligible: [SelectionNeed(id: "adult", need: "age >= 18")],
            method: .fcfs
        )
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(selected(result) == ["p3"])
        #expect(result.decisions.first { $0.id == "p2" }?.reason.code == "party")
        #expect(result.warnings.map(\.code) == [.partyIncomplete])
    }

    @Test func reserveIsCutToItsSize() throws {
        var rules = SelectionRules(seats: SeatRange(1), method: .fcfs)
        rules.reserve.size = 2
        let result = try Selector(rules: rules).run(pool: (0..<5).map { person($0) })
        #expect(result.decisions.map(\.outcome) == [.selected, .waitlisted, .waitlisted, .notSelected, .notSelected])
    }

    @Test func softQuotasGiveWayInTheirOrder() throws {
        func soft(_ id: String, _ value: String, _ order: Int) -> Quota {
            Quota(
                id: id,
                subject: .attributes(["c"]),
                values: [.init(value: value, bounds: .init(minimum: .count(2)))],
                isSoft: true,
                order: order
            )
        }
        let pool = ["z", "x", "x", "y", "y"].enumerated().map { person($0, ["c": $1]) }
        let rules = SelectionRules(seats: SeatRange(3), method: .fcfs, quotas: [soft("b", "y", 2), soft("a", "x", 1)])
        let result = try Selector(rules: rules).run(pool: pool)
        #expect(selected(result) == ["p1", "p2", "p3"])
        #expect(result.unmet.map(\.code) == [.softMissed])
        #expect(result.unmet.first?.parameters == ["rule": "b", "missing": "1"])
    }
}
