import FormModel

/// A blank form, prepared for comparing filled ones with it.
struct BlankForm: Sendable {
    let layout: Layout
    /// Lines that hold words, in order; indices into `layout.lines`.
    let lines: [Int]
    /// Position in `lines` by the hash of a line's words.
    let byKey: [UInt64: [Int]]
    let wordCount: Int
    /// Which question a line is the label of, where a tagged control stands beside it; by index into `layout.lines`.
    let asked: [Int: TagParser.Target]

    init(_ reading: Reading, tags: TagParser, questions: [Question]) {
        let layout = LayoutBuilder.layout(of: reading)
        let lines = layout.lines.indices.filter { layout.lines[$0].wordCount > 0 }
        var byKey: [UInt64: [Int]] = [:]
        for (position, line) in lines.enumerated() { byKey[layout.lines[line].key, default: []].append(position) }
        self.layout = layout
        self.lines = lines
        self.byKey = byKey
        wordCount = lines.reduce(0) { $0 + Int(layout.lines[$1].wordCount) }
        asked = Self.asked(layout, reading.controls, tags, questions)
    }

    private static func asked(
        _ layout: Layout,
        _ controls: [FormControl],
        _ tags: TagParser,
        _ questions: [Question]
    ) -> [Int: TagParser.Target] {
        var asked: [Int: TagParser.Target] = [:]
        for line in layout.lines.indices {
            for token in layout.lines[line].tokens where layout.tokens[token].control >= 0 {
                let tag = controls[Int(layout.tokens[token].control)].tag
                guard let target = tag.flatMap({ tags.parse($0) }) else { continue }
                if let label = labelLine(besides: line, layout) {
                    if asked[label] == nil { asked[label] = target }
                } else if questions[target.question].shape == .flag, target.option == nil {
                    asked[line] = target
                }
            }
        }
        return asked
    }

    /// The first line of the nearest cell at the left that holds words and no control; a number alone is no label.
    private static func labelLine(besides line: Int, _ layout: Layout) -> Int? {
        guard layout.lines[line].cell >= 0 else { return nil }
        let cell = layout.cells[Int(layout.lines[line].cell)]
        for member in layout.grids[Int(cell.grid)].rows[Int(cell.row)].reversed()
        where layout.cells[Int(member)].column < cell.column {
            let own = layout.cells[Int(member)].lines
            let tokens = own.flatMap { layout.lines[$0].tokens }.map { layout.tokens[$0] }
            guard !tokens.contains(where: { $0.control >= 0 }),
                let first = own.first(where: { layout.lines[$0].wordCount > 0 })
            else { continue }
            let isName = tokens.contains { token in
                token.kind == .word && layout.fold(token).contains { !(0x30...0x39).contains($0) }
            }
            return isName ? first : nil
        }
        return nil
    }

    /// 0 to 1: the share of the blank's words whose lines stand on the form, whole or as the beginning of a line. Cheap.
    func likeness(to other: Layout) -> Double {
        guard wordCount > 0 else { return 0 }
        var seen = [Bool](repeating: false, count: lines.count)
        var words = 0
        for line in other.lines.indices where other.lines[line].wordCount > 0 {
            for key in other.prefixKeys(of: line) {
                guard let position = byKey[key]?.first(where: { !seen[$0] }) else { continue }
                seen[position] = true
                words += Int(layout.lines[lines[position]].wordCount)
                break
            }
        }
        return Double(words) / Double(wordCount)
    }
}

extension Layout {
    /// The most words of a line whose beginnings are looked up; a longer printed beginning is found word by word.
    private static let prefixWordMax = 40

    /// Hashes of a line's beginnings, the whole line first.
    func prefixKeys(of line: Int) -> [UInt64] {
        var keys: [UInt64] = []
        var key = LabelFold.seed
        for index in lines[line].tokens where tokens[index].kind == .word {
            key = LabelFold.hash(fold(tokens[index]), from: key)
            keys.append(key)
            if keys.count == Self.prefixWordMax { break }
        }
        if lines[line].wordCount > Self.prefixWordMax { keys.append(lines[line].key) }
        return keys.reversed()
    }
}
