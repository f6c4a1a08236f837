import FormModel
import Testing

@testable import PageReaders

/// Tables that go on from page to page.
@Suite struct TableJoiningTests {
    private struct Sheet {
        var blocks: [Block] = []
        var pages: [Page] = []

        /// A table on a page of its own; its columns begin 100 points apart.
        mutating func add(_ rows: [[String]], shift: Double = 0) {
            let page = pages.count + 1
            var layout = Page(width: 600, height: 800)
            let place = "page[\(page)]/table[1]"
            let laid = rows.enumerated().map { row, texts in
                Table.Row(
                    cells: texts.enumerated().map { column, text in
                        let own = "\(place)/row[\(row + 1)]/cell[\(column + 1)]"
                        let box = PageBox(
                            x: 50 + shift + 100 * Double(column),
                            y: 20 * Double(row),
                            width: 100,
                            height: 20
                        )
                        layout.regions.append(Page.Region(place: own, box: box))
                        let paragraph = Paragraph(place: own + "/p[1]", spans: [Span(text: text)])
                        return Table.Cell(place: own, blocks: text.isEmpty ? [] : [.paragraph(paragraph)])
                    }
                )
            }
            blocks.append(.table(Table(place: place, rows: laid)))
            pages.append(layout)
        }

        mutating func add(_ text: String) {
            blocks.append(.paragraph(Paragraph(place: "page[\(pages.count)]/p[1]", spans: [Span(text: text)])))
        }

        var lines: [String] { TableJoining.joined(blocks, pages).flatMap(LaidText.lines) }
    }

    @Test func rowsGoOnAndTheHeadIsPrintedOnce() {
        var sheet = Sheet()
        sheet.add([["Lp.", "Imię"], ["1.", "Anna"]])
        sheet.add([["Lp.", "Imię"], ["2.", "Jan"]])
        sheet.add([["Lp.", "Imię"], ["3.", "Ewa"]])
        #expect(sheet.lines == ["Lp. | Imię", "1. | Anna", "2. | Jan", "3. | Ewa"])
    }

    @Test func aRowPartedByThePageIsOneRow() {
        var sheet = Sheet()
        sheet.add([["Telefon", "990 000 001"], ["Dlaczego?", "Bo lubię pracę z"]])
        sheet.add([["", "ludźmi. I już."], ["Dieta", ""]])
        #expect(sheet.lines == ["Telefon | 990 000 001", "Dlaczego? | Bo lubię pracę z ludźmi. I już.", "Dieta | "])
    }

    @Test func whatBeginsAfterASentenceIsAParagraphOfItsOwn() {
        var sheet = Sheet()
        sheet.add([["Dlaczego?", "Bo warto."]])
        sheet.add([["", "Tak myślę."]])
        #expect(sheet.lines == ["Dlaczego? | Bo warto. / Tak myślę."])
    }

    @Test func anEmptyQuestionBesideNothingIsNoRest() {
        var sheet = Sheet()
        sheet.add([["Telefon", ""]])
        sheet.add([["", "990 000 001"]])
        #expect(sheet.lines == ["Telefon | ", " | 990 000 001"])
        #expect(TableJoining.joined(sheet.blocks, sheet.pages).count == 1)
    }

    @Test func otherColumnsAreAnotherTable() {
        var sheet = Sheet()
        sheet.add([["Telefon", "990 000 001"]])
        sheet.add([["Dieta", "brak"]], shift: 30)
        #expect(TableJoining.joined(sheet.blocks, sheet.pages).count == 2)
    }

    @Test func aHeadPrintedAgainJoinsThemWhateverTheirWidths() {
        var sheet = Sheet()
        sheet.add([["Lp.", "Imię"], ["1.", "Anna"]])
        sheet.add([["Lp.", "Imię"], ["2.", "Jan"]], shift: 30)
        #expect(sheet.lines == ["Lp. | Imię", "1. | Anna", "2. | Jan"])
    }

    @Test func textBetweenPartsThem() {
        var sheet = Sheet()
        sheet.add([["Telefon", "990 000 001"]])
        sheet.add("2. O Pani/Panu")
        sheet.add([["Dieta", "brak"]])
        #expect(TableJoining.joined(sheet.blocks, sheet.pages).count == 3)
    }
}
