import OfficePackage

/// Changes that keep tables and what holds them right: no table without rows, no cell without a paragraph, a grid that
/// fits the cells.
extension PartCompiler {
    private static let containers: Set<XMLName> = [.tc, .txbxContent, .hdr, .ftr, .footnote, .endnote, .comment]

    func editTables() {
        var changed: Set<Int> = []
        var tables = fieldRowTables.filter { tree.is($0, .tbl) }
        var growing: Set<Int> = []
        for tag in tags.indices where !placements[tag].isInline || tags[tag].reach == .paragraph {
            let paragraph = paragraphs[tags[tag].paragraph].node
            let parent = placements[tag].isInline ? tree.nodes[paragraph].parent : parent(of: tag)
            changed.insert(parent)
            if tree.is(parent, .tbl) { tables.insert(parent) }
            if tree.is(parent, .tr), let table = tree.ancestor(parent, .tbl) { growing.insert(table) }
        }
        for node in changed.sorted() where isContainer(node) { closeContainer(node) }
        for table in tables.union(growing).sorted() {
            countRows(table)
            if growing.contains(table) { followGrid(table) }
            // The table may go as a whole, and with it what its cell or header ends with.
            let parent = tree.nodes[table].parent
            if isContainer(parent), !changed.contains(parent) { closeContainer(parent) }
        }
    }

    private func isContainer(_ node: Int) -> Bool {
        tree.nodes[node].space == .word && Self.containers.contains(tree.nodes[node].name)
    }

    private func closeContainer(_ node: Int) {
        guard !tree.nodes[node].isEmptyTag else { return }
        edits.insert(.operation(.containerEnd), at: tree.nodes[node].contentEnd, order: EditList.beginning)
    }

    private func countRows(_ table: Int) {
        edits.insert(.operation(.tableBegin), at: tree.nodes[table].start, order: EditList.beginning)
        for row in rows(table) {
            edits.insert(.operation(.row), at: tree.nodes[row].contentStart, order: EditList.ending, isAttached: true)
        }
        edits.insert(.operation(.tableEnd), at: tree.nodes[table].end, order: EditList.ending)
    }

    /// Rows, also those inside of content controls.
    private func rows(_ table: Int) -> [Int] {
        var result: [Int] = []
        for child in tree.children(table) {
            if tree.is(child, .tr) { result.append(child) }
            if tree.is(child, .sdt), let content = tree.child(child, .sdtContent) { result += rows(content) }
        }
        return result
    }

    /// Lets the grid follow the cells that a loop over columns makes.
    private func followGrid(_ table: Int) {
        guard let grid = tree.child(table, .tblGrid) else { return }
        let range = tree.nodes[grid].start..<tree.nodes[grid].end
        let columns = tree.children(grid).filter { tree.is($0, .gridCol) }
        let widths = columns.map { tree.value($0, "w").flatMap { Int($0) } ?? 0 }
        edits.remove(range)
        edits.insert(.operation(.grid(Int32(grids.count))), at: range.lowerBound, order: 0)
        grids.append(PartProgram.Grid(markup: range, widths: widths))
        for row in rows(table) {
            var column = 0
            for cell in tree.children(row) where tree.is(cell, .tc) && !tree.nodes[cell].isEmptyTag {
                column += followCell(cell, widths, column)
            }
        }
    }

    private func followCell(_ cell: Int, _ widths: [Int], _ column: Int) -> Int {
        let properties = tree.child(cell, .tcPr)
        let spanNode = properties.flatMap { tree.child($0, .gridSpan) }
        let span = min(max(spanNode.flatMap { tree.value($0, "val") }.flatMap { Int($0) } ?? 1, 1), 63)
        let widthNode = properties.flatMap { tree.child($0, .tcW) }
        let isExact = widthNode.map { (tree.value($0, "type") ?? "dxa") == "dxa" } ?? false
        let own = isExact ? widthNode.flatMap { tree.value($0, "w") }.flatMap { Int($0) } : nil
        let width = own ?? widths.dropFirst(column).prefix(span).reduce(0, +)
        edits.insert(
            .operation(.cell(span: Int32(span), width: Int32(min(max(width, 1), 99_999)))),
            at: tree.nodes[cell].contentStart,
            order: EditList.ending,
            isAttached: true
        )
        if own != nil, let node = widthNode, let value = tree.attribute(node, "w")?.value {
            edits.remove(value)
            edits.insert(.operation(.cellWidth), at: value.lowerBound, order: 0, isAttached: true)
        }
        return span
    }
}
