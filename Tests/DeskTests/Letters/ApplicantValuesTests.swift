import Documents
import FormModel
import Testing

@testable import Desk

struct ApplicantValuesTests {
    typealias F = LetterFixtures

    @Test(
        arguments: [
            (InterfaceLanguage.polish, "pani", "Szanowna Pani,"),
            (.polish, "pan", "Szanowny Panie,"),
            (.polish, nil, "Szanowni Państwo,"),
            (.polish, "coś innego", "Szanowni Państwo,"),
            (.english, "pani", "Dear Anna Testowa,"),
            (.ukrainian, "pan", "Шановний пане,"),
            (.russian, "pani", "Здравствуйте,"),
            (.belarusian, nil, "Добры дзень,"),
        ] as [(InterfaceLanguage, String?, String)]
    )
    func salutationFollowsTheAddressForm(_ language: InterfaceLanguage, _ form: String?, _ wanted: String) {
        let values = ApplicantValues(setting: F.setting(language), registration: F.registration(addressForm: form))
        #expect(values.object()["person"]?["salutation"]?.text == wanted)
    }

    @Test func organisationIsGreetedNeutrallyAndNamedFirst() {
        let object = ApplicantValues(setting: F.setting(), registration: F.organisationRegistration).object()
        #expect(object["person"]?["salutation"]?.text == "Szanowni Państwo,")
        #expect(object["recipient"]?.allTexts == ["Stowarzyszenie Testowe"])
        #expect(object["person"]?["name"]?.text == "Stowarzyszenie Testowe")
    }

    @Test func personIsNamedBeforeTheOrganisation() {
        let object = ApplicantValues(setting: F.setting(), registration: F.registration()).object()
        #expect(object["recipient"]?.allTexts == ["Anna Testowa", "Fundacja Przykładowa"])
    }

    @Test func shoutedNameIsPrintedInUsualCase() {
        let name = PersonName(full: "ANNA NOWAK-TESTOWA")
        let object = ApplicantValues(setting: F.setting(), registration: F.registration(name)).object()
        #expect(object["person"]?["name"]?.text == "Anna Nowak-Testowa")
    }

    @Test func knownTextsExistEvenWithoutAPlan() {
        let texts = HouseValues(setting: F.setting()).object()["texts"]?.members
        #expect(texts?.keys == HouseValues.knownTexts)
        #expect(texts?.values.allSatisfy { $0.text == "" } == true)
    }

    @Test func textsOfTheEventFileTakeTheLettersLanguage() {
        let plan = DocumentPlan(
            kind: .receipt,
            texts: ["resultBy": LocalizedText([.polish: "Do środy.", .english: "By Wednesday."])]
        )
        let object = HouseValues(setting: F.setting(.english, plan: plan)).object()
        #expect(object["texts"]?["resultBy"]?.text == "By Wednesday.")
    }
}
