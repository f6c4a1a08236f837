import FormModel
import ReaderProtocol

/// Reads a PDF file (ISO 32000-1) as what stands on the paper.
///
/// Handles
/// - form fields out of the object tree: text, lists, check boxes and radio buttons by the names of their states, values
///   and names from parents, signatures; each with its place on the page, between the words that stand around it
/// - pages with letters: paragraphs put back together, tables by their rulings or by the white between their columns, also
///   from page to page, columns of running text, boxes to tick that are drawn or signs, struck-out, underlined and marked
///   words, text typed over the page
/// - turned and cut pages, files encrypted for everybody, files that had to be repaired (flagged)
///
/// Flags and leaves unread: the XML copy of a form (XFA), scripts, attached files, drawings laid over a page, pages that
/// are pictures or whose letters have no meaning. Refuses: files with a password, more pages than a form has.
/// Ignores: bookmarks, layers, structure tags, what is drawn in patterns.
struct PDFReader {
    private let file: PDFFile
    private let pages: [PDFObject]
    private let geometries: [PageGeometry]
    private let fields: FieldControls
    private let text: TextLayer?
    private var reading = Reading(format: .pdf)
    private var qualities: [TextQuality] = []
    private var pageBlocks: [[Block]] = []
    /// Of the tables between rules on the page before.
    private var columnEdges: [[Double]] = []

    /// - Returns: what was read, and the pages that are pictures, counted from 0.
    static func read(_ bytes: UnsafeRawBufferPointer) throws(ReadFailure) -> (reading: Reading, pictures: [Int]) {
        var reader = try PDFReader(bytes)
        let reading = try reader.read()
        return (reading, reader.qualities.indices.filter { reader.qualities[$0] == .picture })
    }

    private init(_ bytes: UnsafeRawBufferPointer) throws(ReadFailure) {
        file = try PDFFile(bytes)
        pages = try file.pages()
        geometries = pages.map { PageGeometry($0) }
        let catalog = file.catalog
        let tree = try FieldTree(catalog: catalog, pages: pages)
        fields = FieldControls(tree: tree, pages: pages, geometries: geometries)
        text = TextLayer(bytes)
        reading.controls = fields.controls
        reading.language = catalog["Lang"]?.text.flatMap(Self.primaryLanguage)
        reading.properties = Self.properties(file.trailer["Info"])
        reading.warnings = ActiveContent(catalog: catalog, pages: pages).warnings
        if tree.hasXFA { reading.warnings.append(ReadingWarning(.sourceContentUnread, parameters: ["kind": "xfa"])) }
    }

    private mutating func read() throws(ReadFailure) -> Reading {
        pageBlocks = Array(repeating: [], count: pages.count)
        let prepared = pages.indices.compactMap { preparedPage($0) }
        for page in prepared { layOut(page, limit: Self.limit(of: page, among: prepared)) }
        (reading.blocks, reading.stories) = RunningHeads.split(pageBlocks, reading.pages)
        reading.blocks = TableJoining.joined(reading.blocks, reading.pages)
        file.takeWarnings()
        if text == nil, fields.controls.isEmpty {
            throw ReadFailure(.sourceDamaged, format: .pdf, parameters: ["reason": "pages"])
        }
        if file.isRepaired || text == nil || text?.pageCount != pages.count {
            reading.warnings.append(ReadingWarning(.sourceDamaged, parameters: ["reason": "repaired"]))
        }
        try noteUnread()
        return reading
    }

    /// Pages that no letters could be read from; a file with nothing else gives no reading.
    private mutating func noteUnread() throws(ReadFailure) {
        let unread = qualities.indices.filter { qualities[$0] == .picture || qualities[$0] == .garbled }
        if unread.count == qualities.count || qualities.allSatisfy({ $0 != .usable }) {
            guard unread.isEmpty else {
                let isGarbled = unread.allSatisfy { qualities[$0] == .garbled }
                let reason = isGarbled ? "lettersWithoutMeaning" : "picture"
                throw ReadFailure(.sourceNotYetReadable, format: .pdf, parameters: ["reason": reason])
            }
            throw ReadFailure(.sourceUnusable, format: .pdf, parameters: ["reason": "blankPages"])
        }
        for page in unread {
            reading.warnings.append(ReadingWarning(.sourceNotYetReadable, place: "page[\(page + 1)]"))
        }
    }

    // MARK: Pages

