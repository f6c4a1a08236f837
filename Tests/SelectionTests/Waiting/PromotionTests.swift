import FormModel
import Testing

@testable import Selection

@Suite struct PromotionTests {
    private func person(_ id: String, _ country: String, organisation: String? = nil, party: String? = nil) -> Candidate
    {
        Candidate(id: id, submittedAt: 1, organisation: organisation, party: party, attributes: ["country": country])
    }

    private let fourEach = SelectionRules(
        seats: SeatRange(4),
        method: .fcfs,
        quotas: [
            Quota(
                id: "country",
                subject: .attributes(["country"]),
                values: ["PL", "UA"].map {
                    .init(value: $0, bounds: .init(minimum: .count(2), maximum: .count(2)))
                }
            )
        ]
    )

    /// The last of the waiting list was promoted elsewhere because lists hung on products; here it is the first who fits.
    @Test func firstWhoKeepsTheQuotasIsOffered() throws {
        let present = [person("a", "PL"), person("b", "PL"), person("c", "UA")].map { Participant($0) }
        let waiting = [person("w1", "PL"), person("w2", "UA"), person("w3", "UA")]
        let result = try Promotion(rules: fourEach).next(waiting: waiting, participants: present)
        #expect(result.offers.map(\.ids) == [["w2"]])
        #expect(result.passedOver.map(\.id) == ["w1"])
        #expect(result.passedOver.first?.reason.code == "quota.max")
    }

    /// Elsewhere everybody on the list was promoted when one place became free.
    @Test func oneFreePlaceIsOfferedToOne() throws {
        let rules = SelectionRules(seats: SeatRange(3), method: .fcfs)
        let present = ["a", "b"].map { Participant(person($0, "PL")) }
        let waiting = (1...5).map { person("w\($0)", "PL") }
        let result = try Promotion(rules: rules).offers(waiting: waiting, participants: present)
        #expect(result.offers.map(\.ids) == [["w1"]])
        #expect(result.passedOver.isEmpty)
        // With the offer held, nobody else gets one.
        let then = try Promotion(rules: rules).offers(
            waiting: Array(waiting.dropFirst()),
            participants: present + [Participant(waiting[0])]
        )
        #expect(then.offers.isEmpty && then.unmet.isEmpty)
    }

    /// Elsewhere somebody who had cancelled was offered the place again, and it stayed blocked.
    @Test func placeOfWhoeverLeftIsFreeAndNotTheirsAgain() throws {
        let rules = SelectionRules(seats: SeatRange(2), method: .fcfs)
        var queue = try PromotionQueue(
            rules: rules,
            waiting: [person("w1", "PL"), person("w2", "PL")],
            participants: ["a", "b"].map { Participant(person($0, "PL")) }
        )
        func offered() throws -> [[String]] { try queue.promote().offers.map(\.ids) }
        #expect(try offered() == [])
        queue.release("a")
        #expect(try offered() == [["w1"]])
        // The offer is declined: the place goes on, and not back.
        queue.release("w1")
        #expect(try offered() == [["w2"]])
        let isBack = queue.release("a")
        let isWaiting = queue.withdraw("w1")
        #expect(!isBack && !isWaiting)
        #expect(try offered() == [])
    }

    @Test func noFreeSeatOffersNothing() throws {
        let present =
            ["a", "b"].map { Participant(person($0, "PL")) } + ["c", "d"].map { Participant(person($0, "UA")) }
        let result = try Promotion(rules: fourEach).next(waiting: [person("w", "UA")], participants: present)
        #expect(result.offers.isEmpty && result.unmet.isEmpty)
    }

    @Test func nobodyFitsSaysWhatItWouldTakeAndWhomItLetsIn() throws {
        let present = [person("a", "PL"), person("b", "PL"), person("c", "UA")].map { Participant($0) }
        let result = try Promotion(rules: fourEach).next(waiting: [person("w1", "PL")], participants: present)
        #expect(result.offers.isEmpty)
        let unmet = try #require(result.unmet.first)
        #expect(unmet.code == .nobodyFits)
        #expect(unmet.changes.first?.letsIn == "w1")
        #expect(unmet.text.text(in: .english).contains("(w1)"))
        let changed = Set(unmet.changes.first?.changes.map(\.rule) ?? [])
        #expect(changed == ["country:PL", "country:UA"])
    }

    @Test func partyComesTogetherOrWaits() throws {
        let rules = SelectionRules(seats: SeatRange(3), method: .fcfs)
        let waiting = [
            person("parent", "PL", party: "family"), person("child", "PL", party: "family"), person("single", "PL"),
        ]
        let two = try Promotion(rules: rules).offers(waiting: waiting, participants: [Participant(person("a", "PL"))])
        #expect(two.offers.map(\.ids) == [["parent", "child"]])
        let present = ["a", "b"].map { Participant(person($0, "PL")) }
        let one = try Promotion(rules: rules).offers(waiting: waiting, participants: present)
        #expect(one.offers.map(\.ids) == [["single"]])
        #expect(one.passedOver.map(\.id) == ["parent", "child"])
        #expect(one.passedOver.first?.reason.code == "party")
    }

    @Test func severalVacanciesAreFilledTogether() throws {
        let present = [Participant(person("a", "PL"))]
        let waiting = [person("w1", "PL"), person("w2", "PL"), person("w3", "UA"), person("w4", "UA")]
        let result = try Promotion(rules: fourEach).offers(waiting: waiting, participants: present)
        #expect(result.offers.map(\.ids) == [["w1"], ["w3"], ["w4"]])
    }

    @Test(arguments: PoolBlocks.of(25, usual: 500)) func promotionEqualsTryingEveryFilling(block: Int) throws {
        for number in (block * 25)..<(block * 25 + 25) {
            var pool = RandomPool(seed: 200_000 + number)
            for index in pool.candidates.indices { pool.candidates[index].guaranteed = nil }
            let units = promotionUnits(pool.candidates)
            let oracle = RuleOracle(rules: pool.rules, pool: pool.candidates, kept: pool.kept)
            let kept = pool.kept.map { Participant($0) }
            guard RuleCheck.faults(of: pool.rules).isEmpty else { continue }
            let result = try Promotion(rules: pool.rules).offers(waiting: pool.candidates, participants: kept)
            let expected = oracle.best(units: units).map { list in zip(units, list).filter(\.1).map { $0.0.map(\.id) } }
            let isFull = pool.kept.count >= pool.rules.seats.maximum
            #expect(result.offers.map(\.ids) == (isFull ? [] : expected ?? []), "pool \(200_000 + number)")
        }
    }

    private func promotionUnits(_ waiting: [Candidate]) -> [[Candidate]] {
        var seen: Set<String> = []
        var units: [[Candidate]] = []
        for candidate in waiting {
            guard let party = candidate.party else {
                units.append([candidate])
                continue
            }
            if seen.insert(party).inserted { units.append(waiting.filter { $0.party == party }) }
        }
        return units
    }
}
