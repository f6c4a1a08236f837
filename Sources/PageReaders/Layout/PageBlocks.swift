import FormModel

/// Lays a page out as the paragraphs and tables of a document, each with its place on the page.
struct PageBlocks {
    private(set) var regions: [Page.Region] = []
    private let turn: PageTurn

    private static let depthMax = 8

    /// - Parameters:
    ///   - page: counted from 1.
    ///   - limit: right edge of the text, where it is known better than from the page's own lines.
    static func blocks(page: Int, words: [PageWord], grids: [Grid], turn: PageTurn, limit: Double? = nil) -> (
        blocks: [Block], regions: [Page.Region]
    ) {
        var builder = PageBlocks(turn: turn)
        let tables = grids.filter { !$0.isFrame }
        let blocks = builder.blocks(words: words, grids: tables, limit: limit, place: "page[\(page)]", depth: 0)
        return (blocks, builder.regions)
    }

    private init(turn: PageTurn) {
        self.turn = turn
    }

    private struct Element {
        enum Content {
            case paragraph(ParagraphBuilder.TextParagraph)
            case table(Table)
        }

        var content: Content
        /// What it is ordered by: columns of one height stay in their order.
        var top: Double

        init(_ table: Table, top: Double) {
            content = .table(table)
            self.top = top
        }

        init(_ paragraph: ParagraphBuilder.TextParagraph, top: Double? = nil) {
            content = .paragraph(paragraph)
            self.top = top ?? paragraph.rect.top
        }
    }

    private mutating func blocks(
        words: [PageWord],
        grids: [Grid],
        limit: Double?,
        place: String,
        depth: Int
    ) -> [Block] {
        let outer = depth < Self.depthMax ? Self.outermost(grids) : []
        var rest = words
        var elements: [Element] = []
        for (index, grid) in outer.enumerated() {
            let inside = rest.filter { grid.rect.contains(x: $0.rect.middleX, y: $0.rect.middleY) }
            rest.removeAll { grid.rect.contains(x: $0.rect.middleX, y: $0.rect.middleY) }
            let nested = grids.filter { $0.rect != grid.rect && grid.rect.contains($0.rect) }
            let table = table(grid, inside, nested, place: "\(place)/table[\(index + 1)]", depth: depth + 1)
            elements.append(Element(table, top: grid.rect.top))
        }
        let lines = TextLine.lines(of: rest)
        let builder = ParagraphBuilder(lines: lines, limit: limit)
        var tableCount = outer.count
        for part in Self.parts(lines, between: outer) {
            // Cells of a table are no place for tables without rulings.
            let sides = depth == 0 ? SideBySide.regions(part) : []
            var next = 0
            for region in sides {
                elements += builder.paragraphs(Array(part[next..<region.lines.lowerBound])).map { Element($0) }
                elements += sideBySide(region, Array(part[region.lines]), builder.limit, place, &tableCount)
                next = region.lines.upperBound
            }
            elements += builder.paragraphs(Array(part[next...])).map { Element($0) }
        }
        return numbered(elements, place)
    }

    // MARK: Without rulings

    private mutating func sideBySide(
        _ region: SideBySide.Region,
        _ lines: [TextLine],
        _ limit: Double,
        _ place: String,
        _ tableCount: inout Int
    ) -> [Element] {
        let top = lines[0].rect.top
        guard region.kind == .table else {
            return (0...region.edges.count).flatMap { column in
                let words = lines.flatMap(\.words).filter { region.column(of: $0) == column }
                let own = TextLine.lines(of: words)
                var builder = ParagraphBuilder(lines: own, limit: nil)
                builder.partsQuestions = true
                return builder.paragraphs(own).map { Element($0, top: top) }
            }
        }
        tableCount += 1
        return [Element(plainTable(region, lines, limit, place: "\(place)/table[\(tableCount)]"), top: top)]
    }