    /// What stands on a page whose letters can be used, before it is put into paragraphs and tables.
    private struct Prepared {
        var index: Int
        var turn: PageTurn
        var words: [PageWord]
        var grids: [Grid]
        /// Where its text ends at the right.
        var textEnd: Double
    }

    private mutating func preparedPage(_ index: Int) -> Prepared? {
        let geometry = geometries[index]
        let letters = text?.letters(page: index) ?? TextLayer.Letters()
        let turn = PageTurn(quarters: letters.direction, width: geometry.width, height: geometry.height)
        var words = TextLayer.words(letters, turn: turn)
        words += TypedNotes.words(of: pages[index], geometry: geometry, turn: turn)
        let drawing = DrawingScanner.drawing(of: pages[index], geometry: geometry, turn: turn)
        let placed = fields.placed[index]
        let hasFields = placed.contains { fields.controls[$0.control].kind != .signature }
        let quality = TextQuality(words: words, drawing: drawing, geometry: geometry, hasFields: hasFields)
        qualities.append(quality)
        var page = Page(width: Self.side(geometry.width), height: Self.side(geometry.height))
        defer { reading.pages.append(page) }
        page.regions = placed.map { Page.Region(place: fields.controls[$0.control].place, box: $0.rect.box) }
        guard quality == .usable else { return nil }
        if drawing.isCut {
            reading.warnings.append(
                ReadingWarning(
                    .sourceLimit,
                    place: "page[\(index + 1)]",
                    parameters: ["limit": "pdfInstructionCountMax"]
                )
            )
        }
        let finder = BoxFinder(words: words, drawing: drawing, fields: placed.map { turn.apply($0.rect) })
        let grids = GridFinder(drawing, cells: finder.cells)
        words = finder.words
        let rows = RuledRows(grids.loose, words: words + finder.boxes, before: columnEdges)
        columnEdges = rows.edges
        LineStyles.apply(lines: rows.loose, tints: drawing.tints, to: &words)
        if pages.count <= Self.wordPagesMax, words.count <= Self.wordCountMax {
            page.words = (words + finder.boxes).map { $0.shown(turn) }
        }
        return Prepared(
            index: index,
            turn: turn,
            words: words + finder.boxes + placed.map { word(of: $0, turn: turn) },
            grids: grids.grids + rows.grids,
            textEnd: words.map(\.rect.right).max() ?? 0
        )
    }

    private mutating func layOut(_ page: Prepared, limit: Double) {
        let laid = PageBlocks.blocks(
            page: page.index + 1,
            words: page.words,
            grids: page.grids,
            turn: page.turn,
            limit: limit
        )
        pageBlocks[page.index] = laid.blocks
        reading.pages[page.index].regions += laid.regions
    }

    /// A page of few lines has margins like the others of its size: by its own longest line alone, short ones would seem full.
    private static func limit(of page: Prepared, among all: [Prepared]) -> Double {
        all.filter { $0.turn.uprightWidth == page.turn.uprightWidth }.map(\.textEnd).max() ?? page.textEnd
    }

    /// Words with their boxes go along for short documents, which may be blank forms whose map is to be made.
    private static let wordPagesMax = 12
    /// A form has some hundred words a page; more would only crowd the reply.
    private static let wordCountMax = 3_000

    private static func side(_ value: Double) -> Double { min(max(value, 0), ReaderLimits.pageSideMax) }

    /// A field as a word between the words.
    private func word(of placed: FieldControls.Placed, turn: PageTurn) -> PageWord {
        let control = fields.controls[placed.control]
        let rect = turn.apply(placed.rect)
        let text = control.text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return PageWord(
            text: control.kind == .signature ? "" : text,
            rect: rect,
            fontSize: min(max(rect.height, 4), 10),
            control: placed.control
        )
    }

    // MARK: About the file

    private static func primaryLanguage(_ tag: String) -> String? {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return (2...3).contains(primary.utf8.count) ? primary : nil
    }

    private static let propertyByteMax = 1_000

    private static func properties(_ info: PDFObject?) -> [String: String] {
        var properties: [String: String] = [:]
        for key in ["Title", "Author", "Creator", "Producer", "nabor:event", "nabor:form", "nabor:version"] {
            guard let text = info?[key]?.text, !text.isEmpty, text.utf8.count <= propertyByteMax else { continue }
            properties[key.hasPrefix("nabor:") ? key : key.lowercased()] = text
        }
        return properties
    }
}
