import Documents
import FormModel
import Testing

/// What a blank form says beside the organiser's own words.
@Suite struct FormSheetTests {
    private static func sheet(_ change: (inout EventDefinition) -> Void = { _ in }) -> FormSheet {
        var event = FormFixture.event
        change(&event)
        return FormSheetBuilder(event: event, form: event.forms[0], language: .polish).sheet()
    }

    private static func question(_ key: String, _ sheet: FormSheet) throws -> FormQuestion {
        let questions = sheet.sections.flatMap(\.items).compactMap { item -> FormQuestion? in
            if case .question(let question) = item { question } else { nil }
        }
        return try #require(questions.first { $0.name.field == key })
    }

    @Test(arguments: [
        ("sector", "", "jedna odpowiedź"), ("form_of_address", "", "jedna odpowiedź"), ("courses", "", "można kilka"),
        ("courses", "3", "najwyżej 3"), ("courses", "1", "jedna odpowiedź"), ("courses", "9", "można kilka"),
        ("given", "", ""),
    ])
    func itIsSaidHowManyMayBeTicked(key: String, maximum: String, words: String) throws {
        let sheet = Self.sheet { event in
            let index = event.forms[0].fields.firstIndex { $0.key == key } ?? 0
            if !maximum.isEmpty { event.forms[0].fields[index].maximum = maximum }
        }
        #expect(try Self.question(key, sheet).count == words)
    }

    /// Neither of them is optional as long as the other is empty.
    @Test func ofQuestionsOneOfWhichIsNeededBothSaySo() throws {
        let sheet = Self.sheet { event in
            for index in event.forms[0].fields.indices
            where ["phone", "nip", "krs"].contains(event.forms[0].fields[index].key) {
                event.forms[0].fields[index].isRequired = false
            }
            event.forms[0].oneOf = [["phone", "nip"]]
        }
        for key in ["phone", "nip"] {
            let question = try Self.question(key, sheet)
            #expect(question.help == "Wystarczy jedno z: „Telefon”, „NIP”." && !question.isOptional)
        }
        #expect(try Self.question("krs", sheet).isOptional)
    }

    @Test(arguments: [(600, "1 marca 2024 r., 10:00–13:30, Toruń"), (nil, "1 marca 2024 r., Toruń")])
    func theHoursStandWithDayAndPlace(start: Int?, text: String) throws {
        let day = try #require(CalendarDate(iso: "2024-03-01"))
        let sheet = Self.sheet { event in
            let session = Session(id: "s", date: day, startMinute: start, endMinute: start.map { $0 + 210 })
            event.activities = [
                Activity(id: "a", title: "Spotkanie", kind: .meeting, place: "Toruń", sessions: [session])
            ]
            event.forms[0].activities = ["a"]
        }
        #expect(sheet.facts.first?.text.replacing("\u{A0}", with: " ") == text)
    }
}
