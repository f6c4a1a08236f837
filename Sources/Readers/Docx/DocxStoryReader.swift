import FormModel
import OfficePackage

/// Walks one part with text (document, header, footer, notes) and tells the block builder what begins and ends.
///
/// Elements it does not know are transparent: what stands inside them is read. What must not be read is skipped by name.
final class DocxStoryReader: XMLHandler {
    /// What the children of the present element are about.
    enum Scope {
        case content, run, paragraph, paragraphMark, table, row, cell, control, field, section
    }

    /// What the end of an element ends: decided at its start, so that no odd nesting can upset the order.
    enum Opened {
        case nothing, text, scope, paragraph, table, row, cell, control, controlContent, insertion, textBox, note
        case alternative
    }

    let builder: BlockBuilder
    let styles: DocxStyles
    /// Content controls with a binding, to be compared with the data store at the end.
    var bindings: [DocxBinding] = []
    /// Relationship ids of headers and footers in the order of the sections.
    private(set) var stories: [(id: String, kind: Story.Kind)] = []
    private(set) var hasFootnotes = false
    private(set) var hasEndnotes = false
    /// The part's root element, to tell a document from something else.
    private(set) var root = XMLName.unknown
    private(set) var rootSpace = XMLSpace.none

    private(set) var scopes: [Scope] = [.content]
    private var opened: [Opened] = []
    private var skipDepth = 0
    private var isInText = false
    /// One entry for each open `mc:AlternateContent`: whether a branch was taken.
    private var isBranchTaken: [Bool] = []

    var paragraph = DocxParagraphState()
    var run = DocxRunState()
    var insertionDepth = 0
    var fields: [DocxField] = []
    var controls: [DocxControlDraft] = []
    var rows: [DocxRowState] = []
    var outer: [Suspended] = []
    /// Kind of the notes that are being read (`w:footnote`); nil in other parts.
    private let noteKind: Story.Kind?

    /// What a text box interrupts.
    struct Suspended {
        var paragraph: DocxParagraphState
        var run: DocxRunState
        var fields: [DocxField]
        var insertionDepth: Int
    }

    init(builder: BlockBuilder, styles: DocxStyles, noteKind: Story.Kind? = nil) {
        self.builder = builder
        self.styles = styles
        self.noteKind = noteKind
    }

    // MARK: Events

    override func start(_ element: XMLElement) {
        if skipDepth > 0 {
            skipDepth += 1
            return
        }
        if root == .unknown {
            root = element.name
            rootSpace = element.space
        }
        opened.append(.nothing)
        switch element.space {
        case .word: startWord(element)
        case .word2010, .word2012: startExtension(element)
        case .compatibility: startAlternative(element)
        case .math: if element.name == .t { beginText() }
        case .office: if element.name == .OLEObject { builder.warn(.sourceExternalContent, ["kind": "oleObject"]) }
        default: break
        }
    }

