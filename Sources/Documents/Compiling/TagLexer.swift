/// Finds tags in the text of a paragraph.
struct TagLexer {
    struct Found {
        var tags: [TemplateTag] = []
        var faults: [(range: Range<Int>, fault: SyntaxFault)] = []
    }

    private let text: [UInt8]
    private let paragraph: Int
    private var position = 0
    private var found = Found()
    /// Whether the text stands between `{% raw %}` and `{% endraw %}`; goes on over paragraphs.
    private(set) var isRaw: Bool

    init(_ text: [UInt8], paragraph: Int, isRaw: Bool) {
        self.text = text
        self.paragraph = paragraph
        self.isRaw = isRaw
    }

    mutating func run() -> Found {
        while position + 1 < text.count {
            guard
                text[position] == UInt8(ascii: "{") || text[position] == UInt8(ascii: "}")
                    || text[position] == UInt8(ascii: "%")
            else {
                position += 1
                continue
            }
            if !isRaw, escapedDelimiter() { continue }
            guard text[position] == UInt8(ascii: "{") else {
                position += 1
                continue
            }
            switch text[position + 1] {
            case UInt8(ascii: "{") where !isRaw: tag(.value, closing: UInt8(ascii: "}"))
            case UInt8(ascii: "%"): tag(.statement, closing: UInt8(ascii: "%"))
            case UInt8(ascii: "#") where !isRaw: tag(.comment, closing: UInt8(ascii: "#"))
            default: position += 1
            }
        }
        return found
    }

    /// `{_{`, `}_}`, `{_%`, `%_}` stand for the delimiters themselves, in template text only.
    private mutating func escapedDelimiter() -> Bool {
        guard position + 2 < text.count, text[position + 1] == UInt8(ascii: "_") else { return false }
        let pair = [text[position], text[position + 2]]
        guard ["{{", "}}", "{%", "%}"].contains(String(decoding: pair, as: UTF8.self)) else { return false }
        let range = position..<position + 3
        found.tags.append(
            TemplateTag(
                kind: .literal(String(decoding: pair, as: UTF8.self)),
                reach: .none,
                source: String(decoding: text[range], as: UTF8.self),
                inner: "",
                paragraph: paragraph,
                range: range
            )
        )
        position += 3
        return true
    }

    private mutating func tag(_ kind: TemplateTag.Kind, closing: UInt8) {
        let start = position
        guard let end = closingBrace(from: start + 2, closing, isText: kind == .comment || isRaw) else {
            if !isRaw { reportUnclosed(start) }
            position = start + 2
            return
        }
        var inner = text[(start + 2)..<(end - 2)]
        var tag = TemplateTag(
            kind: kind,
            reach: .none,
            source: String(decoding: text[start..<end], as: UTF8.self),
            inner: "",
            paragraph: paragraph,
            range: start..<end
        )
        tag.reach = reach(&inner)
        if inner.first == UInt8(ascii: "-") || inner.first == UInt8(ascii: "+") {
            tag.trimsBefore = inner.first == UInt8(ascii: "-")
            inner = inner.dropFirst()
            if tag.reach == .none { tag.reach = reach(&inner) }
        }
        if kind == .statement || kind == .comment, inner.last == UInt8(ascii: "-") || inner.last == UInt8(ascii: "+") {
            tag.trimsAfter = inner.last == UInt8(ascii: "-")
            inner = inner.dropLast()
        } else if kind == .value, inner.last == UInt8(ascii: "-") {
            tag.trimsAfter = true
            inner = inner.dropLast()
        }
        tag.inner = trimmed(String(decoding: inner, as: UTF8.self))
        position = end
        if isRaw {
            guard tag.keyword == "endraw" else {
                position = start + 2
                return
            }
            isRaw = false
            tag.kind = .comment
        } else if kind == .statement, tag.inner == "raw" {
            isRaw = true
            tag.kind = .comment
        }
        found.tags.append(tag)
    }

    /// Reads `p`, `tr`, `tc`, `r` at the start of a tag; a blank has to follow it.
    private func reach(_ inner: inout ArraySlice<UInt8>) -> TemplateTag.Reach {
        for reach in [TemplateTag.Reach.row, .cell, .paragraph, .run] {
            let word = Array(reach.rawValue.utf8)
            guard inner.starts(with: word), inner.count > word.count else { continue }
            let next = inner[inner.startIndex + word.count]
            guard next == 0x20 || next == 0x0A || next == 0x09 || next == 0xC2 else { continue }
            inner = inner.dropFirst(word.count)
            return reach
        }
        return .none
    }

    private func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
        while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
        return String(rest)
    }

    /// The place behind the closing delimiter; one inside of a quoted text does not count.
    private func closingBrace(from start: Int, _ closing: UInt8, isText: Bool) -> Int? {
        if !isText, let end = closingBrace(from: start, closing, skipsQuotes: true) { return end }
        return closingBrace(from: start, closing, skipsQuotes: false)
    }

    private func closingBrace(from start: Int, _ closing: UInt8, skipsQuotes: Bool) -> Int? {
        var quote: UInt8?
        var braces = 0
        var index = start
        while index + 1 < text.count {
            let byte = text[index]
            if skipsQuotes, let open = quote {
                if byte == UInt8(ascii: "\\") { index += 1 } else if byte == open { quote = nil }
            } else if skipsQuotes, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == closing, text[index + 1] == UInt8(ascii: "}"), braces == 0 || closing != UInt8(ascii: "}")
            {
                return index + 2
            } else if skipsQuotes, closing == UInt8(ascii: "}"), byte == UInt8(ascii: "{") {
                braces += 1
            } else if skipsQuotes, byte == UInt8(ascii: "}"), braces > 0 {
                braces -= 1
            } else if skipsQuotes, byte == UInt8(ascii: "{"), text[index + 1] == UInt8(ascii: "%") {
                return nil
            }
            index += 1
        }
        return nil
    }

    private mutating func reportUnclosed(_ start: Int) {
        let end = min(text.count, start + 40)
        let closing = text[start + 1] == UInt8(ascii: "{") ? "}}" : text[start + 1] == UInt8(ascii: "%") ? "%}" : "#}"
        found.faults.append(
            (
                start..<end,
                SyntaxFault(
                    .tagUnclosed,
                    pl: "Znacznik nie jest zamknięty w swoim akapicie. Dopisz „\(closing)”.",
                    en: "The tag is not closed in its paragraph. Add “\(closing)”."
                )
            )
        )
    }
}
