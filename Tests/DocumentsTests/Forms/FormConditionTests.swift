import Documents
import FormModel
import Testing

@Suite struct FormConditionTests {
    private static func help(shownIf: String?, requiredIf: String? = nil) -> String {
        var event = FormFixture.event
        var field = FormFixture.field("extra", .text, "Dodatkowe", required: false)
        field.shownIf = shownIf
        field.requiredIf = requiredIf
        event.forms[0].fields.append(field)
        let sheet = FormSheetBuilder(event: event, form: event.forms[0], language: .polish).sheet()
        for case .question(let question) in sheet.sections.flatMap(\.items) where question.name.field == "extra" {
            return question.help
        }
        return "not asked"
    }

    @Test(arguments: [
        ("sector == ngo", "Tylko gdy: Rodzaj podmiotu – organizacja pozarządowa."),
        ("sector != ngo", "Nie dotyczy, gdy: Rodzaj podmiotu – organizacja pozarządowa."),
        ("contains(courses, \"k2\")", "Tylko gdy: Kursy – kurs 2."), ("has(phone)", "Tylko gdy: „Telefon”."),
        ("has(phone) or has(pesel)", "Tylko gdy: „Telefon” / „PESEL”."), ("members > 3", "Jeśli dotyczy."),
    ])
    func conditionIsSaidInWords(condition: String, sentence: String) {
        #expect(Self.help(shownIf: condition) == sentence)
        #expect(Self.help(shownIf: nil, requiredIf: condition) == sentence)
    }

    @Test func questionForEverybodyNeedsNoSentence() {
        #expect(Self.help(shownIf: nil) == "")
    }
}