    override func end(_ name: XMLName, _ space: XMLSpace) {
        if skipDepth > 0 {
            skipDepth -= 1
            return
        }
        switch opened.removeLast() {
        case .nothing: break
        case .text: isInText = false
        case .scope: leaveScope()
        case .paragraph: endParagraph()
        case .table: builder.endTable()
        case .row: endRow()
        case .cell: endCell()
        case .control: controls.removeLast()
        case .controlContent: endControlContent()
        case .insertion: insertionDepth -= 1
        case .textBox: resume()
        case .note: endNote()
        case .alternative: isBranchTaken.removeLast()
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInText, skipDepth == 0 { addText(bytes) }
    }

    /// Leaves out the present element with everything in it.
    func skip() {
        skipDepth = 1
        opened.removeLast()
    }

    /// Says what the end of the present element ends.
    func atEnd(_ what: Opened) { opened[opened.count - 1] = what }

    func enter(_ scope: Scope) {
        scopes.append(scope)
        atEnd(.scope)
    }

    private func leaveScope() {
        switch scopes.removeLast() {
        case .paragraph: paragraph.resolve(styles)
        case .row: beginRowCells()
        default: break
        }
    }

    private func beginText() {
        isInText = true
        atEnd(.text)
    }

    private func startExtension(_ element: XMLElement) {
        if scopes.last == .control, let last = controls.indices.last { controls[last].take(element) }
    }

    /// The first branch whose namespaces are known is read, else the fall-back (ISO 29500-3, 10.2): never two of them.
    private func startAlternative(_ element: XMLElement) {
        switch element.name {
        case .AlternateContent:
            isBranchTaken.append(false)
            atEnd(.alternative)
        case .Choice, .Fallback:
            guard let last = isBranchTaken.indices.last else { return }
            if isBranchTaken[last] || (element.name == .Choice && !isUnderstood(element)) { return skip() }
            isBranchTaken[last] = true
        default: break
        }
    }

    private func isUnderstood(_ element: XMLElement) -> Bool {
        let prefixes = (element[.Requires] ?? "").split(separator: " ")
        return prefixes.allSatisfy { cursor.space(ofPrefix: String($0)) != .unknown }
    }

    // MARK: Word

    private func startWord(_ element: XMLElement) {
        switch scopes[scopes.count - 1] {
        case .content: startContent(element)
        case .run: takeRunProperty(element)
        case .paragraph: takeParagraphProperty(element)
        case .paragraphMark: takeMarkProperty(element)
        case .table: skip()
        case .row: takeRowProperty(element)
        case .cell: takeCellProperty(element)
        case .control: takeControlProperty(element)
        case .field: if let last = fields.indices.last { fields[last].form?.take(element) }
        case .section: takeSectionProperty(element)
        }
    }

    private func startContent(_ element: XMLElement) {
        switch element.name {
        case .r: run = DocxRunState()
        case .t: beginText()
        case .rPr: enter(.run)
        case .p: beginParagraph()
        case .pPr: enter(.paragraph)
        case .tbl, .tr, .tc, .tblPr, .tblPrEx, .tblGrid, .trPr, .tcPr: startTable(element)
        case .sdt, .sdtPr, .sdtContent, .sdtEndPr: startControl(element)
        case .fldChar, .ffData, .instrText, .fldSimple: startField(element)
        case .ins, .moveTo, .del, .moveFrom: startChange(element)
        case .txbxContent: suspend()
        case .footnote, .endnote: startNote(element)
        case .sectPr: enter(.section)
        default: startInline(element)
        }
    }

    /// What stands in a line besides text, and what is left out of it.
    private func startInline(_ element: XMLElement) {
        switch element.name {
        case .tab, .ptab: addTab()
        case .br, .cr: builder.addLineBreak(style: runStyle)
        // A form's post code or phone may be written with it; a plain hyphen is what the person meant.
        case .noBreakHyphen: addText("-")
        case .sym: addSymbol(element)
        case .footnoteReference: hasFootnotes = true
        case .endnoteReference: hasEndnotes = true
        case .rt, .delText, .delInstrText, .comment, .annotationRef, .customXmlPr: skip()
        case .altChunk: builder.warn(.sourceContentUnread, ["kind": "altChunk"])
        case .subDoc: builder.warn(.sourceContentUnread, ["kind": "subDocument"])
        case .control: builder.warn(.sourceContentUnread, ["kind": "activeX"])
        default: break
        }
    }

    // MARK: Sections and notes

    private func takeSectionProperty(_ element: XMLElement) {
        switch element.name {
        case .headerReference: addStory(element, .header)
        case .footerReference: addStory(element, .footer)
        case .sectPrChange: skip()
        default: break
        }
    }

    private func addStory(_ element: XMLElement, _ kind: Story.Kind) {
        guard let id = element[.id, .relationships], !stories.contains(where: { $0.id == id }) else { return }
        stories.append((id, kind))
    }

    private func startNote(_ element: XMLElement) {
        // Separators are drawn lines and no notes.
        guard let noteKind, element.bytes(.type).map({ $0.matches("normal") }) ?? true else { return skip() }
        builder.beginStory(noteKind.rawValue)
        atEnd(.note)
    }

    private func endNote() {
        guard let noteKind else { return }
        let blocks = builder.endStory()
        builder.stories.append(Story(kind: noteKind, blocks: blocks))
    }

    // MARK: Text boxes

    private func suspend() {
        outer.append(Suspended(paragraph: paragraph, run: run, fields: fields, insertionDepth: insertionDepth))
        fields = []
        builder.beginStory("textBox")
        atEnd(.textBox)
    }

    private func resume() {
        guard let suspended = outer.popLast() else { return }
        closeFields()
        let blocks = builder.endStory()
        builder.stories.append(Story(kind: .textBox, blocks: blocks))
        paragraph = suspended.paragraph
        run = suspended.run
        fields = suspended.fields
        insertionDepth = suspended.insertionDepth
    }
}
