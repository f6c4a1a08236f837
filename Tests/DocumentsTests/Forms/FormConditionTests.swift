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
        ("sector == ngo", "Tylko jeśli w „Rodzaj podmiotu” zaznaczono „organizacja pozarządowa”."),
        ("sector != ngo", "Nie dotyczy, jeśli w „Rodzaj podmiotu” zaznaczono „organizacja pozarządowa”."),
        ("contains(courses, \"k2\")", "Tylko jeśli w „Kursy” zaznaczono „kurs 2”."),
        ("has(phone)", "Tylko jeśli wypełniono: „Telefon”."),
        ("has(phone) or has(pesel)", "Tylko jeśli wypełniono: „Telefon” lub „PESEL”."),
        ("members > 3", "Jeśli dotyczy."),
    ])
    func conditionIsSaidInWords(condition: String, sentence: String) {
        #expect(Self.help(shownIf: condition) == sentence)
        #expect(Self.help(shownIf: nil, requiredIf: condition) == sentence)
    }

    @Test func questionForEverybodyNeedsNoSentence() {
        #expect(Self.help(shownIf: nil) == "")
    }
}
