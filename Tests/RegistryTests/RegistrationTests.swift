import FormModel
import Registry
import Testing

@Suite struct RegistrationTests {
    private func answer(_ value: AnswerValue, _ kind: Evidence.Kind, raw: String) -> Answer {
        Answer(value: value, confidence: 0.9, evidence: [Evidence(kind: kind, place: "p[1]", raw: raw, score: 0.9)])
    }

    @Test func everyKindOfValueComesBackAsItWas() throws {
        let document = IdentityDocument(
            kind: .residenceCard,
            number: "RX0000001",
            validTo: CalendarDate(iso: "2024-05-01")
        )
        let values: [String: AnswerValue] = [
            "text": .text("zażółć \"gęślą\"\njaźń \u{1}"), "flag": .flag(false), "choices": .choices(["a", "b"]),
            "number": .number(try #require(DecimalNumber("12.50"))),
            "date": .date(try #require(CalendarDate(iso: "1904-02-29"))),
            "name": .name(PersonName(full: "Anna Testowa", given: "Anna", surname: "Testowa", isSplitProposed: true)),
            "document": .identityDocument(document), "nobody": .group([]),
            "delegates": .group([
                ["email": .text("a@example.org"), "ok": .flag(true)], ["email": .text("b@example.org")],
            ]),
        ]
        let house = try TemporaryRegistry()
        let id = try house.register("Anna", answers: AnswerSet(values.mapValues { answer($0, .web, raw: "x") }))
        #expect(try house.registry.read { try $0.registration(id: id) }?.values == values)
        #expect(try house.registry.read { try $0.answers(ofRegistration: id) }.values == values)
    }

    @Test func aCorrectionAddsEvidenceAndErasesNone() throws {
        let house = try TemporaryRegistry()
        let first = AnswerSet(["city": answer(.text("Torun"), .tableCell, raw: "Torun")])
        let id = try house.register("Anna", answers: first)
        try house.registry.write { writer in
            try writer.updateRegistration(
                id,
                values: ["city": .text("Toruń")],
                changed: AnswerSet(["city": answer(.text("Toruń"), .staff, raw: "Toruń")]),
                findings: [Finding(.confidenceLow, field: "city", parameters: ["min": "1"])],
                reviewFields: ["city"],
                name: "Anna",
                sortKey: [1],
                searchText: "anna",
                at: TemporaryRegistry.now,
                actor: "Maria",
                reason: "literówka"
            )
        }
        let answers = try house.registry.read { try $0.answers(ofRegistration: id) }
        #expect(answers["city"]?.value == .text("Toruń"))
        #expect(answers["city"]?.evidence.map(\.raw) == ["Torun", "Toruń"])
        let row = try house.registry.read { try $0.registration(id: id) }
        #expect(row?.findings == [Finding(.confidenceLow, field: "city", parameters: ["min": "1"])])
        #expect(row?.reviewFields == ["city"])
    }

    @Test func aListFollowsTheSortKeyAndPages() throws {
        let house = try TemporaryRegistry()
        for (name, key) in [("C", 3), ("A", 1), ("B", 2)] { _ = try house.register(name, sortKey: [UInt8(key)]) }
        let page = try house.registry.read {
            try $0.registrations(RegistrationQuery(event: "event", limit: 2, offset: 1))
        }
        #expect(page.map(\.name) == ["B", "C"])
        #expect(try house.registry.read { try $0.registrationCount(RegistrationQuery(searchText: "b")) } == 1)
    }

    @Test func filtersJoinRegistrationAndParticipation() throws {
        let house = try TemporaryRegistry()
        let waiting = try house.register("A")
        _ = try house.register("B")
        try house.change(waiting, .waitlist)
        let query = RegistrationQuery(event: "event", activity: "course", participationStates: [.waitlisted])
        #expect(try house.registry.read { try $0.registrations(query) }.map(\.name) == ["A"])
    }

    @Test func likelyDuplicatesAreSuspectedUntilAPersonSeparatesThem() throws {
        let house = try TemporaryRegistry()
        let first = try house.register("Anna Testowa", keys: ["name|anna"])
        let second = try house.register("Ганна Тестова", keys: ["name|anna", "x"])
        #expect(try house.registry.read { try $0.registration(id: second) }?.possibleDuplicateOf == first)
        #expect(try house.registry.read { try $0.suspects(of: first) }.map(\.id) == [second])
        try house.registry.write { try $0.separate(first, second) }
        #expect(try house.registry.read { try $0.registration(id: second) }?.possibleDuplicateOf == nil)
        #expect(try house.registry.read { try $0.suspect(event: "event", keys: ["name|anna"], other: second) } == nil)
    }

    @Test func mergingStrikesOffTheOneAndPointsToTheOther() throws {
        let house = try TemporaryRegistry()
        let kept = try house.register("Anna", keys: ["k"])
        let lost = try house.register("Anna", keys: ["k"])
        let third = try house.register("Anna", keys: ["k"])
        try house.registry.write { try $0.merge(kept == lost ? third : lost, into: kept) }
        let row = try house.registry.read { try $0.registration(id: lost) }
        #expect(row?.state == .cancelled)
        #expect(row?.mergedInto == kept)
        #expect(try house.registry.read { try $0.registration(id: third) }?.possibleDuplicateOf == kept)
    }
}
