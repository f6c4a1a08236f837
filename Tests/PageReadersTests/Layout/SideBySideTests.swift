import FormModel
import Testing

@testable import PageReaders

/// What stands side by side without a ruling between.
@Suite struct SideBySideTests {
    /// Words of one line, letters of half the size wide.
    private func line(_ text: String, _ x: Double, _ y: Double, size: Double = 10) -> [PageWord] {
        var x = x
        return text.split(separator: " ").map { part in
            defer { x += size / 2 * Double(part.count + 1) }
            return PageWord(
                text: String(part),
                rect: PageRect(left: x, top: y, right: x + size / 2 * Double(part.count), bottom: y + size),
                fontSize: size
            )
        }
    }

    private func texts(_ words: [PageWord]) -> [String] {
        let turn = PageTurn(quarters: 0, width: 600, height: 800)
        return PageBlocks.blocks(page: 1, words: words, grids: [], turn: turn).blocks.flatMap(LaidText.lines)
    }

    @Test func cellsOfATableWithoutRulingsKeepTheirLines() {
        let page =
            line("Adres zamieszkania", 0, 0) + line("ul. Próbna 12, blok B, klatka druga,", 200, 0)
            + line("ulica i numer", 0, 11, size: 8) + line("mieszkanie czterdzieste", 200, 12)
            + line("Kod pocztowy", 0, 34) + line("35-001", 200, 34)
            + line("Miejscowość", 0, 56) + line("Kod pocztowy", 200, 56)
        #expect(
            texts(page) == [
                "Adres zamieszkania / ulica i numer | ul. Próbna 12, blok B, klatka druga, mieszkanie czterdzieste",
                "Kod pocztowy | 35-001", "Miejscowość | Kod pocztowy",
            ]
        )
    }

    @Test func rowsAsCloseAsLinesAreToldByTheirFirstColumn() {
        let page =
            line("Imię i nazwisko", 0, 0) + line("Anna Testowa", 200, 0) + line("Dlaczego chce Pani/Pan", 0, 12)
            + line("Bo warto.", 200, 12) + line("wziąć udział?", 0, 24) + line("I już.", 200, 24)
            + line("Telefon", 0, 36) + line("990 000 001", 200, 36)
        #expect(
            texts(page) == [
                "Imię i nazwisko | Anna Testowa", "Dlaczego chce Pani/Pan wziąć udział? | Bo warto. / I już.",
                "Telefon | 990 000 001",
            ]
        )
    }

    @Test func aListOfPeopleHasItsColumns() {
        let page =
            line("Osoby towarzyszące", 0, 0) + line("Lp.", 0, 20) + line("Nazwisko", 40, 20)
            + line("Pokrewieństwo", 200, 20) + line("E-mail", 330, 20)
            + (1...3).flatMap { number in
                let y = 20 + 16 * Double(number)
                return line("\(number).", 0, y) + line("Anna Testowa", 40, y) + line("córka", 200, y)
                    + line("a\(number)@example.org", 330, y)
            }
            + line("Prosimy o czytelne pismo i o podpis na końcu, a także o datę i miejscowość.", 0, 90)
        #expect(
            texts(page) == [
                "Osoby towarzyszące", "Lp. | Nazwisko | Pokrewieństwo | E-mail",
                "1. | Anna Testowa | córka | a1@example.org", "2. | Anna Testowa | córka | a2@example.org",
                "3. | Anna Testowa | córka | a3@example.org",
                "Prosimy o czytelne pismo i o podpis na końcu, a także o datę i miejscowość.",
            ]
        )
    }

    @Test func aHeadThatIsCloseTogetherHasTheColumnsOfItsRows() {
        let page =
            line("Lp.", 0, 20) + line("Nazwisko i imię", 22, 20) + line("E-mail", 230, 20) + line("1.", 0, 36)
            + line("Anna Testowa", 40, 36) + line("a1@example.org", 230, 36) + line("2.", 0, 52)
            + line("Jan Próbny", 40, 52) + line("a2@example.org", 230, 52)
        #expect(
            texts(page) == [
                "Lp. | Nazwisko i imię | E-mail", "1. | Anna Testowa | a1@example.org",
                "2. | Jan Próbny | a2@example.org",
            ]
        )
    }

    /// «17.» leaves less white than «1.».
    @Test func aNarrowGutterThroughAllRowsPartsColumns() {
        let page = (17...21).flatMap { number in
            let y = 16 * Double(number - 17)
            return line("\(number).", 0, y) + line("Anna Próbna", 22, y) + line("córka", 200, y)
        }
        #expect(texts(page) == (17...21).map { "\($0). | Anna Próbna | córka" })
    }

    @Test func columnsOfQuestionsAreReadOneAfterTheOther() {
        let left = ["Imię: Anna Testowa", "Adres: ul. Próbna 12,", "blok B", "Kod: 35-001", "Miasto: Toruń"]
        let right = [
            "Organizacja: Most", "Funkcja: prezeska", "O sobie: uczę polskiego", "i gotuję w świetlicy.", "Dieta: brak",
        ]
        var page: [PageWord] = line(
            "Prosimy wypełnić wszystkie pola czytelnie i odesłać do końca miesiąca pocztą.",
            0,
            0
        )
        for (index, text) in left.enumerated() { page += line(text, 0, 24 + 14 * Double(index)) }
        // The other column's lines lie between those of the first.
        for (index, text) in right.enumerated() { page += line(text, 220, 27 + 13 * Double(index)) }
        #expect(
            texts(page).dropFirst() == [
                "Imię: Anna Testowa", "Adres: ul. Próbna 12, blok B", "Kod: 35-001", "Miasto: Toruń",
                "Organizacja: Most", "Funkcja: prezeska", "O sobie: uczę polskiego i gotuję w świetlicy.",
                "Dieta: brak",
            ]
        )
    }

    // MARK: Lines between rows

    private func ruled(
        _ words: [PageWord],
        at positions: [Double],
        before: [[Double]] = []
    ) -> (texts: [String], loose: Int) {
        let rules = positions.map { PageDrawing.Segment(position: $0, start: 0, end: 400) }
        let rows = RuledRows(rules, words: words, before: before)
        let turn = PageTurn(quarters: 0, width: 600, height: 800)
        let laid = PageBlocks.blocks(page: 1, words: words, grids: rows.grids, turn: turn)
        return (laid.blocks.flatMap(LaidText.lines), rows.loose.count)
    }

    /// The gap between label and answer is narrower than one that parts columns by itself; rows hold boxes.
    @Test func linesBetweenRowsMakeATable() {
        let page =
            line("1 Zgłoszenie", 0, -20) + line("Imię i nazwisko w oryginalnym", 3, 4) + line("zapisie", 3, 16)
            + line("nieobowiązkowe", 50, 16) + line("Галина Тестова", 155, 4) + line("Jak mamy się zwracać?", 3, 34)
            + line("☐ Pani", 155, 34) + line("☒ Pan", 155, 46) + line("Telefon", 3, 64)
            + line("990 000 001", 155, 64)
        let ruled = ruled(page, at: [0, 30, 60, 80])
        #expect(
            ruled.texts == [
                "1 Zgłoszenie", "Imię i nazwisko w oryginalnym zapisie nieobowiązkowe | Галина Тестова",
                "Jak mamy się zwracać? | ☐ Pani / ☒ Pan", "Telefon | 990 000 001",
            ]
        )
        #expect(ruled.loose == 0)
    }

    /// The last question alone on its page: its answer has two lines, and the label ends beside the first of them.
    @Test func aSingleRowGoesOnWithTheTableOfThePageBefore() {
        let page =
            line("Potrzeby", 3, 4) + line("schody sprawiają mi kłopot, a w sali szkolenia", 155, 4)
            + line("potrzebuję miejsca z przodu", 155, 16)
        let rows = ["Potrzeby | schody sprawiają mi kłopot, a w sali szkolenia potrzebuję miejsca z przodu"]
        #expect(ruled(page, at: [0, 30], before: [[0, 155, 400]]).texts == rows)
        #expect(ruled(page, at: [0, 30]).texts != rows)
        // Another table's columns say nothing, and running text is no row.
        #expect(ruled(page, at: [0, 30], before: [[0, 155, 300]]).loose == 2)
        let prose = line("Prosimy wypełnić wszystkie pola czytelnie i odesłać", 3, 4)
        #expect(ruled(prose, at: [0, 30], before: [[0, 155, 400]]).loose == 2)
    }

    @Test func linesAcrossRunningTextAreNoTable() {
        let page =
            line("Prosimy wypełnić wszystkie pola czytelnie", 3, 4)
            + line("i odesłać formularz do końca miesiąca", 3, 34)
            + line("pocztą albo osobiście w biurze fundacji", 3, 64)
        let ruled = ruled(page, at: [0, 30, 60, 90])
        #expect(
            ruled.texts.joined(separator: " ")
                == "Prosimy wypełnić wszystkie pola czytelnie i odesłać formularz do końca miesiąca pocztą albo osobiście w biurze fundacji"
        )
        #expect(ruled.loose == 4)
    }

    /// Boxes, dots and single lines with a gap stay as they are.
    @Test(arguments: [
        ["☐ tak|☐ nie", "☐ może|☐ nie wiem"], ["......|......", "data|podpis"],
        ["E-mail|a@example.org", "Prosimy o podpis na końcu."],
    ])
    func whatIsNoTableStaysLines(rows: [String]) {
        var page: [PageWord] = []
        for (index, row) in rows.enumerated() {
            for (column, text) in row.split(separator: "|").enumerated() {
                page += line(String(text), 200 * Double(column), 16 * Double(index))
            }
        }
        #expect(texts(page) == rows.map { $0.replacing("|", with: "\t") })
    }
}

/// Blocks as plain lines: the cells of a row parted by «|», paragraphs of a cell by «/».
enum LaidText {
    static func lines(_ block: Block) -> [String] {
        switch block {
        case .paragraph(let paragraph): [paragraph.text]
        case .table(let table):
            table.rows.map { row in
                row.cells.map { $0.blocks.flatMap(lines).joined(separator: " / ") }.joined(separator: " | ")
            }
        }
    }
}
