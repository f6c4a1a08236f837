import FormModel
import OfficePackage

/// Walks `styles.xml` or `content.xml` and tells the block builder what begins and ends.
///
/// Elements it does not know are transparent; what must not be read is skipped by name.
final class OdtStoryReader: XMLHandler {
    /// What the end of an element ends: decided at its start, so that no odd nesting can upset the order.
    enum Opened {
        case nothing, style, paragraph, span, table, row, cell, control, story, form
    }

    let builder: BlockBuilder
    let styles: OdtStyles
    /// Blocks of `office:text`; nil until it was read.
    private(set) var body: [Block]?
    var forms: [String: OdtFormElement] = [:]
    var openForm: String?
    var insertionDepth = 0
    var insertions: Set<String> = []
    var openRegion: String?
    var tables: [OdtTableState] = []

    private var opened: [Opened] = []
    private var skipDepth = 0
    private var stories: [Story.Kind?] = []
    private var formats: [Format] = []
    private var tabs: [TabStop] = []
    /// What a note or a text box interrupts.
    private var outer: [(formats: [Format], tabs: [TabStop], isAfterBlank: Bool)] = []
    private var isAfterBlank = true

    private struct Format {
        var toggles = TextToggles()
        var font: SymbolGlyphs.Font?
    }

    init(builder: BlockBuilder, styles: OdtStyles) {
        self.builder = builder
        self.styles = styles
    }

    // MARK: Events

    override func start(_ element: XMLElement) {
        if skipDepth > 0 {
            skipDepth += 1
            return
        }
        opened.append(.nothing)
        switch element.space {
        case .odText: startText(element)
        case .odTable: startTable(element)
        case .odStyle: startStyle(element)
        case .odOffice: startOffice(element)
        case .odDraw: startDrawing(element)
        case .odForm: startForm(element)
        case .odExtension: startContentControl(element)
        case .odField: startFieldMark(element)
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
        case .style: styles.end()
        case .paragraph: builder.endParagraph()
        case .span: if formats.count > 1 { formats.removeLast() }
        case .table: endTable()
        case .row: builder.endRow()
        case .cell: endCell()
        case .control: endControl()
        case .story: endStory()
        case .form: openForm = nil
        }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if skipDepth == 0, builder.frame.paragraph != nil { addFolded(bytes) }
    }

    /// Leaves out the present element with everything in it.
    func skip() {
        skipDepth = 1
        opened.removeLast()
    }

    func atEnd(_ what: Opened) { opened[opened.count - 1] = what }

    // MARK: Text

    private func startText(_ element: XMLElement) {
        switch element.name {
        case .p, .h: beginParagraph(element)
        case .span: beginSpan(element)
        case .s: addBlanks(min(max(element.integer(.c) ?? 1, 1), 1_000))
        case .tab: addTab()
        case .lineBreak: addLineBreak()
        case .note: startStory(element.bytes(.noteClass)?.matches("endnote") == true ? .endnote : .footnote)
        case .noteCitation, .rubyText: skip()
        case .hiddenText: if element.bytes(.isHidden)?.matches("true") ?? false { skip() }
        case .trackedChanges, .changedRegion, .insertion, .deletion, .changeStart, .changeEnd: startChange(element)
        case .dropDown, .label, .textInputElement, .placeholder: startField(element)
        default: break
        }
    }

    private func beginParagraph(_ element: XMLElement) {
        if builder.isOverfull || styles.isOverfull { return stop(PackageError(.limit, "items")) }
        guard builder.frame.paragraph == nil else { return }
        let style = styles.paragraphStyle(element[.styleName])
        formats = [Format(toggles: style.toggles, font: style.font)]
        tabs = style.tabs
        isAfterBlank = true
        builder.beginParagraph()
        atEnd(.paragraph)
    }

    private func beginSpan(_ element: XMLElement) {
        guard let outer = formats.last else { return }
        let style = styles.textStyle(element[.styleName])
        formats.append(Format(toggles: style.toggles.over(outer.toggles), font: style.font ?? outer.font))
        atEnd(.span)
    }

    private var isHidden: Bool { (formats.last?.toggles.on ?? 0) & TextToggles.vanish != 0 }

    var style: Span.Style {
        let style = TextToggles.style(formats.last?.toggles.on ?? 0)
        return insertionDepth > 0 ? style.union(.inserted) : style
    }

    /// Blanks in the file fold to one, and none stands at the beginning of a paragraph (ODF 1.3 part 3, 6.1.2).
    private func addFolded(_ bytes: UnsafeBufferPointer<UInt8>) {
        var folded: [UInt8] = []
        folded.reserveCapacity(bytes.count)
        for byte in bytes {
            let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
            if isBlank, isAfterBlank { continue }
            isAfterBlank = isBlank
            folded.append(isBlank ? 0x20 : byte)
        }
        folded.withUnsafeBufferPointer(add)
    }

    private func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isHidden { return }
        let font = formats.last?.font
        if font != nil || SymbolText.hasPrivate(bytes) {
            builder.addText(SymbolText.unicode(bytes, font: font), style: style)
        } else {
            builder.addText(bytes, style: style)
        }
    }

    private func addBlanks(_ count: Int) {
        if !isHidden { builder.addText(String(repeating: " ", count: count), style: style) }
        isAfterBlank = false
    }

    private func addTab() {
        if !isHidden { builder.addTab(style: style, stops: tabs) }
        isAfterBlank = true
    }

    private func addLineBreak() {
        builder.addLineBreak(style: style)
        isAfterBlank = true
    }

    // MARK: Stories

    private func startOffice(_ element: XMLElement) {
        switch element.name {
        case .text:
            builder.beginStory("body", isNumbered: false)
            stories.append(nil)
            atEnd(.story)
        case .annotation, .annotationEnd, .binaryData: skip()
        default: break
        }
    }

    private func startStyle(_ element: XMLElement) {
        switch element.name {
        case .style, .defaultStyle:
            styles.begin(element)
            atEnd(.style)
        case .header, .headerLeft, .headerFirst: startStory(.header)
        case .footer, .footerLeft, .footerFirst: startStory(.footer)
        default: styles.take(element)
        }
    }

    private func startDrawing(_ element: XMLElement) {
        switch element.name {
        case .textBox, .customShape, .rect, .ellipse, .circle, .polygon, .polyline, .path, .line, .caption, .connector,
            .regularPolygon:
            startStory(.textBox)
        case .control: placeForm(element)
        case .object, .objectOLE, .plugin: builder.warn(.sourceExternalContent, ["kind": "oleObject"])
        case .image: if isExternal(element) { builder.warn(.sourceExternalContent, ["kind": "image"]) }
        default: break
        }
    }

    private func isExternal(_ element: XMLElement) -> Bool {
        guard let address = element.bytes(.href), let colon = address.firstIndex(of: UInt8(ascii: ":")) else {
            return false
        }
        return colon > 0
    }

    private func startStory(_ kind: Story.Kind) {
        outer.append((formats, tabs, isAfterBlank))
        stories.append(kind)
        builder.beginStory(kind.rawValue)
        atEnd(.story)
    }

    private func endStory() {
        let blocks = builder.endStory()
        guard let kind = stories.popLast() else { return }
        guard let kind else {
            body = blocks
            return
        }
        if let suspended = outer.popLast() { (formats, tabs, isAfterBlank) = suspended }
        // Shapes without text are drawings, not stories.
        if !blocks.isEmpty { builder.stories.append(Story(kind: kind, blocks: blocks)) }
    }
}
