import FormModel

/// Puts lines back together that were one paragraph before they were broken to fit the page.
///
/// A line goes on with the next one when the next one's first word would not have fitted behind it: that, and nothing
/// else, is why a program breaks a line by itself.
struct ParagraphBuilder {
    struct TextParagraph {
        var spans: [Span]
        var rect: PageRect
    }

    /// Right edge of the column of text.
    let limit: Double
    /// Lines that begin with a question («Telefon: …») begin a paragraph, however full the line before is.
    var partsQuestions = false

    /// Lines further apart than this many letter heights are paragraphs of their own.
    private static let leadingMax = 1.75
    /// Width of a blank, in letter heights.
    private static let blank = 0.25

    /// - Parameter limit: the right edge of a cell; nil for a page, whose edge is where its longest line ends.
    init(lines: [TextLine], limit: Double?) {
        self.limit = limit ?? lines.map(\.textEnd).max() ?? 0
    }

    func paragraphs(_ lines: [TextLine]) -> [TextParagraph] {
        var paragraphs: [TextParagraph] = []
        var open: [TextLine] = []
        for line in lines {
            if let last = open.last, !goesOn(last, line, isFirst: open.count == 1) {
                paragraphs.append(paragraph(open))
                open = []
            }
            open.append(line)
        }
        if !open.isEmpty { paragraphs.append(paragraph(open)) }
        return paragraphs
    }

    private func goesOn(_ line: TextLine, _ next: TextLine, isFirst: Bool) -> Bool {
        guard let last = line.words.last, let first = next.words.first else { return false }
        guard last.control == nil, first.control == nil, !first.isBox else { return false }
        let isBroken = Self.isBroken(last.text, first.text)
        // «9-», «17.»: no item of a list.
        guard isBroken || !Self.isBullet(first.text) else { return false }
        guard !Self.isLeader(last.text), !Self.isLeader(first.text) else { return false }
        let size = line.fontSize
        guard abs(size - next.fontSize) <= size * 0.15 else { return false }
        guard next.rect.middleY - line.rect.middleY <= size * Self.leadingMax + 2 else { return false }
        // What stands right of a wide gap is an answer of its own or a second column.
        if zip(next.words, next.words.dropFirst()).contains(where: { TextLine.separator($0, $1) == "\t" }) {
            return false
        }
        // It would go on where it stands, not below its label.
        if let start = Self.lastStart(line), first.rect.left < start - size { return false }
        if partsQuestions, Self.isQuestion(next) { return false }
        if isBroken { return line.textEnd - line.rect.left > Self.brokenMin * (limit - line.rect.left) }
        return line.textEnd + size * Self.blank + Self.unbroken(next).width > limit - 0.5
    }

    /// Where what stands behind a line's last wide gap begins; nil for a line without any.
    private static func lastStart(_ line: TextLine) -> Double? {
        var start: Double?
        for (word, next) in zip(line.words, line.words.dropFirst()) where TextLine.separator(word, next) == "\t" {
            start = next.rect.left
        }
        return start
    }

    private static let questionWordCountMax = 8

    private static func isQuestion(_ line: TextLine) -> Bool {
        guard let first = line.words.first?.text.unicodeScalars.first, !first.properties.isLowercase, first != "("
        else { return false }
        let words = line.words.prefix(questionWordCountMax)
        return words.contains { $0.text.hasSuffix(":") } || words.dropFirst(2).contains { $0.text.hasSuffix("?") }
    }

    /// The first word with the dots behind it: lines are not broken before a full stop, whatever stands between
    /// (UAX #14, LB13).
    private static func unbroken(_ line: TextLine) -> PageRect {
        let dots = line.words.dropFirst().prefix { isLeader($0.text) && $0.text.hasPrefix(".") }
        return dots.reduce(line.words[0].rect) { $0.union($1.rect) }
    }

    /// Nobody ends a line amid a number or a word of two parts; how much room there was is the program's own affair. Only a
    /// line that does not fill this share of its column may have been ended so.
    private static let brokenMin = 0.5

    private static func isBroken(_ text: String, _ next: String) -> Bool {
        let end = text.unicodeScalars.suffix(2)
        guard end.count == 2, let sign = end.last, sign == "-" || sign == "/", let first = next.unicodeScalars.first
        else { return false }
        return Self.isInside(end.first!) && Self.isInside(first)
    }

    private static func isInside(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// Dots or a line to write on.
    private static func isLeader(_ text: String) -> Bool {
        text.unicodeScalars.count > 2 && text.unicodeScalars.allSatisfy { "._…-".unicodeScalars.contains($0) }
    }

    private static func isBullet(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        switch first.value {
        case 0x2022, 0x2023, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25E6, 0xF0B7, 0xF0A7, 0x2610...0x2612, 0x25A1, 0xF06F,
            0xF0A8, 0xF0FE, 0xF078:
            return true
        default: break
        }
        // «1.», «12)», «a)» begin an item of a list.
        guard text.utf8.count <= 3, let last = text.utf8.last, ".)".utf8.contains(last) else { return false }
        return text.utf8.dropLast().allSatisfy { (0x30...0x39).contains($0) }
            || (text.utf8.count == 2 && last == UInt8(ascii: ")"))
    }

    // MARK: Text

    private func paragraph(_ lines: [TextLine]) -> TextParagraph {
        var spans: [Span] = []
        var rect = lines[0].rect
        for (index, line) in lines.enumerated() {
            rect = rect.union(line.rect)
            if index > 0 { Self.append(breakText(lines[index - 1], line), like: nil, to: &spans) }
            for (position, word) in line.words.enumerated() {
                if position > 0 {
                    Self.append(TextLine.separator(line.words[position - 1], word), like: nil, to: &spans)
                }
                Self.append(word.text, like: word, to: &spans)
            }
        }
        return TextParagraph(spans: spans, rect: rect)
    }

    /// A word too long for its line is broken without a blank, as an address in a narrow cell; so is one with a hyphen.
    private func breakText(_ line: TextLine, _ next: TextLine) -> String {
        if let text = line.words.last?.text, text.utf8.count > 1, "-/".utf8.contains(text.utf8.last!) { return "" }
        guard line.words.count == 1, let word = line.words.first, limit - word.rect.right < word.fontSize * 0.75,
            let last = word.text.unicodeScalars.last, let first = next.words.first?.text.unicodeScalars.first
        else { return " " }
        let isInside = last.properties.isAlphabetic || "0123456789@._-".unicodeScalars.contains(last)
        let goesOnInside = first.properties.isAlphabetic || "0123456789@._-".unicodeScalars.contains(first)
        let isAddress = word.text.contains("@") || next.words[0].text.contains("@")
        return isInside && goesOnInside && (isAddress || !first.properties.isUppercase) ? "" : " "
    }

    private static func append(_ text: String, like word: PageWord?, to spans: inout [Span]) {
        guard !text.isEmpty || word?.control != nil else { return }
        let style = word?.style ?? spans.last?.style ?? []
        let control = word?.control
        if let last = spans.indices.last, spans[last].control == control, control == nil,
            word == nil || spans[last].style == style
        {
            spans[last].text += text
        } else {
            spans.append(Span(text: text, style: style, control: control))
        }
    }
}
