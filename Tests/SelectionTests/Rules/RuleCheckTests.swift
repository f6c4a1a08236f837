import FormModel
import Testing

@testable import Selection

@Suite struct RuleCheckTests {
    private func quota(_ bounds: Quota.Bounds, value: String = "PL") -> Quota {
        Quota(id: "q", subject: .attributes(["country"]), values: [.init(value: value, bounds: bounds)])
    }

    @Test(arguments: [
        (Quota.Bounds(minimum: .count(3), maximum: .count(2)), "quota.minOverMax"),
        (Quota.Bounds(minimum: .count(-1)), "quota.outOfRange"),
        (Quota.Bounds(maximum: .share(basisPoints: 10_001)), "quota.outOfRange"),
        (Quota.Bounds(minimum: .count(11)), "quota.sumOfMinima"),
    ])
    func impossibleBounds(bounds: Quota.Bounds, code: String) {
        let rules = SelectionRules(seats: SeatRange(10), method: .fcfs, quotas: [quota(bounds)])
        let faults = RuleCheck.faults(of: rules)
        #expect(faults.map(\.code) == [code])
        #expect(faults.first?.path.hasPrefix("quotas[0]") == true)
    }

    @Test func minimaOfAllValuesBeyondTheSeats() {
        let rules = SelectionRules(
            seats: SeatRange(10),
            method: .fcfs,
            quotas: [
                Quota(
                    id: "q",
                    subject: .attributes(["country"]),
                    values: ["PL", "UA"].map { .init(value: $0, bounds: .init(minimum: .count(6))) }
                )
            ]
        )
        #expect(RuleCheck.faults(of: rules).map(\.code) == ["quota.sumOfMinima"])
    }

    @Test func mistypedValuesGetTheNearestKnownOne() {
        let rules = SelectionRules(
            seats: SeatRange(10),
            method: .fcfs,
            quotas: [quota(.init(maximum: .count(1)), value: "Polnd")]
        )
        let context = SelectionContext(attributes: ["country": ["Poland", "Spain"]])
        let fault = RuleCheck.faults(of: rules, context: context).first
        #expect(fault?.code == "quota.valueUnknown")
        #expect(fault?.suggestion == "Poland")
        #expect(fault?.path == "quotas[0].values.Polnd")
    }

    @Test func maximaThatCannotFillTheSeats() {
        let rules = SelectionRules(seats: SeatRange(10), method: .fcfs, quotas: [quota(.init(maximum: .count(4)))])
        let context = SelectionContext(attributes: ["country": ["PL"]])
        #expect(RuleCheck.faults(of: rules, context: context).map(\.code) == ["quota.sumOfMaxima"])
    }

    @Test func everythingElse() {
        var rules = SelectionRules(
            version: 2,
            seats: SeatRange(minimum: 5, maximum: 4),
            eligible: [SelectionNeed(id: "a", need: "age >="), SelectionNeed(id: "a", need: "age > 1")],
            method: .ranking,
            ranking: RankingRules(criteria: [.init(criterion: "m", weight: 0)], minimumReviews: -1),
            ties: ["height"],
            quotas: [Quota(id: "", subject: .attributes([]))],
            sessions: [SelectionSession(id: "s", seats: SeatRange(0), overlaps: ["t"])],
            wishes: WishRules(ranked: 0, perPerson: 0)
        )
        rules.reserve.size = -1
        #expect(
            Set(RuleCheck.faults(of: rules).map(\.code)) == [
                "rules.versionUnknown", "seats.minOverMax", "eligible.idTwice", "expression.endUnexpected",
                "ranking.weight", "ranking.minReviews", "ties.unknown", "quota.idTwice", "quota.byEmpty",
                "quota.empty", "seats.outOfRange", "sessions.overlapUnknown", "wishes.ranked", "wishes.perPerson",
                "reserve.size",
            ]
        )
    }

    @Test func shareRoundsMinimaUpAndMaximaDown() {
        let bounds = Quota.Bounds(minimum: .share(basisPoints: 3333), maximum: .share(basisPoints: 3334))
        #expect(BoundResolution.minimum(bounds, seats: 10) == 4)
        #expect(BoundResolution.maximum(bounds, seats: 10) == 3)
    }
}
