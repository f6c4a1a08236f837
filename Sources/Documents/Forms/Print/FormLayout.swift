import FormModel

/// Lays a sheet out on A4 pages and notes where everything came to lie: pages to paint and the map of the form.
///
/// Questions stand in rows on a grid of thirds and halves; a row, a heading with its first row, and the places for the
/// signature never part. Only the text of a clause runs over to the next page.
struct FormLayout {
    let sheet: FormSheet
    let engine: TextEngine
    private(set) var pages: [PageSheet] = [PageSheet()]
    private(set) var fields: [FormMapField] = []
    private(set) var signings: [FormSigning] = []
    /// Where the next thing goes on the last page.
    var y = FormMeasure.top

    init(_ sheet: FormSheet) {
        self.sheet = sheet
        engine = TextEngine(language: sheet.language)
    }

    /// Pages and map of the whole sheet.
    static func layOut(_ sheet: FormSheet) throws(FormError) -> (pages: [PageSheet], map: FormMap) {
        var layout = FormLayout(sheet)
        layout.addHead()
        for (index, section) in sheet.sections.enumerated() { layout.add(section, number: index + 1) }
        layout.addSignature(number: sheet.sections.count + 1)
        let map = try layout.finish()
        return (layout.pages, map)
    }

    // MARK: Pages

    var pageNumber: Int { pages.count }
    var room: Double { FormMeasure.bottom - y }

    /// Begins a new page unless so much still fits.
    mutating func ensure(_ height: Double) {
        if height > room, y > FormMeasure.top { startPage() }
    }

    mutating func startPage() {
        pages.append(PageSheet())
        y = FormMeasure.top
    }

    mutating func draw(_ drawing: PageDrawing) { pages[pages.count - 1].drawings.append(drawing) }

    /// Puts lines of a paragraph on the last page and notes their words.
    mutating func put(_ block: TextBlock, lines: Range<Int>? = nil, x: Double, y: Double, tag: String? = "P") {
        let range = lines ?? block.lines.indices
        draw(.text(block, lines: range, x: x, y: y, tag: tag))
        pages[pages.count - 1].words += block.words(lines: range, x: x, y: y)
    }

    mutating func note(_ field: FormMapField) { fields.append(field) }
    mutating func note(_ signing: FormSigning) { signings.append(signing) }

    // MARK: Map and furniture

    /// Adds marks, codes and feet, now that the number of pages is known.
    private mutating func finish() throws(FormError) -> FormMap {
        guard pages.count <= FormCode.pageCountMax else { throw FormError(.tooLong) }
        var map = FormMap(
            event: sheet.event,
            form: sheet.form,
            version: sheet.version,
            language: sheet.language,
            origin: .own,
            pages: [],
            fields: fields,
            signings: signings
        )
        let codeBox = PageBox(
            x: FormMeasure.right - FormMeasure.codeSide,
            y: FormMeasure.bandTop,
            width: FormMeasure.codeSide,
            height: FormMeasure.codeSide
        ).rounded
        map.pages = pages.map { _ in
            FormPage(
                width: FormMeasure.pageWidth,
                height: FormMeasure.pageHeight,
                marks: FormMeasure.marks,
                code: codeBox
            )
        }
        for index in pages.indices {
            addFurniture(page: index, code: map.code(page: index + 1), box: codeBox)
            map.pages[index].width = (FormMeasure.pageWidth * 100).rounded() / 100
            map.pages[index].height = (FormMeasure.pageHeight * 100).rounded() / 100
            map.pages[index].words = pages[index].words
        }
        return map
    }

    private mutating func addFurniture(page: Int, code: FormCode?, box: PageBox) {
        for mark in FormMeasure.marks {
            pages[page].drawings.append(.box(mark, fill: .black, stroke: nil, width: 0))
        }
        if let code, let matrix = CodeMatrix(code) { pages[page].drawings.append(.code(matrix, box)) }
        if page > 0 { addRunningHead(page: page) }
        addFoot(page: page)
    }

    private mutating func addRunningHead(page: Int) {
        let width = FormMeasure.width - FormMeasure.codeSide - FormMeasure.gutter
        let runs = [
            TextRun(text: sheet.title, isBold: true, ink: .text),
            TextRun(text: "  ·  \(sheet.subtitle.isEmpty ? sheet.kind : sheet.subtitle)"),
        ]
        let block = engine.block(runs, TextStyle(size: 9, ink: .muted), width: width)
        let bottom = FormMeasure.bandTop + FormMeasure.codeSide
        append(block, x: FormMeasure.left, y: bottom - block.height - 2, page: page)
    }

    private mutating func addFoot(page: Int) {
        let left = FormMeasure.left
        let top = FormMeasure.footTop
        pages[page].drawings.append(
            .rule(x: left, y: top, toX: FormMeasure.right, toY: top, ink: .hairline, width: 0.75)
        )
        let number = sheet.words.page(page + 1, of: pages.count) + "  ·  " + groupedVersion
        let right = engine.block(number, FormMeasure.footStyle)
        append(right, x: FormMeasure.right - right.width, y: top + 4, page: page)
        guard !sheet.fundingSentence.isEmpty else { return }
        let room = FormMeasure.width - right.width - FormMeasure.gutter
        append(engine.block(sheet.fundingSentence, FormMeasure.footStyle, width: room), x: left, y: top + 4, page: page)
    }

    private var groupedVersion: String { sheet.version.prefix(4) + "-" + sheet.version.dropFirst(4) }

    private mutating func append(_ block: TextBlock, x: Double, y: Double, page: Int) {
        pages[page].drawings.append(.text(block, lines: block.lines.indices, x: x, y: y, tag: "P"))
        pages[page].words += block.words(lines: block.lines.indices, x: x, y: y)
    }
}
