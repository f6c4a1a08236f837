import FormModel
import OfficePackage

/// Compiles one part: finds its tags, says how far each reaches, and writes the instructions.
///
/// The work is a list of edits to the part's bytes; everything the edits leave alone is copied as it is.
final class PartCompiler {
    let tree: PartTree
    let options: TemplateOptions
    let prefix: [UInt8]
    /// Whether the whole part is repeated, as in a book of letters.
    let isRepeated: Bool
    /// Whether this is the document whose body makes the letters of a book.
    let isBook: Bool
    var paragraphs: [ParagraphText] = []
    /// In the order of the part.
    var tags: [TemplateTag] = []
    var statements: [TemplateStatement] = []
    var fieldTags: [TemplateTag] = []
    var fieldLinks: [FieldLink] = []
    /// Tables with rows that merge fields may repeat, or take away with an empty list.
    var fieldRowTables: Set<Int> = []
    var pairedTags: Set<Int> = []
    /// By tag.
    var placements: [TagPlacement] = []
    var edits = EditList()
    var faults: [TemplateFault] = []
    /// Where loops lie in the part, for what must not be repeated.
    var loopRanges: [Range<Int>] = []
    var bookmarkCount = 0
    /// Programs of headers and footers by the relationship that leads to them; only in a book.
    var programByRelationship: [String: Int] = [:]
    /// The template's own relationships to them, by program.
    var ownReferences: [Int32: String] = [:]
    var grids: [PartProgram.Grid] = []
    /// What the notes of this part are, in a book.
    var notesElement: XMLName?
    var isNotes: Bool { notesElement != nil }
    /// Notes and lists that the letters of a book have for themselves.
    var bookNotes: [XMLName: BookNotes] = [:]
    var bookLists: BookLists?
    /// Kinds of notes that the text refers to.
    var referredNotes: Set<NoteKind> = []
    /// Addresses with tags by the relationship that leads to them.
    var linkTargets: [String: String] = [:]
    /// Those that no element names any more.
    var replacedLinks: Set<String> = []
    /// Bookmarks of a loop whose end was not met yet, by id.
    var pendingBookmarks: [String: (node: Int, id: Range<Int>, name: Range<Int>, slot: Int32)] = [:]

    init(tree: PartTree, options: TemplateOptions, isRepeated: Bool = false, isBook: Bool = false) {
        self.isBook = isBook
        self.tree = tree
        self.options = options
        self.isRepeated = isRepeated
        let firstOfWord = tree.nodes.firstIndex { $0.space == .word } ?? 0
        prefix = tree.nodes.isEmpty ? [] : tree.prefix(firstOfWord)
    }

    func compile() -> (program: PartProgram, variables: VariableCollector) {
        collectTags()
        matchStatements()
        place()
        repeatFieldRows()
        beginFieldLinks()
        editParagraphs()
        endFieldLinks()
        editDrawings()
        editControls()
        editChoices()
        editLinks()
        editCells()
        editTables()
        if !loopRanges.isEmpty || isRepeated { editRepeatedIDs() }
        // A part without tags is copied as it is, and its notes with it.
        if isBook || !edits.inserts.isEmpty || !edits.removals.isEmpty { editNoteReferences() }
        if isBook { editBook() }
        if let notesElement { editNotes(notesElement) }
        var generator = CodeGenerator(compiler: self)
        return generator.generate()
    }

