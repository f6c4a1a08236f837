import FormModel

/// Tables with a row of labels on top and an entry a row, and tables with labels on the left and an entry a column.
struct ColumnTables {
    let walk: Walk

    /// A label cell with the cells that hold its answers, in the order of the entries.
    struct Column {
        var hit: LabelHit
        var cells: [Int]
    }

    private static let rowCountMax = 500

    /// Tables laid out in columns or with several entries side by side.
    func columns() -> [Column] {
        walk.layout.grids.indices.flatMap { grid in headed(grid) + sideBySide(grid) }
    }

    private func headed(_ grid: Int) -> [Column] {
        let rows = walk.layout.grids[grid].rows
        var found: [Column] = []
        for row in rows.indices.dropLast() where isHead(rows[row], next: rows[row + 1]) {
            let labels = rows[row].filter { walk.hitOfCell[Int($0)] != nil }
            let last = lastEntryRow(rows, below: row)
            for label in labels {
                let head = walk.layout.cells[Int(label)]
                let cells = (row + 1...last).compactMap { entryRow in
                    walk.cell(grid: Int32(grid), row: Int32(entryRow), column: head.column)
                }
                found.append(Column(hit: walk.hits[walk.hitOfCell[Int(label)]!], cells: cells))
            }
        }
        return found
    }

    /// Two neighbouring cells with nothing but labels, and no label in the row below.
    private func isHead(_ row: [Int32], next: [Int32]) -> Bool {
        let isLabel = row.map { walk.isLabelOnly(Int($0)) }
        guard zip(isLabel, isLabel.dropFirst()).contains(where: { $0 && $1 }) else { return false }
        guard next.count >= 2, !next.contains(where: { walk.hitOfCell[Int($0)] != nil }) else { return false }
        // A row of labels and empty cells by turns has its answers at the side.
        return zip(row, isLabel).allSatisfy { cell, isLabel in
            isLabel || walk.hasTokens(cell: Int(cell)) || cell == row[0]
        }
    }

    private func lastEntryRow(_ rows: [[Int32]], below head: Int) -> Int {
        var last = head + 1
        while last + 1 < rows.count, last - head < Self.rowCountMax, rows[last + 1].count >= 2,
            !rows[last + 1].contains(where: { walk.hitOfCell[Int($0)] != nil })
        {
            last += 1
        }
        return last
    }

    /// Rows of a group's labels with at least two answer cells each: one entry a column.
    private func sideBySide(_ grid: Int) -> [Column] {
        var found: [Column] = []
        for row in walk.layout.grids[grid].rows {
            guard row.count >= 3, let label = row.first, walk.isLabelOnly(Int(label)),
                let position = walk.hitOfCell[Int(label)],
                let target = walk.hits[position].match.targets.first, walk.question(target.question).group != nil
            else { continue }
            let cells = walk.cellsToTheRight(of: Int(label))
            guard cells.count == row.count - 1, cells.count >= 2 else { continue }
            // Boxes and options beside a label are one answer spread over cells, unless a number stands above each.
            let shape = walk.question(target.question).shape
            guard shape != .options && shape != .flag || hasEntryHeads(cells) else { continue }
            found.append(Column(hit: walk.hits[position], cells: cells))
        }
        return found
    }

    private func hasEntryHeads(_ cells: [Int]) -> Bool {
        cells.allSatisfy { cell in
            let here = walk.layout.cells[cell]
            return (0..<here.row).contains { row in
                guard let above = walk.cell(grid: here.grid, row: row, column: here.column),
                    let line = walk.firstLineWithWords(of: above)
                else { return false }
                return GroupEntries.heading(walk.layout, line: line) != nil
            }
        }
    }
}
