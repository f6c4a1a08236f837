import FormModel
import Matching
import Testing

/// The blank is the organiser's own form: odd labels, hints, examples, and no content controls.
@Suite struct BlankComparisonTests {
    private static let blank = Paper.lines(
        "FORMULARZ ZGŁOSZENIOWY",
        "Proszę wypełnić drukowanymi literami. Telefon biura: 990 000 009",
        "Imię i nazwisko ................................",
        "E-mail: ........................ Telefon: ................",
        "Kod pocztowy: ____ Miejscowość: np. Toruń",
        "Czy pracuje Pani/Pan z migrantami? TAK / NIE",
        "Dieta: ● zwykła ● wegetariańska ● wegańska",
        "Dlaczego chce Pani/Pan wziąć udział?",
        "................................................",
        "................................................",
        "☐ Wyrażam zgodę na przetwarzanie moich danych osobowych w celu przeprowadzenia naboru.",
        "Prosimy o odesłanie formularza do 1 stycznia na adres biuro@example.org."
    )

    private func match(_ lines: String...) -> MatchOutcome {
        let blocks = lines.enumerated().map {
            Block.paragraph(Paper.paragraph($1, place: "body/p[\($0 + 1)]"))
        }
        return Samples.match(Reading(format: .docx, blocks: blocks), blank: Self.blank)
    }

    @Test func theBlankItselfHasNoAnswersButTheUntickedBox() {
        let outcome = Samples.match(Self.blank, blank: Self.blank)
        #expect(outcome.plain == ["consent_data": "false"])
        #expect(outcome.findings.isEmpty)
        #expect(outcome.fit == 1)
    }