    /// A piece of markup in the part's own prefix: `<w:p/>` is written `<:p/>`.
    func markup(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text.utf8 {
            if byte == UInt8(ascii: ":"),
                result.last == UInt8(ascii: "<") || result.last == UInt8(ascii: "/")
                    || result.last == UInt8(ascii: " ")
            {
                result.append(contentsOf: prefix)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    // MARK: Finding tags

    private func collectTags() {
        var isRaw = false
        var found: [(source: Int, tag: TemplateTag)] = []
        for node in tree.nodes.indices where tree.is(node, .p) {
            let paragraph = ParagraphText(node, in: tree)
            let index = paragraphs.count
            paragraphs.append(paragraph)
            collectFields(index)
            guard
                paragraph.text.contains(where: {
                    $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "%")
                })
            else { continue }
            var lexer = TagLexer(paragraph.text, paragraph: index, isRaw: isRaw)
            let result = lexer.run()
            isRaw = lexer.isRaw
            for tag in result.tags { found.append((sourceStart(of: tag), tag)) }
            for (range, fault) in result.faults { report(fault, paragraph: index, range: range) }
        }
        for tag in fieldTags { found.append((sourceStart(of: tag), tag)) }
        tags = found.sorted { $0.source < $1.source }.map(\.tag)
        placements = Array(repeating: .inline, count: tags.count)
    }

    func sourceStart(of tag: TemplateTag) -> Int {
        let paragraph = paragraphs[tag.paragraph]
        let piece = paragraph.pieces[paragraph.piece(at: tag.range.lowerBound)]
        return paragraph.source(of: tag.range.lowerBound, in: piece)
    }

    /// Whether nothing else stands in the tag's paragraph, so that a sub-document may take its place.
    func isAlone(_ tag: TemplateTag) -> Bool {
        let paragraph = paragraphs[tag.paragraph]
        let rest = paragraph.text[..<tag.range.lowerBound] + paragraph.text[tag.range.upperBound...]
        guard rest.allSatisfy({ $0 <= 0x20 }), paragraph.runs.allSatisfy(\.otherContent.isEmpty),
            !endsSection(paragraph), !fieldLinks.contains(where: { $0.paragraph == tag.paragraph })
        else { return false }
        let names: Set<XMLName> = [.pPr, .r, .proofErr]
        return tree.children(paragraph.node).allSatisfy { names.contains(tree.nodes[$0].name) }
    }

    /// Whether the paragraph holds the settings of a section, which must not be written twice.
    func endsSection(_ paragraph: ParagraphText) -> Bool {
        tree.child(paragraph.node, .pPr).flatMap { tree.child($0, .sectPr) } != nil
    }

    // MARK: Faults

    func report(_ fault: SyntaxFault, tag: TemplateTag) {
        report(fault, paragraph: tag.paragraph, range: tag.range)
    }

    func report(_ fault: SyntaxFault, paragraph: Int, range: Range<Int>) {
        let text = paragraphs[paragraph].text
        faults.append(
            TemplateFault(
                code: fault.code,
                part: tree.name,
                place: ElementPlace.text(of: paragraphs[paragraph].node, in: tree),
                tag: TextWindow.text(text, range),
                surroundings: TextWindow.text(
                    text,
                    max(0, range.lowerBound - 40)..<min(text.count, range.upperBound + 40)
                ),
                message: fault.message,
                suggestion: fault.suggestion
            )
        )
    }
}

/// Cuts pieces out of UTF-8 without cutting characters.
enum TextWindow {
    static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        var start = range.lowerBound
        var end = range.upperBound
        while start < bytes.count, bytes[start] & 0xC0 == 0x80 { start += 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
    }
}

/// Says where an element stands in the words of Word's user interface.
enum ElementPlace {
    /// `table 2, row 3, cell 1, paragraph 1`.
    static func text(of node: Int, in tree: PartTree) -> String {
        var steps: [String] = []
        var current = node
        while current >= 0 {
            let name: String? =
                switch tree.nodes[current].name {
                case .p: "paragraph"
                case .tc: "cell"
                case .tr: "row"
                case .tbl: "table"
                case .footnote: "footnote"
                case .endnote: "endnote"
                case .comment: "comment"
                case .txbxContent: "text box"
                default: nil
                }
            if let name, tree.nodes[current].space == .word {
                steps.append(name == "text box" ? name : "\(name) \(number(of: current, in: tree))")
            }
            current = tree.nodes[current].parent
        }
        return steps.reversed().joined(separator: ", ")
    }

    private static func number(of node: Int, in tree: PartTree) -> Int {
        let parent = tree.nodes[node].parent
        guard parent >= 0 else { return 1 }
        var number = 0
        for child in tree.children(parent) where tree.is(child, tree.nodes[node].name) {
            number += 1
            if child == node { break }
        }
        return number
    }
}
