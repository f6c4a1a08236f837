import FormModel

/// Lays a reading out as lines and tokens.
struct LayoutBuilder {
    private(set) var layout = Layout()
    private let controls: [FormControl]
    private var cell: Int32 = -1
    private var isMarginal = false

    static func layout(of reading: Reading) -> Layout {
        var builder = LayoutBuilder(controls: reading.controls)
        builder.layout.bytes.reserveCapacity(8192)
        builder.layout.folds.reserveCapacity(8192)
        builder.layout.tokens.reserveCapacity(1024)
        builder.layout.lines.reserveCapacity(256)
        builder.add(reading.blocks, depth: 0)
        for story in reading.stories where story.kind == .textBox { builder.add(story.blocks, depth: 0) }
        builder.isMarginal = true
        for story in reading.stories where story.kind != .textBox { builder.add(story.blocks, depth: 0) }
        return builder.layout
    }

    /// A single text, such as a label out of an event file.
    static func layout(of text: String) -> Layout {
        var builder = LayoutBuilder(controls: [])
        builder.add(Paragraph(place: "", spans: [Span(text: text)]))
        return builder.layout
    }

    private init(controls: [FormControl]) {
        self.controls = controls
    }

    private mutating func add(_ blocks: [Block], depth: Int) {
        for block in blocks where layout.lines.count < Layout.lineCountMax {
            switch block {
            case .paragraph(let paragraph): add(paragraph)
            case .table(let table): add(table, depth: depth + 1)
            }
        }
    }

    private mutating func add(_ table: Table, depth: Int) {
        guard depth <= Layout.nestingMax else { return addFlat(table) }
        let outer = cell
        let grid = layout.grids.count
        layout.grids.append(Grid(parent: outer))
        for (rowIndex, row) in table.rows.enumerated() where layout.lines.count < Layout.lineCountMax {
            var column: Int32 = 0
            var members: [Int32] = []
            for member in row.cells {
                let index = layout.cells.count
                let firstLine = layout.lines.count
                layout.cells.append(
                    Cell(
                        grid: Int32(grid),
                        row: Int32(rowIndex),
                        column: column,
                        span: Int32(max(1, member.columnSpan)),
                        lines: firstLine..<firstLine,
                        place: member.place,
                        continuesAbove: member.continuesAbove
                    )
                )
                cell = Int32(index)
                if !member.continuesAbove { add(member.blocks, depth: depth) }
                layout.cells[index].lines = firstLine..<layout.lines.count
                members.append(Int32(index))
                column += Int32(max(1, member.columnSpan))
            }
            layout.grids[grid].rows.append(members)
        }
        cell = outer
    }

    /// Beyond the nesting limit only the paragraphs right inside the cells are taken.
    private mutating func addFlat(_ table: Table) {
        for row in table.rows {
            for member in row.cells {
                for case .paragraph(let paragraph) in member.blocks { add(paragraph) }
            }
        }
    }

    private mutating func add(_ paragraph: Paragraph) {
        var tokeniser = Tokeniser(layout: layout, controls: controls)
        layout = Layout()
        let lines = tokeniser.read(paragraph.spans)
        layout = tokeniser.layout
        for range in lines where !range.isEmpty {
            var key = LabelFold.seed
            var count: Int32 = 0
            for index in range where layout.tokens[index].kind == .word {
                key = LabelFold.hash(layout.fold(layout.tokens[index]), from: key)
                count += 1
            }
            layout.lines.append(
                Line(
                    place: paragraph.place,
                    tokens: range,
                    cell: cell,
                    isMarginal: isMarginal,
                    key: key,
                    wordCount: count
                )
            )
        }
    }
}
