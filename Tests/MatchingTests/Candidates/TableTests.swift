import FormModel
import Matching
import Testing

@Suite struct TableTests {
    /// Printed to PDF a placeholder stays on the paper when somebody writes beside or over it.
    @Test(arguments: ["Wybierz element.\nToruń", "Kliknij lub naciśnij tutaj, aby wprowadzić tekst. Toruń"])
    func aPlaceholderBesideAnAnswerIsPrint(cell: String) {
        let outcome = Samples.match(Paper.table([["Miejscowość", cell], ["Numer telefonu", "Wybierz element."]]))
        #expect(outcome.plain["city"] == "Toruń")
    }

    @Test func valueRightOfItsLabel() {
        let outcome = Samples.match(
            Paper.table([["1.", "Imię i nazwisko:", "Anna Testowa"], ["2.", "E-mail", "a@example.org"]])
        )
        #expect(outcome.plain == ["name_latin": "Anna Testowa", "email": "a@example.org"])
        #expect(outcome.answers["email"]?.evidence.map(\.place) == ["body/table[1]/row[2]/cell[3]"])
        #expect(outcome.answers["email"]!.confidence >= 0.95)
    }

    @Test func labelsAndValuesByTurns() {
        let outcome = Samples.match(
            Paper.table([["Miejscowość", "Toruń", "Kod pocztowy", "87-100"], ["E-mail", "", "Telefon", "990000001"]])
        )
        #expect(outcome.plain == ["city": "Toruń", "postcode": "87-100", "phone": "+48990000001"])
    }

    @Test func valueBelowItsLabel() {
        let outcome = Samples.match(
            Paper.table([["Imię i nazwisko"], ["Anna Testowa"], ["E-mail"], ["a@example.org"]])
        )
        #expect(outcome.plain == ["name_latin": "Anna Testowa", "email": "a@example.org"])
    }

    @Test func valueInTheCellOfItsLabel() {
        let outcome = Samples.match(
            Paper.table([["Imię i nazwisko:\nAnna Testowa", "E-mail: a@example.org"]])
        )
        #expect(outcome.plain == ["name_latin": "Anna Testowa", "email": "a@example.org"])
    }

    @Test func headsAboveValues() {
        let outcome = Samples.match(
            Paper.table([["Imię i nazwisko", "E-mail", "Telefon"], ["Anna Testowa", "a@example.org", "990000001"]])
        )
        #expect(
            outcome.plain == ["name_latin": "Anna Testowa", "email": "a@example.org", "phone": "+48990000001"]
        )
    }

    @Test func digitsInBoxesOfTheirOwn() {
        let digits = "02070803628".map(String.init)
        #expect(Samples.match(Paper.table([["PESEL"] + digits])).plain == ["pesel": "02070803628"])
    }

    @Test func labelMergedOverTwoRows() {
        let place = "body/table[1]"
        let table = Table(
            place: place,
            rows: [
                Table.Row(cells: [
                    Paper.cell("Miejscowość", place: place + "/row[1]/cell[1]"),
                    Paper.cell("Nowy", place: place + "/row[1]/cell[2]"),
                ]),
                Table.Row(cells: [
                    Paper.cell("", place: place + "/row[2]/cell[1]", continuesAbove: true),
                    Paper.cell("Testów", place: place + "/row[2]/cell[2]"),
                ]),
            ]
        )
        let outcome = Samples.match(Reading(format: .docx, blocks: [.table(table)]))
        #expect(outcome.plain["city"] == "Nowy Testów" || outcome.plain["city"] == "Nowy\nTestów")
    }

    @Test func tableWithinATable() {
        let inner = Table(
            place: "body/table[1]/row[1]/cell[1]/table[1]",
            rows: [
                Table.Row(cells: [
                    Paper.cell("E-mail", place: "i1"), Paper.cell("a@example.org", place: "i2"),
                ])
            ]
        )
        let outer = Table(
            place: "body/table[1]",
            rows: [
                Table.Row(cells: [
                    Table.Cell(
                        place: "o1",
                        blocks: [.paragraph(Paper.paragraph("Dane kontaktowe", place: "o1/p[1]")), .table(inner)]
                    )
                ])
            ]
        )
        let outcome = Samples.match(Reading(format: .docx, blocks: [.table(outer)]))
        #expect(outcome.plain == ["email": "a@example.org"])
        #expect(outcome.answers["email"]?.evidence.map(\.place) == ["i2"])
    }

    @Test func answersThatResembleLabelsStayAnswers() {
        let form = FormDefinition(
            fields: [
                FieldDefinition(key: "name", kind: .text, label: "Nazwa filii", aliases: ["Filia"]),
                FieldDefinition(key: "number", kind: .text, label: "Numer filii"),
            ]
        )
        let outcome = Samples.match(
            Paper.table([["Nazwa filii", "Filia Próbna „Bajka”"], ["Numer filii", "90"]]),
            form
        )
        #expect(outcome.plain == ["name": "Filia Próbna „Bajka”", "number": "90"])
    }

    @Test func hintUnderALabelBesideAnEmptyCellIsNoSureAnswer() {
        let outcome = Samples.match(Paper.table([["Miejscowość\nnazwa gminy lub miasta", ""]]))
        #expect(outcome.answers["city"].map { $0.confidence < 0.8 } ?? true)
    }
}