    @Test func everythingFilledIn() {
        let outcome = match(
            "FORMULARZ ZGŁOSZENIOWY",
            "Proszę wypełnić drukowanymi literami. Telefon biura: 990 000 009",
            "Imię i nazwisko Anna Testowa",
            "E-mail: ..a@example.org.... Telefon: 990 000 001",
            "Kod pocztowy: 35-001 Miejscowość: Rzeszów",
            "Czy pracuje Pani/Pan z migrantami? TAK / ~NIE~",
            "Dieta: ● zwykła ● ^wegetariańska^ ● wegańska",
            "Dlaczego chce Pani/Pan wziąć udział?",
            "Bo uczę polskiego.",
            "Telefon: do mnie dzwonić po 16.",
            "☒ Wyrażam zgodę na przetwarzanie moich danych osobowych w celu przeprowadzenia naboru.",
            "Prosimy o odesłanie formularza do 1 stycznia na adres biuro@example.org."
        )
        #expect(
            outcome.plain == [
                "name_latin": "Anna Testowa", "email": "a@example.org", "phone": "+48990000001", "postcode": "35-001",
                "city": "Rzeszów", "works": "true", "diet": "wege", "consent_data": "true",
                "motivation": "Bo uczę polskiego.\nTelefon: do mnie dzwonić po 16.",
            ]
        )
        #expect(outcome.findings.isEmpty)
    }

    @Test func anOptionDeleted() {
        let outcome = match(
            "FORMULARZ ZGŁOSZENIOWY",
            "Imię i nazwisko ....",
            "Czy pracuje Pani/Pan z migrantami? NIE",
            "Dlaczego chce Pani/Pan wziąć udział?",
            "☐ Wyrażam zgodę na przetwarzanie moich danych osobowych w celu przeprowadzenia naboru.",
            "Prosimy o odesłanie formularza do 1 stycznia na adres biuro@example.org."
        )
        #expect(outcome.answers["works"]?.value == .flag(false))
        #expect(outcome.answers["works"]?.evidence.map(\.kind) == [.struckChoice])
    }

    @Test func linesJoinedAndBrokenByAnotherProgram() {
        let outcome = match(
            "FORMULARZ ZGŁOSZENIOWY Proszę wypełnić drukowanymi",
            "literami. Telefon biura: 990 000 009 Imię i nazwisko Anna Testowa",
            "E-mail: a@example.org",
            "Telefon: 990 000 001",
            "Kod pocztowy: ____ Miejscowość: np. Toruń",
            "Dlaczego chce Pani/Pan wziąć udział?",
            "☐ Wyrażam zgodę na przetwarzanie moich danych osobowych w celu przeprowadzenia naboru.",
            "Prosimy o odesłanie formularza do 1 stycznia na adres biuro@example.org."
        )
        #expect(outcome.plain["email"] == "a@example.org")
        #expect(outcome.plain["phone"] == "+48990000001")
        #expect(outcome.plain["city"] == nil)
    }

    @Test func aFormThatIsNotThisBlankIsReadWithoutIt() {
        let outcome = match("Imię i nazwisko: Anna Testowa", "Miejscowość: Toruń")
        #expect(outcome.plain == ["name_latin": "Anna Testowa", "city": "Toruń"])
    }

    private static let table = Paper.table([
        ["Imię i nazwisko\n(czytelnie)", "", ""], ["Miejscowość", "gmina, w której Pani/Pan mieszka", ""],
        ["Osoby zgłaszane", "Funkcja", "E-mail"], ["", "", ""],
    ])

    @Test func hintsInValueCellsAreNoAnswers() {
        let filled = Paper.table([
            ["Imię i nazwisko\n(czytelnie)", "Anna Testowa", ""],
            ["Miejscowość", "gmina, w której Pani/Pan mieszka", ""], ["Osoby zgłaszane", "Funkcja", "E-mail"],
            ["", "", ""],
        ])
        let outcome = Samples.match(filled, blank: Self.table)
        #expect(outcome.plain == ["name_latin": "Anna Testowa"])
    }

    @Test func anAnswerBesideAHintOfTheBlank() {
        let filled = Paper.table([
            ["Imię i nazwisko\n(czytelnie)", "Anna Testowa", ""],
            ["Miejscowość", "gmina, w której Pani/Pan mieszka\nNowy Testów", ""],
            ["Osoby zgłaszane", "Funkcja", "E-mail"], ["", "", ""],
        ])
        let outcome = Samples.match(filled, blank: Self.table)
        #expect(outcome.plain == ["name_latin": "Anna Testowa", "city": "Nowy Testów"])
    }

    @Test func rowsAddedForMorePeople() {
        let blank = Paper.table(
            [["Imię i nazwisko", "Funkcja", "E-mail"], ["", "", ""]],
            before: ["Nazwa organizacji: .........", "Miejscowość: .........."]
        )
        let filled = Paper.table(
            [
                ["Imię i nazwisko", "Funkcja", "E-mail"], ["Anna Testowa", "prezeska", "a@example.org"],
                ["Jan Próbny", "członek", "j@example.org"],
            ],
            before: ["Nazwa organizacji: Most", "Miejscowość: Toruń"]
        )
        let outcome = Samples.match(filled, Samples.organisationForm, blank: blank)
        guard case .group(let entries)? = outcome.answers["delegates"]?.value else {
            Issue.record("no delegates")
            return
        }
        #expect(entries.map { $0["role"]?.plainText } == ["prezeska", "członek"])
        #expect(outcome.plain["org_name"] == "Most")
        #expect(outcome.plain["city"] == "Toruń")
    }

    @Test func aBoxThatTheBlankPrintsCheckedIsAnOrnament() {
        let blank = Paper.lines("✓ Warunki udziału", "Dieta: ☒ zwykła ☐ wegańska", "Imię i nazwisko: .....")
        let filled = Paper.lines("✓ Warunki udziału", "Dieta: ☒ zwykła ☐ wegańska", "Imię i nazwisko: Jan Próbny")
        #expect(Samples.match(filled, blank: blank).plain == ["name_latin": "Jan Próbny"])
    }

    /// What people answer may be the name of another question.
    @Test(arguments: ["Miejscowość", "Numer telefonu", "PESEL"])
    func anAnswerThatIsALabelElsewhere(answer: String) {
        let blank = Paper.table([["Miejscowość", ""], ["Numer telefonu", ""], ["Kod pocztowy", ""]])
        let filled = Paper.table([
            ["Miejscowość", answer], ["Numer telefonu", "990 000 001"], ["Kod pocztowy", "35-001"],
        ])
        #expect(
            Samples.match(filled, blank: blank).plain == [
                "city": answer, "phone": "+48990000001", "postcode": "35-001",
            ]
        )
    }

    @Test func aLabelAmongTheEntriesOfAGroup() {
        let blank = Paper.table([["Imię i nazwisko", "Funkcja", "E-mail"], ["", "", ""], ["", "", ""]])
        let filled = Paper.table([
            ["Imię i nazwisko", "Funkcja", "E-mail"], ["Anna Testowa", "E-mail", "a@example.org"],
            ["Jan Próbny", "Funkcja", "j@example.org"],
        ])
        let outcome = Samples.match(filled, Samples.organisationForm, blank: blank)
        guard case .group(let entries)? = outcome.answers["delegates"]?.value else {
            Issue.record("no delegates")
            return
        }
        #expect(entries.map { $0["role"]?.plainText } == ["E-mail", "Funkcja"])
        #expect(entries.map { $0["email"]?.plainText } == ["a@example.org", "j@example.org"])
    }

    @Test func aLabelThatTheBlankBreaksOverLines() {
        let blank = Paper.lines(
            "Formularz zgłoszeniowy na spotkanie wszystkich osób, które chcą jechać razem w maju",
            "Kod",
            "pocztowy: ............",
            "Numer telefonu: ......"
        )
        let filled = Paper.lines(
            "Formularz zgłoszeniowy na spotkanie wszystkich osób, które chcą jechać razem w maju",
            "Kod pocztowy: 35-001",
            "Numer telefonu: 990 000 001"
        )
        #expect(
            Samples.match(filled, blank: blank).plain == ["postcode": "35-001", "phone": "+48990000001"]
        )
    }

    /// On a page, a line that fills its column looks as if the next one belonged to it.
    @Test func printedLinesThatAPageRanTogether() {
        let blank = Paper.lines(
            "Formularz zgłoszeniowy na spotkanie wszystkich osób, które chcą jechać razem w maju",
            "Dieta ☐ zwykła ☐ wegetariańska ☐ wegańska",
            "Czy pracuje Pani/Pan z migrantami? ☐ TAK ☐ NIE",
            "Miejscowość: .........",
            "☐ Wyrażam zgodę na przetwarzanie moich danych osobowych w celu przeprowadzenia naboru."
        )
        let filled = Paper.lines(
            "Formularz zgłoszeniowy na spotkanie wszystkich osób, które chcą jechać razem w maju",
            "Dieta ☐ zwykła ☐ wegetariańska ☒ wegańska Czy pracuje Pani/Pan z migrantami? ☐ TAK ☒ NIE",
            "Miejscowość: Toruń ☒ Wyrażam zgodę na przetwarzanie moich danych osobowych w celu przeprowadzenia naboru."
        )
        #expect(
            Samples.match(filled, blank: blank).plain == [
                "diet": "wegan", "works": "false", "city": "Toruń", "consent_data": "true",
            ]
        )
    }

    /// Printed to PDF the controls are gone; the blank still tells which question its label asks, whatever else it says.
    @Test func aLabelIsKnownByTheControlThatTheBlankHasBesideIt() {
        let rows: [(label: String, tag: String)] = [
            ("Pani/Pana miejsce na mapie (nieobowiązkowe, wersja 2)", "city"),
            ("Numer, pod którym zadzwonimy", "phone"),
            ("Jak jemy?", "diet=wegan"),
        ]
        let controls = rows.map { row in
            FormControl(
                origin: .contentControl,
                kind: .text,
                place: "body/table[1]",
                tag: row.tag,
                text: "kliknij i wpisz",
                isPlaceholder: true
            )
        }
        func reading(_ format: SourceFormat, _ answers: [String?]) -> Reading {
            let laid = rows.indices.map { index in
                let place = "body/table[1]/row[\(index + 1)]/cell[2]"
                let span = Span(text: answers[index] ?? "kliknij i wpisz", control: format == .docx ? index : nil)
                let answer = Table.Cell(place: place, blocks: [.paragraph(Paragraph(place: place, spans: [span]))])
                return Table.Row(cells: [Paper.cell(rows[index].label, place: place + "a"), answer])
            }
            return Reading(
                format: format,
                blocks: [.table(Table(place: "body/table[1]", rows: laid))],
                controls: format == .docx ? controls : []
            )
        }
        let outcome = Samples.match(
            reading(.pdf, ["Toruń", nil, "wegańska"]),
            blank: reading(.docx, [nil, nil, nil])
        )
        #expect(outcome.plain == ["city": "Toruń", "diet": "wegan"])
    }
}
