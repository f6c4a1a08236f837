import FormModel

/// Cuts the spans of a paragraph into lines of tokens.
struct Tokeniser {
    private(set) var layout: Layout
    private let controls: [FormControl]
    private var gap = Token.Gap.none
    private var spaces = 0
    private var style: Span.Style = []
    private var control: Int32 = -1
    /// First token of the current line.
    private var lineStart: Int
    private var lines: [Range<Int>] = []
    private var isInWord = false
    /// Check box controls that have given their mark.
    private var lastCheckBox: Int32 = -1

    init(layout: consuming Layout, controls: [FormControl]) {
        lineStart = layout.tokens.count
        self.layout = layout
        self.controls = controls
    }

    mutating func read(_ spans: [Span]) -> [Range<Int>] {
        for span in spans {
            style = span.style
            control = Int32(span.control ?? -1)
            if let index = span.control, controls.indices.contains(index), controls[index].kind == .checkBox {
                addCheckBox(controls[index], text: span.text)
            } else {
                read(span.text)
            }
        }
        endLine()
        return lines
    }

    /// A check box speaks by its state, whatever glyph its author chose; its text may be split over several spans.
    private mutating func addCheckBox(_ box: FormControl, text: String) {
        let start = layout.bytes.count
        layout.bytes.append(contentsOf: text.utf8)
        guard control != lastCheckBox else { return }
        lastCheckBox = control
        endWord()
        append(.mark, start: start)
        layout.tokens[layout.tokens.count - 1].isChecked = box.isChecked ?? false
    }

    private mutating func read(_ text: String) {
        var offset = layout.bytes.count
        layout.bytes.append(contentsOf: text.utf8)
        let isLeaderTab = style.contains(.leader)
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            read(scalar.value, at: offset, width: width, isLeaderTab: isLeaderTab)
            offset += width
        }
    }

    @inline(__always)
    private mutating func read(_ scalar: UInt32, at offset: Int, width: Int, isLeaderTab: Bool) {
        switch LabelFold.classify(scalar) {
        case .letter, .digit: addLetter(scalar, at: offset, width: width)
        case .space: addSpace(scalar, at: offset, isLeaderTab: isLeaderTab)
        case .other: addSign(scalar, at: offset, width: width)
        }
    }

    private mutating func addLetter(_ scalar: UInt32, at offset: Int, width: Int) {
        // Symbol fonts put their boxes where letters are not; those come as signs.
        if isInWord {
            LabelFold.append(scalar, to: &layout.folds)
            layout.tokens[layout.tokens.count - 1].end = Int32(offset + width)
            return
        }
        append(.word, start: offset)
        isInWord = true
        let last = layout.tokens.count - 1
        layout.tokens[last].foldStart = Int32(layout.folds.count)
        layout.tokens[last].end = Int32(offset + width)
        LabelFold.append(scalar, to: &layout.folds)
    }

    private mutating func addSpace(_ scalar: UInt32, at offset: Int, isLeaderTab: Bool) {
        endWord()
        switch scalar {
        case 0x0A, 0x0B, 0x0C, 0x0D: endLine()
        case 0x09 where isLeaderTab:
            append(.leader, start: offset)
            layout.tokens[layout.tokens.count - 1].end = Int32(offset + 1)
        case 0x09: gap = .wide
        default:
            spaces += 1
            if gap != .wide { gap = spaces >= 3 ? .wide : .space }
        }
    }

    private mutating func addSign(_ scalar: UInt32, at offset: Int, width: Int) {
        switch scalar {
        // Soft hyphen, zero-width signs, byte order mark: not there.
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F, 0x1F3FB...0x1F3FF: return
        // A hyphen or an apostrophe inside a word belongs to it and does not count: e-mail is email.
        case 0x2D, 0x2010, 0x2011, 0x27, 0x2019, 0x02BC, 0x60, 0xB4:
            if isInWord { return }
        default: break
        }
        endWord()
        if let state = MarkGlyph.state(of: scalar) {
            append(.mark, start: offset)
            layout.tokens[layout.tokens.count - 1].isChecked = state != .empty
        } else {
            append(.punctuation, start: offset)
            layout.tokens[layout.tokens.count - 1].sign = Self.sign(scalar)
        }
        layout.tokens[layout.tokens.count - 1].end = Int32(offset + width)
    }

    private static func sign(_ scalar: UInt32) -> UInt8 {
        switch scalar {
        case 0x21..<0x7F: UInt8(scalar)
        case 0x2026: Token.ellipsis
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0xFF1A, 0xFE55, 0x2236: UInt8(ascii: ":")
        case 0xB7, 0x2022, 0x2024: UInt8(ascii: ".")
        default: 0
        }
    }

    private mutating func append(_ kind: Token.Kind, start: Int) {
        let isFirst = layout.tokens.count == lineStart
        layout.tokens.append(
            Token(
                kind: kind,
                gap: isFirst ? .none : gap,
                start: Int32(start),
                end: Int32(start),
                style: style,
                control: control
            )
        )
        gap = .none
        spaces = 0
    }

    private mutating func endWord() {
        guard isInWord else { return }
        isInWord = false
        let last = layout.tokens.count - 1
        layout.tokens[last].foldEnd = Int32(layout.folds.count)
        layout.tokens[last].hash = LabelFold.hash(layout.fold(layout.tokens[last]))
    }

    private mutating func endLine() {
        endWord()
        if layout.tokens.count > lineStart {
            Self.mergeLeaders(&layout.tokens, from: lineStart)
            Self.mergeBracketMarks(&layout, from: lineStart)
            lines.append(lineStart..<layout.tokens.count)
        }
        lineStart = layout.tokens.count
        gap = .none
        spaces = 0
        lastCheckBox = -1
    }
}
