import FormModel
import OfficePackage

/// The formatting of the run that is read.
struct DocxRunState {
    var toggles = TextToggles()
    /// Of its character style.
    var style = TextToggles()
    var font: SymbolGlyphs.Font?
    /// Worked out at the first text.
    var effective: UInt8?
}

/// The properties of the paragraph that is read.
struct DocxParagraphState {
    var style = DocxStyles.Style()
    var ownTabs: [TabStop] = []
    var tabs: [TabStop] = []
    var hasStyle = false
    var isMarkDeleted = false

    /// At the end of `w:pPr` everything about tabs is known.
    mutating func resolve(_ styles: DocxStyles) {
        tabs = TabStop.merge(ownTabs, over: style.tabs)
    }
}

extension DocxStoryReader {
    // MARK: Paragraphs

    func beginParagraph() {
        if builder.isOverfull { return stop(PackageError(.limit, "items")) }
        paragraph = DocxParagraphState()
        paragraph.style = styles.defaultParagraphStyle
        paragraph.tabs = paragraph.style.tabs
        run = DocxRunState()
        builder.beginParagraph()
        atEnd(.paragraph)
    }

    func endParagraph() {
        builder.endParagraph(isMarkDeleted: paragraph.isMarkDeleted)
    }

    func takeParagraphProperty(_ element: XMLElement) {
        switch element.name {
        case .pStyle: if let id = element.bytes(.val) { paragraph.style = styles.style(id) }
        case .tab: if let stop = TabStop(element) { paragraph.ownTabs.append(stop) }
        case .rPr: enter(.paragraphMark)
        case .sectPr: enter(.section)
        case .pPrChange: skip()
        default: break
        }
    }

    /// The paragraph mark's own formatting is of no interest, its tracked deletion is.
    func takeMarkProperty(_ element: XMLElement) {
        switch element.name {
        case .del, .moveFrom:
            paragraph.isMarkDeleted = true
            builder.warn(.trackedChanges)
            skip()
        case .ins, .moveTo:
            builder.warn(.trackedChanges)
            skip()
        case .rPrChange: skip()
        default: break
        }
    }

    // MARK: Runs

    func takeRunProperty(_ element: XMLElement) {
        switch element.name {
        case .rStyle: if let id = element.bytes(.val) { run.style = styles.style(id).toggles }
        case .rFonts:
            run.font = (element.bytes(.ascii) ?? element.bytes(.hAnsi)).flatMap { SymbolGlyphs.Font(name: $0) }
        case .rPrChange: skip()
        default: run.toggles.take(element)
        }
        run.effective = nil
    }

    private var effective: UInt8 {
        if let known = run.effective { return known }
        let effective = run.toggles.effective(
            character: run.style,
            paragraph: paragraph.style.toggles,
            defaults: styles.defaults
        )
        run.effective = effective
        return effective
    }

    var runStyle: Span.Style {
        let style = TextToggles.style(effective)
        return insertionDepth > 0 ? style.union(.inserted) : style
    }

    // MARK: Text

    func addText(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isShown else { return }
        if run.font != nil || SymbolText.hasPrivate(bytes) {
            return builder.addText(SymbolText.unicode(bytes, font: run.font), style: runStyle)
        }
        builder.addText(bytes, style: runStyle)
    }

    func addText(_ text: String) {
        if isShown { builder.addText(text, style: runStyle) }
    }

    func addTab() {
        if isShown { builder.addTab(style: runStyle, stops: paragraph.tabs) }
    }

    func addSymbol(_ element: XMLElement) {
        guard isShown, let code = element[.char].flatMap({ Int($0, radix: 16) }) else { return }
        let font = element.bytes(.font).flatMap { SymbolGlyphs.Font(name: $0) }
        let isPrivate = (0xF020...0xF0FF).contains(code)
        if font != nil || isPrivate, let text = SymbolGlyphs.text(code, font: font) { return addText(text) }
        // A sign that no form gives a meaning to: whoever reads on sees that something stands there.
        let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init)
        addText(isPrivate ? "\u{FFFD}" : scalar.map { String(Character($0)) } ?? "\u{FFFD}")
    }

    /// Hidden text is not on the paper, and an instruction of a field is none of its result.
    private var isShown: Bool {
        effective & TextToggles.vanish == 0 && !fields.contains { $0.phase == .instruction }
    }
}
