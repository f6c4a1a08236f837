import FormModel
import Testing

@testable import Selection

/// The waiting list beside promotion itself: places, parties that are waited for, the last day, rules that give way.
@Suite struct WaitingTests {
    private func person(_ id: String, _ country: String = "PL", party: String? = nil) -> Candidate {
        Candidate(id: id, submittedAt: 1, party: party, attributes: ["country": country])
    }

    private func country(_ bounds: [(String, Int?, Int?)], relax: Quota.Relaxation? = nil) -> Quota {
        Quota(
            id: "country",
            subject: .attributes(["country"]),
            values: bounds.map { value, least, most in
                .init(value: value, bounds: .init(minimum: least.map { .count($0) }, maximum: most.map { .count($0) }))
            },
            relaxation: relax
        )
    }

    @Test func placeInLineAndAmongTheOwnCategory() throws {
        let rules = SelectionRules(seats: SeatRange(4), method: .fcfs, quotas: [country([("UA", 2, nil)])])
        let waiting = [person("a"), person("b", "UA"), person("c", "BY"), person("d", "UA")]
        let line = try WaitingLine(rules: rules, waiting: waiting)
        #expect(line.places["d"] == WaitingPlace(inLine: 4, lineLength: 4, inCategory: 2, categoryCount: 2))
        // Poland and Belarus are not told apart by any rule.
        #expect(line.places["c"] == WaitingPlace(inLine: 3, lineLength: 4, inCategory: 2, categoryCount: 2))
    }

    @Test func strictPartiesAreWaitedForAndOthersPassThem() throws {
        var rules = SelectionRules(seats: SeatRange(3), method: .fcfs)
        let waiting = [person("first"), person("x", party: "two"), person("y", party: "two"), person("last")]
        let present = ["a", "b"].map { Participant(person($0)) }
        // One free place: the first alone gets it in either way.
        rules.reserve.party = .strict
        #expect(
            try Promotion(rules: rules).offersInLine(waiting: waiting, participants: present).offers.map(\.ids) == [
                ["first"]
            ]
        )
        let behind = Array(waiting.dropFirst())
        let strict = try Promotion(rules: rules).offersInLine(waiting: behind, participants: present)
        #expect(strict.offers.isEmpty)
        #expect(strict.unmet.map(\.code) == [.partyWaits])
        #expect(strict.unmet.first?.parameters == ["ids": "x, y", "seats": "2", "free": "1"])
        rules.reserve.party = .skip
        let skip = try Promotion(rules: rules).offersInLine(waiting: behind, participants: present)
        #expect(skip.offers.map(\.ids) == [["last"]])
        #expect(skip.passedOver.map(\.id) == ["x", "y"])
        // Two free places: the party comes.
        rules.reserve.party = .strict
        let two = try Promotion(rules: rules).offersInLine(waiting: behind, participants: [present[0]])
        #expect(two.offers.map(\.ids) == [["x", "y"]])
    }

    @Test(arguments: [
        ("event.start - P2D", "2027-03-08"), ("2027-03-05", "2027-03-05"), ("event.end", "2027-03-12"),
    ])
    func lastDayOfPromotion(written: String, day: String) {
        var rules = SelectionRules(seats: SeatRange(1), method: .fcfs)
        rules.reserve.stop = written
        let context = SelectionContext(
            eventStart: CalendarDate(iso: "2027-03-10"),
            eventEnd: CalendarDate(iso: "2027-03-12")
        )
        #expect(PromotionStop.day(rules, context: context)?.description == day)
    }

    @Test func withoutAStopThereIsNoLastDay() {
        let rules = SelectionRules(seats: SeatRange(1), method: .fcfs)
        #expect(PromotionStop.day(rules, context: SelectionContext()) == nil)
    }

    @Test func rulesGiveWayOnlyWhereTheirOwnerSaidSo() throws {
        let bounds: [(String, Int?, Int?)] = [("UA", 2, 2), ("PL", 2, 2)]
        func relaxed(_ relax: Quota.Relaxation?) throws -> [SelectionRules?] {
            let rules = SelectionRules(seats: SeatRange(4), method: .fcfs, quotas: [country(bounds, relax: relax)])
            let present = [person("a"), person("b"), person("c", "UA")].map { Participant($0) }
            let result = try Promotion(rules: rules).offers(waiting: [person("w")], participants: present)
            return try #require(result.unmet.first).changes.map { RuleRelaxing.apply($0.changes, to: rules) }
        }
        #expect(try relaxed(nil).allSatisfy { $0 == nil })
        let allowed = Quota.Relaxation(order: 1, bounds: .init(minimum: .count(1), maximum: .count(3)))
        let rules = try #require(try relaxed(allowed).first ?? nil)
        #expect(
            rules.quotas[0].values.map(\.bounds) == [
                .init(minimum: .count(1), maximum: .count(2)), .init(minimum: .count(2), maximum: .count(3)),
            ]
        )
        let narrow = Quota.Relaxation(order: 1, bounds: .init(minimum: .count(2), maximum: .count(3)))
        #expect(try relaxed(narrow).allSatisfy { $0 == nil })
    }

    // MARK: - What went wrong elsewhere

    /// pretix #2119: the last waiting person was promoted because lists hung on products.
    @Test func theFirstInLineIsPromotedNotTheLast() throws {
        let rules = SelectionRules(seats: SeatRange(2), method: .fcfs)
        let waiting = ["w1", "w2", "w3"].map { person($0) }
        let result = try Promotion(rules: rules).next(waiting: waiting, participants: [Participant(person("a"))])
        #expect(result.offers.map(\.ids) == [["w1"]])
    }

    /// One vacancy never promotes everybody.
    @Test func oneVacancyPromotesOne() throws {
        let rules = SelectionRules(seats: SeatRange(50), method: .fcfs)
        let waiting = (0..<20).map { person("w\($0)") }
        let present = (0..<30).map { Participant(person("p\($0)")) }
        let result = try Promotion(rules: rules).offers(waiting: waiting, participants: present, freeSeats: 1)
        #expect(result.offers.map(\.ids) == [["w0"]])
    }

    /// pretix #1163: somebody who resigned was offered a place again and blocked it: who holds nothing and waits for
    /// nothing takes no part.
    @Test func whoResignedBlocksNoPlace() throws {
        let rules = SelectionRules(seats: SeatRange(1), method: .fcfs, quotas: [country([("UA", 0, 1)])])
        let result = try Promotion(rules: rules).offers(waiting: [person("w", "UA")], participants: [])
        #expect(result.offers.map(\.ids) == [["w"]])
    }

    /// pretix #974: a parent and a child wait together; neither is promoted alone.
    @Test func parentAndChildAreNeverSeparated() throws {
        let rules = SelectionRules(seats: SeatRange(2), method: .fcfs)
        let family = [person("parent", party: "f"), person("child", party: "f")]
        let one = try Promotion(rules: rules).offers(waiting: family, participants: [Participant(person("a"))])
        #expect(one.offers.isEmpty)
        let two = try Promotion(rules: rules).offers(waiting: family, participants: [])
        #expect(two.offers.map(\.ids) == [["parent", "child"]])
    }
}
