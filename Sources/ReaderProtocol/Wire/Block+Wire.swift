import FormModel

extension ByteWriter {
    mutating func put(blocks: [Block], depth: Int) throws(WireFault) {
        guard depth < ReaderLimits.blockDepthMax else { throw WireFault(.limit, "blockDepthMax") }
        put(count: blocks.count)
        for block in blocks {
            switch block {
            case .paragraph(let paragraph):
                put(byte: 0)
                put(paragraph)
            case .table(let table):
                put(byte: 1)
                try put(table, depth: depth)
            }
        }
    }

    private mutating func put(_ paragraph: Paragraph) {
        put(paragraph.place)
        put(count: paragraph.spans.count)
        for span in paragraph.spans {
            put(span.text)
            put(byte: span.style.rawValue)
            put(index: span.control)
        }
    }

    private mutating func put(_ table: Table, depth: Int) throws(WireFault) {
        put(table.place)
        put(count: table.rows.count)
        for row in table.rows {
            put(count: row.cells.count)
            for cell in row.cells {
                put(cell.place)
                try put(blocks: cell.blocks, depth: depth + 1)
                put(count: cell.columnSpan)
                put(cell.continuesAbove)
            }
        }
    }
}

extension ByteReader {
    mutating func blocks(depth: Int) throws(WireFault) -> [Block] {
        guard depth < ReaderLimits.blockDepthMax else { throw WireFault(.limit, "blockDepthMax") }
        return try list("blocks") { (reader) throws(WireFault) in
            switch try reader.byte() {
            case 0: .paragraph(try reader.paragraph())
            case 1: .table(try reader.table(depth: depth))
            default: throw WireFault(.malformed, "block")
            }
        }
    }

    private mutating func paragraph() throws(WireFault) -> Paragraph {
        let place = try text()
        let spans = try list("spans") { (reader) throws(WireFault) in
            let text = try reader.text()
            let style = Span.Style(rawValue: try reader.byte())
            return Span(
                text: text,
                style: style,
                control: try reader.index(max: ReaderLimits.elementCountMax, "control")
            )
        }
        return Paragraph(place: place, spans: spans)
    }

    private mutating func table(depth: Int) throws(WireFault) -> Table {
        let place = try text()
        let rows = try list("rows") { (reader) throws(WireFault) in
            Table.Row(cells: try reader.list("cells") { (reader) throws(WireFault) in try reader.cell(depth: depth) })
        }
        return Table(place: place, rows: rows)
    }

    private mutating func cell(depth: Int) throws(WireFault) -> Table.Cell {
        let place = try text()
        let blocks = try blocks(depth: depth + 1)
        let columnSpan = try count(max: ReaderLimits.tableColumnCountMax, "columnSpan")
        guard columnSpan > 0 else { throw WireFault(.malformed, "columnSpan") }
        return Table.Cell(place: place, blocks: blocks, columnSpan: columnSpan, continuesAbove: try flag())
    }
}
