import FormModel
import Testing

@testable import Selection

@Suite struct CuratedTests {
    private let rules = SelectionRules(
        seats: SeatRange(3),
        method: .curated,
        quotas: [
            Quota(
                id: "sector",
                subject: .attributes(["sector"]),
                values: [
                    .init(value: "ngo", bounds: .init(minimum: .count(1), maximum: .count(2))),
                    .init(value: "gmina", bounds: .init(minimum: .count(1))),
                ]
            ),
            Quota(id: "org", subject: .attributes(["organisation"]), each: .init(maximum: .count(1))),
        ]
    )

    private let pool = (0..<5).map { number in
        Candidate(
            id: "p\(number)",
            submittedAt: Int64(number),
            organisation: number < 2 ? "one" : nil,
            attributes: ["sector": number < 4 ? "ngo" : "gmina"]
        )
    }

    private func picks(_ numbers: [Int]) -> [CuratedPick] { numbers.map { CuratedPick(id: "p\($0)", reason: "r") } }

    @Test func countersFollowTheChoice() throws {
        let state = try CuratedChoice(rules: rules).check(chosen: picks([0, 2]), pool: pool)
        let counts = Dictionary(uniqueKeysWithValues: state.counts.map { ($0.rule, $0.have) })
        #expect(counts == ["seats": 2, "sector:ngo": 2, "sector:gmina": 0, "org:one": 1])
        #expect(state.violations.isEmpty)
        #expect(state.missing.map(\.rules) == [["sector:gmina"]])
    }

    @Test func tooManyOfASectorAndAnOrganisationAreSaid() throws {
        let state = try CuratedChoice(rules: rules).check(chosen: picks([0, 1, 2, 4]), pool: pool)
        #expect(state.violations.map(\.rules) == [["seats"], ["sector:ngo"], ["org:one"]])
        #expect(state.violations.map(\.code) == [.tooMany, .tooMany, .tooMany])
    }

    @Test func runKeepsTheChoiceItsReasonsAndAReserve() throws {
        let result = try Selector(rules: rules).run(pool: pool, chosen: picks([4, 0, 2]))
        #expect(result.decisions.map(\.id) == ["p4", "p0", "p2", "p1", "p3"])
        #expect(result.decisions.map(\.outcome).prefix(4) == [.selected, .selected, .selected, .waitlisted])
        #expect(result.decisions[0].reason.parameters == ["reason": "r"])
        #expect(result.unmet.isEmpty)
        #expect(RecordVerifier.verify(result.record.bytes, pool: pool).isEmpty)
    }

    @Test func strangersCannotBeChosen() {
        #expect(throws: SelectionError(.idUnknown, subject: "x")) {
            try CuratedChoice(rules: rules).check(chosen: [CuratedPick(id: "x", reason: "r")], pool: pool)
        }
    }
}