    private mutating func plainTable(
        _ region: SideBySide.Region,
        _ lines: [TextLine],
        _ limit: Double,
        place: String
    ) -> Table {
        let words = lines.flatMap(\.words)
        let columns = (0...region.edges.count).map { column in
            let rects = words.filter { region.column(of: $0) == column }.map(\.rect)
            return (left: rects.map(\.left).min() ?? 0, textEnd: rects.map(\.right).max() ?? 0)
        }
        let ranges = PlainTable(region: region, lines: lines).rows
        let tops = ranges.map { lines[$0.lowerBound].rect.top } + [lines.map(\.rect.bottom).max() ?? 0]
        var rows: [Table.Row] = []
        for (number, range) in ranges.enumerated() {
            let cells = columns.indices.map { index in
                let cellPlace = "\(place)/row[\(number + 1)]/cell[\(index + 1)]"
                let end = index + 1 < columns.count ? columns[index + 1].left - 2 : max(limit, columns[index].textEnd)
                let rect = PageRect(left: columns[index].left, top: tops[number], right: end, bottom: tops[number + 1])
                regions.append(Page.Region(place: cellPlace, box: turn.undo(rect).box))
                let inside = lines[range].flatMap(\.words).filter { region.column(of: $0) == index }
                let blocks = blocks(
                    words: inside,
                    grids: [],
                    limit: columns[index].textEnd,
                    place: cellPlace,
                    depth: 1
                )
                return Table.Cell(place: cellPlace, blocks: blocks)
            }
            rows.append(Table.Row(cells: cells))
        }
        return Table(place: place, rows: rows)
    }

    /// In the order in which they stand on the page, paragraphs counted from 1.
    private mutating func numbered(_ elements: [Element], _ place: String) -> [Block] {
        let order = elements.indices.sorted { (elements[$0].top, $0) < (elements[$1].top, $1) }
        var number = 0
        return order.map { index in
            switch elements[index].content {
            case .table(let table): return .table(table)
            case .paragraph(let paragraph):
                number += 1
                let own = "\(place)/p[\(number)]"
                regions.append(Page.Region(place: own, box: turn.undo(paragraph.rect).box))
                return .paragraph(Paragraph(place: own, spans: paragraph.spans))
            }
        }
    }

    /// A table parts the lines above it from those below.
    private static func parts(_ lines: [TextLine], between grids: [Grid]) -> [[TextLine]] {
        guard !grids.isEmpty else { return [lines] }
        var parts: [Int: [TextLine]] = [:]
        for line in lines { parts[grids.filter { $0.rect.top < line.rect.middleY }.count, default: []].append(line) }
        return parts.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func outermost(_ grids: [Grid]) -> [Grid] {
        grids.filter { grid in
            !grids.contains { $0.rect != grid.rect && $0.rect.area > grid.rect.area && $0.rect.contains(grid.rect) }
        }
    }

    // MARK: Tables

    private mutating func table(
        _ grid: Grid,
        _ words: [PageWord],
        _ nested: [Grid],
        place: String,
        depth: Int
    ) -> Table {
        var rows: [Table.Row] = []
        for row in 0..<grid.rowCount {
            var cells: [Table.Cell] = []
            let members = grid.cells.filter { $0.row <= row && row < $0.row + $0.rowCount }
            for cell in members.sorted(by: { $0.column < $1.column }) {
                let cellPlace = "\(place)/row[\(row + 1)]/cell[\(cells.count + 1)]"
                guard cell.row == row else {
                    cells.append(
                        Table.Cell(place: cellPlace, blocks: [], columnSpan: cell.columnCount, continuesAbove: true)
                    )
                    continue
                }
                let inside = words.filter { cell.rect.contains(x: $0.rect.middleX, y: $0.rect.middleY) }
                let inner = nested.filter { cell.rect.contains($0.rect) }
                regions.append(Page.Region(place: cellPlace, box: turn.undo(cell.rect).box))
                let blocks = blocks(
                    words: inside,
                    grids: inner,
                    limit: cell.rect.right - Self.padding(of: cell.rect, inside),
                    place: cellPlace,
                    depth: depth
                )
                cells.append(Table.Cell(place: cellPlace, blocks: blocks, columnSpan: cell.columnCount))
            }
            rows.append(Table.Row(cells: cells))
        }
        return Table(place: place, rows: rows)
    }

    /// The air left of a cell's text is the air right of it.
    private static func padding(of cell: PageRect, _ words: [PageWord]) -> Double {
        min(max(0, (words.map(\.rect.left).min() ?? cell.left) - cell.left), 8)
    }
}
