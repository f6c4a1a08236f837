import FormModel
import Matching
import Testing

@Suite struct MarkTests {
    @Test(arguments: [
        "Dieta: ☐ zwykła ☒ wegetariańska ☐ wegańska",
        "Dieta: zwykła ☐ wegetariańska ☑ wegańska ☐",
        "Dieta (proszę zaznaczyć): [ ] zwykła [x] wegetariańska [ ] wegańska",
        "Dieta: ( ) zwykła (X) wegetariańska ( ) wegańska",
        "Dieta:\n☐ zwykła\n☒ wegetariańska\n☐ wegańska",
        "Dieta:\nzwykła ☐\nwegetariańska ☒\nwegańska ☐",
        "Dieta: ☐ zwykła ☐x wegetariańska ☐ wegańska",
        "Dieta: \u{F0A8} zwykła \u{F0FE} wegetariańska \u{F0A8} wegańska",
        "Dieta: □ zwykła ✓ wegetariańska □ wegańska",
        "3. Dieta*\n[ ] zwykła\n[X] wegetariańska\n[ ] wegańska",
    ])
    func oneOptionMarked(_ text: String) {
        let outcome = Samples.match(Paper.lines(text))
        #expect(outcome.plain == ["diet": "wege"])
        #expect(outcome.findings.isEmpty)
        #expect(outcome.answers["diet"]?.evidence.map(\.kind) == [.mark])
    }

    @Test func twoMarkedWhereOneIsAskedIsAmbiguous() {
        let outcome = Samples.match(Paper.lines("Dieta: ☐ zwykła ☒ wegetariańska ☒ wegańska"))
        #expect(outcome.answers == AnswerSet())
        #expect(outcome.codes == [.markAmbiguous])
        #expect(outcome.needsReview == ["diet"])
    }

    @Test(arguments: [
        "Dieta: ☐ zwykła ☐ wegetariańska ☐ wegańska", "Dieta: zwykła / wegetariańska / wegańska",
        "Dieta: ● zwykła ● wegetariańska ● wegańska",
    ])
    func nothingChosenIsNoAnswer(_ text: String) {
        #expect(Samples.match(Paper.lines(text)).answers == AnswerSet())
    }

    @Test func severalOptionsMarked() {
        let outcome = Samples.match(Paper.lines("Tematy:", "☒ prawo", "☐ praca", "☒ zdrowie i opieka", "Miasto: Toruń"))
        #expect(outcome.answers["topics"]?.value == .choices(["prawo", "zdrowie"]))
        #expect(outcome.plain["city"] == "Toruń")
    }

    @Test func optionsNamedLikeOtherLabelsStayOptions() {
        let form = FormDefinition(
            fields: [
                FieldDefinition(
                    key: "contact",
                    kind: .choice,
                    label: "Preferowany kontakt",
                    options: [Option(key: "mail", label: "e-mail"), Option(key: "phone", label: "telefon")]
                ),
                FieldDefinition(key: "email", kind: .email, label: "E-mail"),
                FieldDefinition(key: "phone", kind: .phone, label: "Telefon"),
            ]
        )
        let outcome = Samples.match(
            Paper.lines("Preferowany kontakt:", "☐ e-mail", "☒ telefon", "E-mail: a@example.org"),
            form
        )
        #expect(outcome.plain == ["contact": "phone", "email": "a@example.org"])
    }

    @Test(arguments: ["Dieta: ☐ standard / zwykła ☒ vegan / wegańska", "Dieta: vegan / wegańska"])
    func optionsInTwoLanguages(_ text: String) {
        let outcome = Samples.match(Paper.lines(text))
        #expect(outcome.plain == ["diet": "wegan"])
        #expect(outcome.findings.isEmpty)
    }

    @Test func cellsOfARowAsBoxes() {
        let outcome = Samples.match(
            Paper.table([["Dieta", "zwykła", "", "wegetariańska", "X", "wegańska", ""]])
        )
        #expect(outcome.plain == ["diet": "wege"])
    }

    @Test func rowsOfOptionsInACell() {
        let outcome = Samples.match(Paper.table([["Dieta", "☐ zwykła\n☐ wegetariańska\n☒ wegańska"]]))
        #expect(outcome.plain == ["diet": "wegan"])
    }

    @Test(arguments: [("☒", true), ("☐", false), ("[x]", true), ("[ ]", false)])
    func consentBoxBeforeItsClause(_ box: String, _ value: Bool) {
        let text = "\(box) Wyrażam zgodę na przetwarzanie moich danych osobowych w celu przeprowadzenia naboru."
        #expect(Samples.match(Paper.lines(text)).answers["consent_data"]?.value == .flag(value))
    }

    @Test func clauseWithoutABoxIsNoAnswer() {
        let text = "Wyrażam zgodę na przetwarzanie moich danych osobowych w celu przeprowadzenia naboru."
        #expect(Samples.match(Paper.lines(text)).answers == AnswerSet())
    }

    @Test(arguments: [
        ("Czy pracuje Pani/Pan z migrantami? ☒ TAK ☐ NIE", true),
        ("Czy pracuje Pani/Pan z migrantami? TAK ☐ NIE ☒", false),
        ("Czy pracuje Pani/Pan z migrantami? TAK / ~NIE~*", true),
        ("Czy pracuje Pani/Pan z migrantami? ~TAK~ / NIE", false),
        ("Czy pracuje Pani/Pan z migrantami? ^TAK^ / NIE", true),
        ("Czy pracuje Pani/Pan z migrantami? TAK / ¤NIE¤", false),
        ("Czy pracuje Pani/Pan z migrantami? tak", true), ("Czy pracuje Pani/Pan z migrantami: nie", false),
    ])
    func yesOrNo(_ text: String, _ value: Bool) {
        #expect(Samples.match(Paper.lines(text)).answers["works"]?.value == .flag(value))
    }

    @Test(arguments: [
        "Czy pracuje Pani/Pan z migrantami? TAK / NIE", "Czy pracuje Pani/Pan z migrantami? ☐ TAK ☐ NIE",
        "Czy pracuje Pani/Pan z migrantami? ~TAK~ / ~NIE~", "Czy pracuje Pani/Pan z migrantami? ☒ TAK ☒ NIE",
    ])
    func yesAndNoIsNoAnswer(_ text: String) {
        #expect(Samples.match(Paper.lines(text)).answers == AnswerSet())
    }

    @Test func crossUnderYesOrNoHeads() {
        let reading = Paper.table([
            ["Oświadczenia", "TAK", "NIE"], ["Czy pracuje Pani/Pan z migrantami?", "", "X"],
            ["Zgoda na przetwarzanie danych", "X", ""],
        ])
        let outcome = Samples.match(reading)
        #expect(outcome.plain == ["works": "false", "consent_data": "true"])
    }
}
