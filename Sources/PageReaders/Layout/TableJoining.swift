import FormModel

/// Puts tables together that go on from page to page: a head that is printed again is left out, a row that was parted is one
/// row again.
///
/// The next page's table goes on the last one when nothing stands between and its columns begin where those did. A row is
/// the rest of the one before when its first cell, the question, is empty and what it holds goes on cells that hold
/// something.
struct TableJoining {
    private let boxes: [String: PageBox]
    private var blocks: [Block] = []
    /// Page on which the last block ends, counted from 1.
    private var lastPage = 0

    /// Points by which columns may differ from page to page.
    private static let slack = 4.0

    static func joined(_ blocks: [Block], _ layouts: [Page]) -> [Block] {
        var boxes: [String: PageBox] = [:]
        for region in layouts.flatMap(\.regions) { boxes[region.place] = region.box }
        var joining = TableJoining(boxes: boxes)
        for block in blocks { joining.add(block) }
        return joining.blocks
    }

    private init(boxes: [String: PageBox]) {
        self.boxes = boxes
    }

    private mutating func add(_ block: Block) {
        let page = Self.page(of: block)
        defer { lastPage = page }
        guard case .table(let table) = block, page == lastPage + 1, case .table(let before)? = blocks.last,
            haveSameColumns(before, table)
        else {
            blocks.append(block)
            return
        }
        blocks[blocks.count - 1] = .table(Self.joined(before, table))
    }

    /// Out of `page[3]/table[1]`.
    private static func page(of block: Block) -> Int {
        let place =
            switch block {
            case .paragraph(let paragraph): paragraph.place
            case .table(let table): table.place
            }
        return Int(place.dropFirst("page[".count).prefix { $0 != "]" }) ?? 0
    }

    private func haveSameColumns(_ table: Table, _ next: Table) -> Bool {
        guard let row = next.rows.first else { return false }
        // A head that is printed again says so itself, wherever its columns begin.
        if table.rows.count > 1, let head = table.rows.first, head.cells.count >= 2, Self.isSame(row, head) {
            return true
        }
        let first = lefts(of: row)
        guard first.count >= 2 else { return false }
        return table.rows.contains { row in
            let own = lefts(of: row)
            return own.count == first.count && zip(own, first).allSatisfy { abs($0 - $1) <= Self.slack }
        }
    }

    private func lefts(of row: Table.Row) -> [Double] {
        row.cells.filter { !$0.continuesAbove }.compactMap { boxes[$0.place]?.x }
    }

    // MARK: Rows

    private static func joined(_ table: Table, _ next: Table) -> Table {
        var table = table
        var rows = next.rows[...]
        var head = 0
        // A table of nothing but its head has no second one.
        while head + 1 < table.rows.count, let row = rows.first, isSame(row, table.rows[head]) {
            rows.removeFirst()
            head += 1
        }
        if let rest = rows.first, let last = table.rows.last, isRest(rest, of: last) {
            rows.removeFirst()
            table.rows[table.rows.count - 1] = joined(last, rest)
        }
        table.rows += rows
        return table
    }

    private static func isSame(_ row: Table.Row, _ head: Table.Row) -> Bool {
        let texts = row.cells.map(text)
        return texts == head.cells.map(text) && texts.contains { !$0.isEmpty }
    }

    private static func isRest(_ row: Table.Row, of last: Table.Row) -> Bool {
        guard row.cells.count == last.cells.count, let first = row.cells.first, text(first).isEmpty else {
            return false
        }
        let filled = row.cells.indices.filter { !text(row.cells[$0]).isEmpty }
        return !filled.isEmpty && filled.allSatisfy { !text(last.cells[$0]).isEmpty }
    }

    private static func joined(_ row: Table.Row, _ rest: Table.Row) -> Table.Row {
        var row = row
        for index in row.cells.indices {
            row.cells[index].blocks = joined(row.cells[index].blocks, rest.cells[index].blocks)
        }
        return row
    }

    private static func joined(_ blocks: [Block], _ rest: [Block]) -> [Block] {
        guard case .paragraph(var last)? = blocks.last, case .paragraph(let first)? = rest.first, goesOn(last, first)
        else {
            return blocks + rest
        }
        last.spans.append(Span(text: " "))
        last.spans += first.spans
        return blocks.dropLast() + [.paragraph(last)] + rest.dropFirst()
    }

    /// A sentence that did not end goes on.
    private static func goesOn(_ paragraph: Paragraph, _ next: Paragraph) -> Bool {
        guard let end = paragraph.text.unicodeScalars.last, let first = next.text.unicodeScalars.first else {
            return false
        }
        return first.properties.isLowercase || !".!?:;".unicodeScalars.contains(end)
    }

    private static func text(_ cell: Table.Cell) -> String {
        cell.blocks.map { block in
            switch block {
            case .paragraph(let paragraph): paragraph.text
            case .table(let table): table.rows.flatMap(\.cells).map(text).joined(separator: "\t")
            }
        }.joined(separator: "\n").trimmed
    }
}

extension String {
    fileprivate var trimmed: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        return String(scalars.reversed().drop { $0.properties.isWhitespace }.reversed().map(Character.init))
    }
}
