import FormModel
import Testing

@testable import PageReaders

/// Pages drawn by hand: words and lines in, paragraphs and tables out.
@Suite struct PageLayoutTests {
    /// A word of 10 points, each letter 5 points wide.
    private func word(_ text: String, _ x: Double, _ y: Double, control: Int? = nil) -> PageWord {
        PageWord(
            text: text,
            rect: PageRect(left: x, top: y, right: x + 5 * Double(text.count), bottom: y + 10),
            fontSize: 10,
            control: control
        )
    }

    private func words(_ text: String, _ x: Double, _ y: Double) -> [PageWord] {
        var x = x
        return text.split(separator: " ").map { part in
            defer { x += 5 * Double(part.count + 1) }
            return word(String(part), x, y)
        }
    }

    private func texts(_ words: [PageWord], _ drawing: PageDrawing = PageDrawing()) -> [String] {
        let finder = BoxFinder(words: words, drawing: drawing, fields: [])
        let grids = GridFinder(drawing, cells: finder.cells).grids
        let turn = PageTurn(quarters: 0, width: 600, height: 800)
        return PageBlocks.blocks(page: 1, words: finder.words + finder.boxes, grids: grids, turn: turn).blocks
            .flatMap(lines)
    }

    private func lines(_ block: Block) -> [String] {
        switch block {
        case .paragraph(let paragraph): [paragraph.text]
        case .table(let table):
            table.rows.map { row in
                row.cells.map { $0.continuesAbove ? "^" : $0.blocks.flatMap(lines).joined(separator: " / ") }
                    .joined(separator: " | ")
            }
        }
    }

    private func rulings(rows: [Double], columns: [Double]) -> PageDrawing {
        var drawing = PageDrawing()
        for row in rows {
            drawing.horizontals.append(.init(position: row, start: columns[0], end: columns.last!))
        }
        for column in columns { drawing.verticals.append(.init(position: column, start: rows[0], end: rows.last!)) }
        return drawing
    }

    @Test func aBrokenLineGoesOn() {
        // The column is 205 points wide: «trzecie» would not have fitted behind the first line.
        let page = words("pierwsze drugie i wiele innych słów tutaj", 0, 0) + words("trzecie", 0, 12)
        #expect(texts(page) == ["pierwsze drugie i wiele innych słów tutaj trzecie"])
    }

    @Test func aShortLineEndsItsParagraph() {
        let page =
            words("Imię: Anna", 0, 0) + words("Miasto: Toruń", 0, 12) + words("jedna bardzo długa linia tekstu", 0, 24)
        #expect(texts(page) == ["Imię: Anna", "Miasto: Toruń", "jedna bardzo długa linia tekstu"])
    }

    @Test func aWideGapIsATab() {
        #expect(texts(words("E-mail", 0, 0) + words("a@example.org", 200, 0)) == ["E-mail\ta@example.org"])
    }

    @Test func rulingsMakeATable() {
        let drawing = rulings(rows: [0, 20, 40], columns: [0, 100, 200])
        let page = words("Imię", 5, 5) + words("Anna", 105, 5) + words("Miasto", 5, 25) + words("Toruń", 105, 25)
        #expect(texts(page, drawing) == ["Imię | Anna", "Miasto | Toruń"])
    }

    @Test func cellsThatNoLinePartsAreOne() {
        var drawing = rulings(rows: [0, 20, 40], columns: [0, 100, 200])
        // The middle line ends at the first column's edge; the last column goes on below.
        drawing.horizontals[1].end = 100
        let page = words("Imię", 5, 5) + words("Anna", 105, 5) + words("Miasto", 5, 25)
        #expect(texts(page, drawing) == ["Imię | Anna", "Miasto | ^"])
    }

