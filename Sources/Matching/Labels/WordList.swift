/// The words of a text, folded, without numbering, footnote signs and hints in brackets.
struct WordList {
    var hashes: [UInt64] = []
    var fold: [UInt8] = []
    var ends: [Int] = []

    var isEmpty: Bool { hashes.isEmpty }
    var key: UInt64 { LabelFold.hash(fold[...]) }

    mutating func append(_ token: Token, of layout: Layout) {
        hashes.append(token.hash)
        fold.append(contentsOf: layout.fold(token))
        ends.append(fold.count)
    }

    func word(_ index: Int) -> ArraySlice<UInt8> { fold[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

    /// All words of a text; with `withoutHints` those in brackets are left out.
    static func words(of text: String, withoutHints: Bool) -> WordList {
        let layout = LayoutBuilder.layout(of: text)
        var list = WordList()
        var depth = 0
        var start = 0
        if let first = layout.lines.first { start = Numbering.end(in: layout, first.tokens) }
        for index in layout.tokens.indices where index >= start {
            let token = layout.tokens[index]
            if token.sign == UInt8(ascii: "(") { depth += 1 }
            if token.kind == .word, depth == 0 || !withoutHints { list.append(token, of: layout) }
            if token.sign == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        }
        return list
    }
}
