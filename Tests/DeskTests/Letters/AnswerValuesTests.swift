import Documents
import FormModel
import Testing

@testable import Desk

struct AnswerValuesTests {
    typealias F = LetterFixtures

    private func answers(_ registration: LetterRegistration, _ language: InterfaceLanguage = .polish) -> DataValue {
        AnswerValues(setting: F.setting(language), registration: registration).value
    }

    @Test func answersArePrintedAsPeopleWriteThem() {
        let values = answers(F.registration())
        #expect(values["organisation"]?.text == "Fundacja Przykładowa")
        #expect(values["birth_date"]?.text?.replacing("\u{A0}", with: " ") == "8 lipca 1902 r.")
        #expect(values["country"]?.text == "Ukraina")
        #expect(answers(F.registration(), .english)["country"]?.text == "Ukraine")
    }

    @Test func sensitiveAnswersAreNotThere() {
        let keys = answers(F.registration()).members?.keys ?? []
        #expect(!keys.contains("diet"))
        #expect(!keys.contains("fewer_opportunities"))
        #expect(!keys.contains("left_over"))
        let delegates = answers(F.organisationRegistration)["delegates"]?.elements ?? []
        #expect(delegates.map { $0["name"]?.text } == ["Ewa Żak", "Jan Ćma"])
        #expect(delegates.allSatisfy { $0.members?.keys == ["name", "email"] })
    }

    @Test func fieldsOfOtherFormsAreEmpty() {
        let values = answers(F.registration())
        #expect(values["org_name"]?.text == "")
        #expect(values["delegates"]?.elements?.count == 0)
    }

    @Test func letterForAVisaHasNone() {
        #expect(VisaLetter.values(F.setting(), F.registration())["answers"] == nil)
        #expect(ReceiptLetter.values(F.setting(), F.registration())["answers"]?["email"]?.text == F.email)
    }
}
