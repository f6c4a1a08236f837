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
        guard last.control == nil, first.control == nil, !first.isBox, !Self.isBullet(first.text) else { return false }
        guard !Self.isLeader(last.text), !Self.isLeader(first.text) else { return false }
        let size = line.fontSize
        guard abs(size - next.fontSize) <= size * 0.15 else { return false }
        guard next.rect.middleY - line.rect.middleY <= size * Self.leadingMax + 2 else { return false }
        // What stands right of a wide gap is an answer of its own or a second column.
        if zip(next.words, next.words.dropFirst()).contains(where: { TextLine.separator($0, $1) == "\t" }) {
            return false
        }
        return line.textEnd + size * Self.blank + first.rect.width > limit - 0.5
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
