import FormModel

/// A laid-out form with its labels, and the questions about it that the collectors share.
struct Walk {
    let layout: Layout
    let index: LabelIndex
    let hits: [LabelHit]
    let isCompared: Bool
    let blank: BlankForm?
    /// Indices of hits by line.
    private(set) var hitsOfLine: [[Int]]
    /// The hit that begins a cell, by cell.
    private(set) var hitOfCell: [Int?]
    let controls: [FormControl]

    init(
        layout: Layout,
        index: LabelIndex,
        hits: [LabelHit],
        isCompared: Bool,
        blank: BlankForm?,
        controls: [FormControl]
    ) {
        self.layout = layout
        self.index = index
        self.hits = hits
        self.isCompared = isCompared
        self.blank = blank
        self.controls = controls
        hitsOfLine = Array(repeating: [], count: layout.lines.count)
        hitOfCell = Array(repeating: nil, count: layout.cells.count)
        for (position, hit) in hits.enumerated() {
            hitsOfLine[hit.line].append(position)
            let cell = Int(layout.lines[hit.line].cell)
            guard cell >= 0, hit.isFirst, hitOfCell[cell] == nil else { continue }
            if firstLineWithWords(of: cell) == hit.line { hitOfCell[cell] = position }
        }
    }

    func question(_ index: Int) -> Question { self.index.questions[index] }

    // MARK: Lines

    /// What stands on the hit's line behind its label, up to the next label.
    func rest(of hit: LabelHit) -> Range<Int> {
        let line = layout.lines[hit.line].tokens
        let next = hitsOfLine[hit.line].map { hits[$0].tokens.lowerBound }.filter { $0 >= hit.tokens.upperBound }.min()
        return hit.tokens.upperBound..<max(hit.tokens.upperBound, next ?? line.upperBound)
    }

    func startsWithLabel(_ line: Int) -> Bool { hitsOfLine[line].contains { hits[$0].isFirst && !hits[$0].isTyped } }

    /// Whether the range holds words that may be an answer.
    func hasAnswer(_ range: Range<Int>) -> Bool { isCompared ? layout.hasInk(range) : hasOpenWords(range) }

    private func hasOpenWords(_ range: Range<Int>) -> Bool {
        let range = withoutHint(range)
        return range.contains { layout.tokens[$0].kind == .word && !layout.tokens[$0].isPrinted }
    }

    /// The range without a hint in brackets at its beginning.
    func withoutHint(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start < range.upperBound {
            let token = layout.tokens[start]
            if token.kind == .leader || (token.kind == .punctuation && token.sign != UInt8(ascii: "(")) {
                guard !isOpeningSign(token.sign) else { break }
                start += 1
                continue
            }
            guard token.sign == UInt8(ascii: "("),
                let close = (start..<range.upperBound).first(where: { layout.tokens[$0].sign == UInt8(ascii: ")") }),
                StockText.isHint(layout.text(from: start + 1, to: max(start + 1, close - 1)))
            else { break }
            start = close + 1
        }
        return start..<range.upperBound
    }

    private func isOpeningSign(_ sign: UInt8) -> Bool { "+\"<[".utf8.contains(sign) || sign == 0 }

    // MARK: Cells

    func firstLineWithWords(of cell: Int) -> Int? {
        layout.cells[cell].lines.first { layout.lines[$0].wordCount > 0 }
    }

    func hasAnswer(cell: Int) -> Bool {
        layout.cells[cell].lines.contains { hasAnswer(layout.lines[$0].tokens) }
    }

    func hasTokens(cell: Int) -> Bool { !layout.cells[cell].lines.isEmpty }

    /// The other cells of the row to the right, up to the next cell that begins with a label.
    func cellsToTheRight(of cell: Int) -> [Int] {
        let here = layout.cells[cell]
        let row = layout.grids[Int(here.grid)].rows[Int(here.row)]
        var found: [Int] = []
        for member in row where layout.cells[Int(member)].column > here.column {
            if hitOfCell[Int(member)] != nil { break }
            found.append(Int(member))
        }
        return found
    }

    func cell(grid: Int32, row: Int32, column: Int32) -> Int? {
        let rows = layout.grids[Int(grid)].rows
        guard rows.indices.contains(Int(row)) else { return nil }
        let found = rows[Int(row)].first {
            let cell = layout.cells[Int($0)]
            return cell.column <= column && column < cell.column + cell.span
        }
        return found.map(Int.init)
    }

    /// Whether the cell holds nothing but its label (and print).
    func isLabelOnly(_ cell: Int) -> Bool {
        guard let position = hitOfCell[cell] else { return false }
        let hit = hits[position]
        for line in layout.cells[cell].lines {
            let range =
                line == hit.line
                ? hit.tokens.upperBound..<layout.lines[line].tokens.upperBound : layout.lines[line].tokens
            if line == hit.line, hitsOfLine[line].count > 1 { return false }
            if hasAnswer(range.clamped(to: layout.lines[line].tokens)) { return false }
        }
        return true
    }
}
