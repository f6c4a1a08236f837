import FormModel
import Matching
import Testing

@Suite struct LabelLineTests {
    @Test(arguments: [
        "Imię i nazwisko: Anna Testowa",
        "Imię i nazwisko: ....Anna Testowa......................",
        "Imię i nazwisko ______Anna Testowa______",
        "Imię i nazwisko: …………… Anna Testowa",
        "1. Imię i nazwisko*: Anna Testowa",
        "IV) IMIĘ I NAZWISKO: Anna Testowa",
        "a) imie i nazwisko : Anna Testowa",
        "Imię i nazwisko (drukowanymi literami): Anna Testowa",
        "Imię i nazwisko\tAnna Testowa",
        "Imię i nazwisko – Anna Testowa",
        "Nazwisko i imię: Anna Testowa",
        "Imie i nazwiso: Anna Testowa",
        "Imię i nazwisko / Name and surname: Anna Testowa",
        "Imię і nazwisko: Anna Testowa",
        "Imię i nazwisko:\nAnna Testowa",
        "Name and surname: Anna Testowa",
        "• Imię i nazwisko: Anna Testowa",
    ])
    func nameBehindItsLabel(_ text: String) {
        let outcome = Samples.match(Paper.lines(text))
        #expect(outcome.plain["name_latin"] == "Anna Testowa")
        #expect(outcome.answers["name_latin"]?.evidence.first?.kind == .labelLine)
    }