    @Test func anAnswerBrokenInItsCellIsPutTogether() {
        let drawing = rulings(rows: [0, 40], columns: [0, 60, 135])
        let page =
            words("Organizacja", 2, 5) + words("Fundacja dla", 62, 5) + words("wszystkich", 62, 17)
        #expect(texts(page, drawing) == ["Organizacja | Fundacja dla wszystkich"])
    }

    @Test func anAddressBrokenInItsCellHasNoBlank() {
        let drawing = rulings(rows: [0, 40], columns: [0, 60, 130])
        let page = words("E-mail", 2, 5) + words("anna.bardzo.d", 62, 5) + words("luga@ex.org", 62, 17)
        #expect(texts(page, drawing) == ["E-mail | anna.bardzo.dluga@ex.org"])
    }

    @Test func dottedLinesStandAlone() {
        let dots = String(repeating: ".", count: 40)
        let page = words("Motywacja:", 0, 0) + words(dots, 0, 12) + words(dots, 0, 24) + words("Doświadczenie", 0, 36)
        #expect(texts(page) == ["Motywacja:", dots, dots, "Doświadczenie"])
    }

    @Test func aHyphenAtTheEndOfALineStays() {
        let page = words("jedna bardzo długa linia tekstu biało-", 0, 0) + words("czerwona", 0, 12)
        #expect(texts(page) == ["jedna bardzo długa linia tekstu biało-czerwona"])
    }

    @Test func aFrameAroundOnePlaceIsNoTable() {
        let drawing = rulings(rows: [0, 20], columns: [100, 300])
        #expect(texts(words("Imię", 5, 5) + words("Anna", 105, 5), drawing) == ["Imię\tAnna"])
    }

    @Test func tablesPartTheLinesAroundThem() {
        let drawing = rulings(rows: [20, 40, 60], columns: [0, 100, 200])
        let page = words("przed", 0, 0) + words("w", 5, 25) + words("po", 0, 70)
        #expect(texts(page, drawing) == ["przed", "w | ", " | ", "po"])
    }

    @Test func drawnBoxesStandBeforeTheirWords() {
        var drawing = PageDrawing()
        drawing.frames = [
            PageRect(left: 0, top: 0, right: 10, bottom: 10), PageRect(left: 0, top: 20, right: 10, bottom: 30),
            PageRect(left: 0, top: 40, right: 10, bottom: 50),
        ]
        // A cross drawn into the first box, a letter set into the second.
        drawing.strokes = [PageRect(left: 1, top: 1, right: 9, bottom: 9)]
        let page = words("TAK", 14, 0) + words("X", 2.5, 20) + words("NIE", 14, 20) + words("inne", 14, 40)
        #expect(texts(page, drawing) == ["☒ TAK", "☒ NIE", "☐ inne"])
    }

    @Test func aFilledSquareWithAWhiteTickIsATickedBox() {
        var drawing = PageDrawing()
        drawing.blots = [
            PageRect(left: 0, top: 0, right: 10, bottom: 10), PageRect(left: 0, top: 20, right: 10, bottom: 30),
        ]
        drawing.lights = [PageRect(left: 2, top: 3, right: 8, bottom: 8)]
        #expect(texts(words("TAK", 14, 0) + words("punkt", 14, 20), drawing) == ["☒ TAK", "punkt"])
    }

    @Test func framesThatTouchAreCells() {
        var drawing = PageDrawing()
        drawing.frames = (0..<4).map { index in
            PageRect(left: 12 * Double(index), top: 0, right: 12 * Double(index) + 12, bottom: 14)
        }
        let page = (0..<4).map { word(String($0), 12 * Double($0) + 3, 2) }
        #expect(texts(page, drawing) == ["0 | 1 | 2 | 3"])
    }

