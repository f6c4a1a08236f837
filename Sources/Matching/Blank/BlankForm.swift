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
        asked = Self.asked(reading, layout, tags, questions)
    }

    private static func asked(
        _ reading: Reading,
        _ layout: Layout,
        _ tags: TagParser,
        _ questions: [Question]
    ) -> [Int: TagParser.Target] {
        var controls: [String: [Int]] = [:]
        note(reading.blocks, cell: "", in: &controls)
        func target(_ control: Int) -> TagParser.Target? {
            reading.controls.indices.contains(control) ? reading.controls[control].tag.flatMap { tags.parse($0) } : nil
        }
        var asked: [Int: TagParser.Target] = [:]
        for cell in layout.cells.indices {
            let targets = (controls[layout.cells[cell].place] ?? []).compactMap(target)
            guard let first = targets.first, let label = labelLine(besides: cell, layout, controls) else { continue }
            if asked[label] == nil { asked[label] = first }
        }
        // A statement has its box on its own line.
        for line in layout.lines.indices where layout.lines[line].cell < 0 {
            for token in layout.lines[line].tokens where layout.tokens[token].control >= 0 {
                guard let target = target(Int(layout.tokens[token].control)), target.option == nil,
                    questions[target.question].shape == .flag
                else { continue }
                asked[line] = target
            }
        }
        return asked
    }

    /// Controls by the place of their cell; an empty one leaves no word in the layout.
    private static func note(_ blocks: [Block], cell: String, in controls: inout [String: [Int]]) {
        for block in blocks {
            switch block {
            case .paragraph(let paragraph):
                for span in paragraph.spans {
                    if let control = span.control { controls[cell, default: []].append(control) }
                }
            case .table(let table):
                for member in table.rows.flatMap(\.cells) { note(member.blocks, cell: member.place, in: &controls) }
            }
        }
    }

    /// The first line of the nearest cell at the left that holds words and no control; a number alone is no label.
    private static func labelLine(besides cell: Int, _ layout: Layout, _ controls: [String: [Int]]) -> Int? {
        let here = layout.cells[cell]
        for member in layout.grids[Int(here.grid)].rows[Int(here.row)].reversed() {
            let other = layout.cells[Int(member)]
            guard other.column < here.column, controls[other.place] == nil,
                let first = other.lines.first(where: { layout.lines[$0].wordCount > 0 })
            else { continue }
            let isName = other.lines.flatMap { layout.lines[$0].tokens }.map { layout.tokens[$0] }.contains { token in
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