@Suite struct GroupTests {
    private let two: AnswerValue = .group([
        ["name_latin": name("Anna", "Testowa"), "email": .text("a@example.org")],
        ["name_latin": name("Jan", "Próbny"), "email": .text("j@example.org")],
    ])

    private static func name(_ given: String, _ surname: String) -> AnswerValue {
        .name(PersonName(full: "\(given) \(surname)", given: given, surname: surname, isSplitProposed: true))
    }

    private func match(_ reading: Reading) -> AnswerValue? {
        Samples.match(reading, Samples.organisationForm).answers["delegates"]?.value
    }

    @Test func aRowForEach() {
        let reading = Paper.table(
            [
                ["Lp.", "Imię i nazwisko", "E-mail"], ["1.", "Anna Testowa", "a@example.org"],
                ["2.", "Jan Próbny", "j@example.org"], ["3.", "", ""],
            ],
            before: ["Osoby delegowane"]
        )
        #expect(match(reading) == two)
    }

    @Test func aColumnForEach() {
        let reading = Paper.table([
            ["", "Osoba 1", "Osoba 2"], ["Imię i nazwisko", "Anna Testowa", "Jan Próbny"],
            ["E-mail", "a@example.org", "j@example.org"],
        ])
        #expect(match(reading) == two)
    }

    @Test func aBlockForEach() {
        let reading = Paper.lines(
            "Nazwa organizacji: Most",
            "Osoba 1",
            "Imię i nazwisko: Anna Testowa",
            "E-mail: a@example.org",
            "Osoba 2",
            "Imię i nazwisko: Jan Próbny",
            "E-mail: j@example.org"
        )
        #expect(match(reading) == two)
    }

    @Test func labelsThatComeAgain() {
        let reading = Paper.lines(
            "Imię i nazwisko: Anna Testowa",
            "E-mail: a@example.org",
            "Imię i nazwisko: Jan Próbny",
            "E-mail: j@example.org"
        )
        #expect(match(reading) == two)
    }

    @Test func secondBlockFilledFirstLeftEmptyKeepsValuesTogether() {
        let reading = Paper.lines(
            "Osoba 1",
            "Imię i nazwisko: ..........",
            "E-mail: a@example.org",
            "Osoba 2",
            "Imię i nazwisko: Jan Próbny",
            "E-mail: ..........."
        )
        #expect(
            match(reading)
                == .group([["email": .text("a@example.org")], ["name_latin": Self.name("Jan", "Próbny")]])
        )
    }

    @Test(arguments: [
        ["delegates[1].name_latin", "delegates[1].email", "delegates[2].name_latin", "delegates[2].email"],
        ["delegates.1.name_latin", "delegates.1.email", "delegates.2.name_latin", "delegates.2.email"],
        ["delegates_1_name_latin", "delegates_1_email", "delegates_2_name_latin", "delegates_2_email"],
        ["Imię i nazwisko (osoba 1)", "E-mail (osoba 1)", "Imię i nazwisko (osoba 2)", "E-mail (osoba 2)"],
        ["Imię i nazwisko delegata 1", "E-mail delegata 1", "Imię i nazwisko delegata 2", "E-mail delegata 2"],
    ])
    func namedFieldsWithNumbers(_ names: [String]) {
        let values = ["Anna Testowa", "a@example.org", "Jan Próbny", "j@example.org"]
        #expect(match(Paper.web(Array(zip(names, values)))) == two)
    }
}