    @Test func severalLabelsOnOneLine() {
        let outcome = Samples.match(
            Paper.lines("Tel.: 990 000 001   E-mail: anna@example.org", "Data urodzenia ...14.05.1902... PESEL ......")
        )
        #expect(
            outcome.plain == ["phone": "+48990000001", "email": "anna@example.org", "birth_date": "1902-05-14"]
        )
    }

    @Test func nothingBetweenLabelAndNumber() {
        let outcome = Samples.match(Paper.lines("Telefon 990 000 001"))
        #expect(outcome.plain == ["phone": "+48990000001"])
    }

    @Test(arguments: [
        ("2. Miejscowość: 95", "95"), ("Miejscowość: Toruń 2", "Toruń 2"), ("Miejscowość: (Toruń)", "(Toruń)"),
    ])
    func numberOrBracketBehindTheColonIsTheAnswer(_ text: String, _ city: String) {
        #expect(Samples.match(Paper.lines(text)).plain == ["city": city])
    }

    @Test func unknownWordingInAnotherAlphabetBesideAKnownLabel() {
        let outcome = Samples.match(
            Paper.lines("Населений пункт / Miejscowość: Toruń", "Stanowisko / Miejscowość: Toruń")
        )
        #expect(outcome.answers["city"]!.confidence >= 0.9)
        #expect(outcome.answers["city"]!.evidence.count == 2)
    }

    @Test func captionOfASignatureIsNoQuestion() {
        let outcome = Samples.match(
            Paper.lines("Miejscowość: Toruń", "..............\t..............", "miejscowość i data\tpodpis uczestnika")
        )
        #expect(outcome.plain == ["city": "Toruń"])
        #expect(outcome.findings.isEmpty)
    }

    @Test func untouchedDotsDoNotTakeTheNextLine() {
        let outcome = Samples.match(Paper.lines("Miejscowość: ..................", "* niepotrzebne skreślić"))
        #expect(outcome.answers == AnswerSet())
    }

    @Test func telephoneOfTheOfficeInRunningTextGivesWay() {
        let note =
            "Prosimy wypełnić na komputerze i odesłać do końca tygodnia na adres biura. Telefon: +48 990 000 009."
        let outcome = Samples.match(Paper.lines(note, "Telefon: 990 000 001"))
        #expect(outcome.plain == ["phone": "+48990000001"])
        #expect(outcome.findings.isEmpty)
    }

    @Test func labelThatGoesOnInAnotherLanguageBehindItsQuestionMark() {
        let form = FormDefinition(
            fields: [
                FieldDefinition(
                    key: "months",
                    kind: .number,
                    label: LocalizedText([.ukrainian: "Скільки місяців ви в Польщі?", .polish: "Od ilu miesięcy?"])
                )
            ]
        )
        let outcome = Samples.match(Paper.table([["Скільки місяців ви в Польщі? / Od ilu miesięcy?*", "14"]]), form)
        #expect(outcome.plain == ["months": "14"])
        #expect(outcome.findings.isEmpty)
    }

    @Test func beginningOfALabelIsLeftToAPerson() {
        let form = FormDefinition(
            fields: [FieldDefinition(key: "organisation", kind: .text, label: "Organizacja lub instytucja")]
        )
        let outcome = Samples.match(Paper.lines("Organizacja: Most"), form)
        #expect(outcome.plain == ["organisation": "Most"])
        #expect(outcome.needsReview == ["organisation"])
    }

    @Test func proseThatBeginsLikeALabelIsNoAnswer() {
        let outcome = Samples.match(
            Paper.lines("Telefon do biura podamy później.", "Miasto spotkania zostanie podane w zaproszeniu.")
        )
        #expect(outcome.answers == AnswerSet())
    }

    @Test(arguments: [
        "E-mail: ..................", "E-mail: ", "E-mail: -", "E-mail", "E-mail: ____ (np. a@example.org)",
    ])
    func emptyLineIsNoAnswer(_ text: String) {
        #expect(Samples.match(Paper.lines(text, "Telefon: 990000001")).plain == ["phone": "+48990000001"])
    }

    @Test func emptyLabelDoesNotTakeTheNextQuestion() {
        let outcome = Samples.match(Paper.lines("Miejscowość:", "Znana organizacja: Most", "E-mail: a@example.org"))
        #expect(outcome.plain == ["email": "a@example.org"])
    }

    @Test func placeholderIsEmptyAndReported() {
        let outcome = Samples.match(Paper.lines("Imię i nazwisko: Kliknij lub naciśnij tutaj, aby wprowadzić tekst."))
        #expect(outcome.answers == AnswerSet())
        #expect(outcome.codes == [.placeholderLeft])
    }

    @Test func longTextGoesOnUntilTheNextLabel() {
        let outcome = Samples.match(
            Paper.lines(
                "Dlaczego chce Pani/Pan wziąć udział?",
                "Bo uczę polskiego.",
                "I chcę uczyć lepiej.",
                "",
                "Miasto: Toruń"
            )
        )
        #expect(outcome.plain == ["motivation": "Bo uczę polskiego.\nI chcę uczyć lepiej.", "city": "Toruń"])
    }

    @Test func givenNameAndSurnameApartMakeAFullName() {
        let outcome = Samples.match(Paper.lines("Imię: Anna Maria", "Nazwisko: Testowa-Próbna"))
        let name = PersonName(full: "Anna Maria Testowa-Próbna", given: "Anna Maria", surname: "Testowa-Próbna")
        #expect(outcome.answers["name_latin"]?.value == .name(name))
        #expect(outcome.answers["name_latin"]?.evidence.count == 2)
    }

    @Test func oneLabelForTwoFields() {
        let outcome = Samples.match(
            Paper.lines("Kod pocztowy i miejscowość: 35-001 Rzeszów", "Tel./e-mail: 990 000 001, a@example.org")
        )
        #expect(
            outcome.plain == [
                "postcode": "35-001", "city": "Rzeszów", "phone": "+48990000001", "email": "a@example.org",
            ]
        )
    }

    @Test func twoDifferentValuesAreAFindingAndNeedReview() {
        let outcome = Samples.match(Paper.lines("E-mail: a@example.org", "E-mail: b@example.org"))
        #expect(outcome.codes == [.candidatesDiffer])
        #expect(outcome.needsReview == ["email"])
        #expect(outcome.answers["email"]!.confidence <= 0.5)
    }

    @Test func sameValueTwiceIsSurer() {
        let once = Samples.match(Paper.lines("E-mail: a@example.org"))
        let twice = Samples.match(Paper.lines("E-mail: a@example.org", "E-mail: A@example.org"))
        #expect(twice.findings.isEmpty)
        #expect(twice.answers["email"]!.confidence > once.answers["email"]!.confidence)
        #expect(twice.answers["email"]!.evidence.count == 2)
    }

    @Test func labelThatFitsTwoFieldsEquallyIsAFindingWithoutAnswer() {
        let form = FormDefinition(
            fields: [
                FieldDefinition(key: "school", kind: .text, label: "Nazwa"),
                FieldDefinition(key: "company", kind: .text, label: "Nazwa"),
            ]
        )
        let outcome = Samples.match(Paper.lines("Nazwa: Most"), form)
        #expect(outcome.answers == AnswerSet())
        #expect(outcome.codes == [.labelUnmatched])
    }

    @Test func labelThatOnlyResemblesIsLeftToAPerson() {
        let outcome = Samples.match(Paper.lines("E-mail opiekuna grupy: a@example.org"))
        #expect(outcome.answers["email"].map { $0.confidence < 0.8 } ?? true)
    }

    @Test func otherPersonsPhoneIsNotTakenForSure() {
        let outcome = Samples.match(Paper.lines("Numer telefonu osoby do kontaktu w nagłym wypadku: 990 000 002"))
        #expect(outcome.answers["phone"].map { $0.confidence < 0.8 } ?? true)
    }

    @Test func struckOutWordsOfAnAnswerAreLeftOut() {
        let outcome = Samples.match(Paper.lines("Miejscowość: ~Rzeszów~ Toruń"))
        #expect(outcome.plain == ["city": "Toruń"])
    }

    @Test func cyrillicForm() {
        let outcome = Samples.match(
            Paper.lines(
                "Ім’я та прізвище латиницею: Nataliia Testova",
                "Електронна пошта: n@example.org",
                "Телефон: +380 100000003"
            )
        )
        #expect(
            outcome.plain == ["name_latin": "Nataliia Testova", "email": "n@example.org", "phone": "+380100000003"]
        )
        #expect(outcome.language == .ukrainian)
    }

    @Test func mailBodyEndsAtTheSignature() {
        let outcome = Samples.match(
            Paper.lines(
                "Dzień dobry,",
                "zgłaszam się na szkolenie.",
                "Imię i nazwisko: Jan Próbny",
                "Miasto: Toruń",
                "Dlaczego chce Pani/Pan wziąć udział? Chcę się uczyć.",
                "Pozdrawiam",
                "Jan Próbny",
                format: .text
            )
        )
        #expect(
            outcome.plain == ["name_latin": "Jan Próbny", "city": "Toruń", "motivation": "Chcę się uczyć."]
        )
    }
}