    @Test func wordsStruckThroughAndUnderlined() {
        var page = words("Pani / Pan", 0, 0) + words("TAK NIE", 0, 20)
        let lines = [
            PageDrawing.Segment(position: 5, start: 0, end: 20), PageDrawing.Segment(position: 30, start: 0, end: 15),
            // A place to write on goes beyond the word.
            PageDrawing.Segment(position: 30, start: 20, end: 200),
        ]
        LineStyles.apply(lines: lines, tints: [], to: &page)
        #expect(page.map(\.style) == [.struck, [], [], .underlined, []])
    }

    @Test(arguments: 0...3)
    func turningAndTurningBackChangesNothing(quarters: Int) {
        let turn = PageTurn(quarters: quarters, width: 600, height: 800)
        let rect = PageRect(left: 10, top: 20, right: 110, bottom: 35)
        #expect(turn.undo(turn.apply(rect)) == rect)
        #expect(turn.matrix.apply(rect) == turn.apply(rect))
    }

    @Test(arguments: ["9-", "polsko-", "12/"])
    func aNumberOrWordBrokenAtItsSignGoesOnHoweverMuchRoomIsLeft(end: String) {
        let drawing = rulings(rows: [0, 40], columns: [0, 300, 350])
        let page = words("dyżury odbywają się w godzinach \(end)", 5, 5) + words("17 stale", 5, 17)
        #expect(texts(page, drawing) == ["dyżury odbywają się w godzinach \(end)17 stale | "])
        let short = words("razem \(end)", 5, 5) + words("17 stale", 5, 17)
        #expect(texts(short, drawing) == ["razem \(end) / 17 stale | "])
    }

    /// «Data» and «urodzenia: .....»: the program could not break before the dots.
    @Test func aLabelBrokenBecauseOfItsDotsIsPutTogether() {
        var page =
            words("Data", 0, 0) + words("urodzenia:", 0, 12)
            + words("Imię i nazwisko oraz coś więcej, bo trzeba", 0, 36)
        page.append(word(String(repeating: ".", count: 38), 55, 12))
        #expect(texts(page).first == "Data urodzenia: " + String(repeating: ".", count: 38))
    }

    /// Letters of a typed line reach into the dotted line below it, whose dots reach into the next typed line.
    @Test func linesThatNearlyTouchStayApart() {
        var page = words("My organisation starts a cafe", 0, 0) + words("four colleagues", 0, 12)
        page.append(word("..............................", 0, 6))
        #expect(texts(page).joined(separator: "\n").contains("My organisation starts a cafe"))
        #expect(texts(page).joined(separator: "\n").contains("four colleagues"))
    }

    // MARK: Boxes that are signs of a font

    private func boxed(_ drawing: PageDrawing, _ more: [PageWord] = [], sign: String = "☐") -> [String] {
        let page = [word(sign, 20, 0)] + words("tak", 30, 0) + [word(sign, 60, 0)] + words("nie", 70, 0)
        let finder = BoxFinder(words: page + more, drawing: drawing, fields: [])
        return finder.words.map(\.text)
    }

    @Test(arguments: ["☐", "□", "\u{F0A8}"])
    func aCrossDrawnOverASignTicksIt(sign: String) {
        var drawing = PageDrawing()
        drawing.strokes = [PageRect(left: 20.5, top: 3, right: 25, bottom: 8)]
        #expect(boxed(drawing, sign: sign) == ["☒", "tak", sign, "nie"])
    }

    @Test(arguments: ["X", "x", "✓"])
    func aLetterSetOverASignTicksIt(mark: String) {
        #expect(boxed(PageDrawing(), [word(mark, 60, 1)]) == ["☐", "tak", "☒", "nie"])
    }

    @Test func strokesBesideASignTickNothing() {
        var drawing = PageDrawing()
        // Beside it, and as large as a signature.
        drawing.strokes = [
            PageRect(left: 40, top: 3, right: 45, bottom: 8), PageRect(left: 0, top: -20, right: 60, bottom: 30),
        ]
        #expect(boxed(drawing, [word("x", 50, 20)]) == ["☐", "tak", "☐", "nie", "x"])
    }
}
