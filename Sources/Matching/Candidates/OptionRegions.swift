import FormModel

/// The boxes and options that belong to a label.
struct OptionRegions {
    let walk: Walk

    /// Lines of options under one label.
    private static let lineCountMax = 60

    /// Rows of tokens: each entry is read as one line. Cells of a row are one entry, an empty cell an empty range.
    func rows(for hit: LabelHit) -> [[Range<Int>]] {
        let cell = Int(walk.layout.lines[hit.line].cell)
        var rows: [[Range<Int>]] = []
        let rest = walk.rest(of: hit)
        if !rest.isEmpty { rows.append([rest]) }
        let isLast = rest.upperBound == walk.layout.lines[hit.line].tokens.upperBound
        guard isLast else { return rows }
        if cell < 0 {
            rows += following(hit.line + 1)
        } else {
            for line in walk.layout.cells[cell].lines where line > hit.line {
                if walk.startsWithLabel(line) { return rows }
                rows.append([walk.layout.lines[line].tokens])
            }
            guard hit.isFirst, walk.hitOfCell[cell].map({ walk.hits[$0].line }) == hit.line else { return rows }
            rows += rightOf(cell)
        }
        return rows
    }

    private func following(_ first: Int) -> [[Range<Int>]] {
        var rows: [[Range<Int>]] = []
        for line in first..<min(walk.layout.lines.count, first + Self.lineCountMax) {
            guard walk.layout.lines[line].cell < 0, !walk.layout.lines[line].isMarginal, !walk.startsWithLabel(line)
            else {
                break
            }
            rows.append([walk.layout.lines[line].tokens])
        }
        return rows
    }

    /// The cells to the right as one row when they hold one line each, else line by line. Rows of a label that is
    /// merged downwards follow.
    private func rightOf(_ cell: Int) -> [[Range<Int>]] {
        var rows = lines(of: walk.cellsToTheRight(of: cell))
        let here = walk.layout.cells[cell]
        var row = here.row + 1
        while let below = walk.cell(grid: here.grid, row: row, column: here.column),
            walk.layout.cells[below].continuesAbove
        {
            rows += lines(of: walk.cellsToTheRight(of: below))
            row += 1
        }
        return rows
    }

    private func lines(of cells: [Int]) -> [[Range<Int>]] {
        if cells.allSatisfy({ walk.layout.cells[$0].lines.count <= 1 }) {
            return [
                cells.map { cell in
                    walk.layout.cells[cell].lines.first.map { walk.layout.lines[$0].tokens } ?? 0..<0
                }
            ]
        }
        return cells.flatMap { walk.layout.cells[$0].lines.map { [walk.layout.lines[$0].tokens] } }
    }

    /// The box right before the label, on its line or in the cell to the left: whether it is checked.
    func markBefore(_ hit: LabelHit) -> (isChecked: Bool, token: Int?)? {
        let line = walk.layout.lines[hit.line].tokens
        for index in (line.lowerBound..<hit.tokens.lowerBound).reversed() {
            let token = walk.layout.tokens[index]
            if token.kind == .mark, !token.isOrnament { return (token.isChecked, index) }
            if token.kind == .word, MarkGlyph.isCross(walk.layout.fold(token)) { return (true, index) }
            if token.kind == .word { break }
        }
        return markInCellBefore(hit)
    }

    private func markInCellBefore(_ hit: LabelHit) -> (isChecked: Bool, token: Int?)? {
        let index = Int(walk.layout.lines[hit.line].cell)
        guard index >= 0, hit.isFirst, walk.hitOfCell[index].map({ walk.hits[$0].line }) == hit.line else { return nil }
        let cell = walk.layout.cells[index]
        guard cell.column > 0, let left = walk.cell(grid: cell.grid, row: cell.row, column: cell.column - 1) else {
            return nil
        }
        return onlyMark(of: left)
    }

    /// The box of a cell that holds nothing else.
    func onlyMark(of cell: Int) -> (isChecked: Bool, token: Int?)? {
        let lines = walk.layout.cells[cell].lines
        guard lines.count == 1, let line = lines.first else { return nil }
        let elements = MarkedOptions.elements(of: walk.layout.lines[line].tokens, in: walk)
        guard elements.count == 1, case .mark(let token, let isChecked) = elements[0] else { return nil }
        return (isChecked, token)
    }
}
