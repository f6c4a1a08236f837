import FormModel

extension BlockBuilder {
    /// A paragraph while its text comes in.
    struct OpenParagraph {
        var place: String
        var spans: [Span] = []
        var bytes: [UInt8] = []
        var style: Span.Style = []
        var control: Int?
        /// Characters since the last tab or line break, for telling which tab stop comes next.
        var lineCharacterCount = 0
        /// Where the last tab led to, in twentieths of a point.
        var lineStart = 0

        mutating func flush() {
            guard !bytes.isEmpty else { return }
            spans.append(Span(text: String(decoding: bytes, as: UTF8.self), style: style, control: control))
            bytes.removeAll(keepingCapacity: true)
        }
    }

    func beginParagraph() {
        // A paragraph inside a paragraph is no valid document; the outer one ends here.
        if frame.paragraph != nil { endParagraph() }
        guard let last = frame.containers.indices.last else { return }
        frame.containers[last].paragraphCount += 1
        let pathCount = frame.path.count
        appendStep("/p", frame.containers[last].paragraphCount)
        givePlace()
        if let carried = frame.carried {
            frame.paragraph = carried
            frame.carried = nil
        } else {
            frame.paragraph = OpenParagraph(place: place)
        }
        frame.path.removeSubrange(pathCount...)
    }

    /// Ends the paragraph; when its mark is deleted, its text is carried into the next one.
    func endParagraph(isMarkDeleted: Bool = false) {
        guard var paragraph = frame.paragraph else { return }
        paragraph.flush()
        frame.paragraph = nil
        if isMarkDeleted {
            frame.carried = paragraph
            return
        }
        if let open = openControls.last {
            if paragraph.spans.isEmpty { paragraph.spans.append(Span(text: "", control: open.index)) }
            if !open.isInsideParagraph { controlText.append(0x0A) }
        }
        append(.paragraph(Paragraph(place: paragraph.place, spans: paragraph.spans)))
    }

    /// Writes out a carried paragraph that nothing followed.
    func flushCarried() {
        guard let carried = frame.carried else { return }
        frame.carried = nil
        append(.paragraph(Paragraph(place: carried.place, spans: carried.spans)))
    }

    /// Adds text to the open paragraph; without one (between blocks) it is nobody's text and dropped.
    func addText(_ bytes: UnsafeBufferPointer<UInt8>, style: Span.Style) {
        guard placeholderDepth == 0, bytes.count > 0, frame.paragraph != nil else { return }
        let control = openControls.last?.index
        if frame.paragraph!.style != style || frame.paragraph!.control != control {
            frame.paragraph!.flush()
            frame.paragraph!.style = style
            frame.paragraph!.control = control
        }
        frame.paragraph!.bytes.append(contentsOf: bytes)
        for byte in bytes where byte & 0xC0 != 0x80 { frame.paragraph!.lineCharacterCount += 1 }
        if control != nil { controlText.append(contentsOf: bytes) }
    }

    func addText(_ text: String, style: Span.Style) {
        var text = text
        text.withUTF8 { addText($0, style: style) }
    }

    func addLineBreak(style: Span.Style) {
        addText("\n", style: style)
        frame.paragraph?.lineCharacterCount = 0
        frame.paragraph?.lineStart = 0
    }

    /// Adds a tab; `stops` are the paragraph's, ordered by position.
    func addTab(style: Span.Style, stops: [TabStop]) {
        guard let paragraph = frame.paragraph else { return }
        // An average character of 11 point text is about five points wide.
        let reached = paragraph.lineStart + paragraph.lineCharacterCount * 100
        let stop = stops.first { $0.position > reached }
        addText("\t", style: stop?.hasLeader == true ? style.union(.leader) : style)
        frame.paragraph?.lineStart = stop?.position ?? (reached / 708 + 1) * 708
        frame.paragraph?.lineCharacterCount = 0
    }
}

/// A place on the line where a tab ends; positions in twentieths of a point.
struct TabStop: Hashable {
    var position: Int
    var hasLeader: Bool
    /// Takes away an inherited stop at this position.
    var isCleared = false

    /// Own stops over inherited ones, ordered by position.
    static func merge(_ own: [TabStop], over inherited: [TabStop]) -> [TabStop] {
        if own.isEmpty { return inherited }
        let kept = inherited.filter { stop in !own.contains { $0.position == stop.position } }
        return (kept + own.filter { !$0.isCleared }).sorted { $0.position < $1.position }
    }
}
