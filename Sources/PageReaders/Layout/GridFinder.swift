import FormModel

/// Finds tables by their rulings: lines that cross or meet belong to one table, and where no line parts two fields of its
/// grid, they are one cell.
struct GridFinder {
    private(set) var grids: [Grid] = []
    /// Horizontal lines that belong to no table: underlines, dotted lines, strokes through words.
    private(set) var loose: [PageDrawing.Segment] = []

    /// Lines this close to each other are one.
    private static let snap = 1.8
    /// How far lines may miss each other and still meet.
    private static let reach = 3.0
    private static let lineCountMax = 2_000
    private static let fieldCountMax = 20_000

    private let rows: [PageDrawing.Segment]
    private let columns: [PageDrawing.Segment]

    init(_ drawing: PageDrawing, cells: [PageRect]) {
        let tops = cells.flatMap { cell in
            [cell.top, cell.bottom].map { PageDrawing.Segment(position: $0, start: cell.left, end: cell.right) }
        }
        let sides = cells.flatMap { cell in
            [cell.left, cell.right].map { PageDrawing.Segment(position: $0, start: cell.top, end: cell.bottom) }
        }
        rows = Self.merged(drawing.horizontals + tops)
        columns = Self.merged(drawing.verticals + sides)
        guard rows.count <= Self.lineCountMax, columns.count <= Self.lineCountMax else {
            loose = rows
            return
        }
        collect()
    }

    /// Lines on one position that touch are one line.
    private static func merged(_ segments: [PageDrawing.Segment]) -> [PageDrawing.Segment] {
        var groups: [[PageDrawing.Segment]] = []
        for segment in segments.sorted(by: { $0.position < $1.position }) {
            if let last = groups.indices.last, let first = groups[last].first,
                segment.position - first.position <= snap
            {
                groups[last].append(segment)
            } else {
                groups.append([segment])
            }
        }
        return groups.flatMap { group -> [PageDrawing.Segment] in
            let position = group.reduce(0) { $0 + $1.position } / Double(group.count)
            var joined: [PageDrawing.Segment] = []
            for segment in group.sorted(by: { $0.start < $1.start }) {
                if let last = joined.indices.last, segment.start <= joined[last].end + snap {
                    joined[last].end = max(joined[last].end, segment.end)
                } else {
                    joined.append(PageDrawing.Segment(position: position, start: segment.start, end: segment.end))
                }
            }
            return joined
        }
    }

    // MARK: Tables

    private mutating func collect() {
        var group = Array(0..<rows.count + columns.count)
        func root(_ index: Int) -> Int {
            var index = index
            while group[index] != index {
                group[index] = group[group[index]]
                index = group[index]
            }
            return index
        }
        for (index, row) in rows.enumerated() {
            for (other, column) in columns.enumerated() where Self.meet(row, column) {
                group[root(rows.count + other)] = root(index)
            }
        }
        var members: [Int: (rows: [Int], columns: [Int])] = [:]
        for index in group.indices {
            if index < rows.count {
                members[root(index), default: ([], [])].rows.append(index)
            } else {
                members[root(index), default: ([], [])].columns.append(index - rows.count)
            }
        }
        for (_, lines) in members.sorted(by: { $0.key < $1.key }) {
            if let grid = grid(lines.rows.map { rows[$0] }, lines.columns.map { columns[$0] }) {
                grids.append(grid)
            } else {
                loose += lines.rows.map { rows[$0] }
            }
        }
    }

    private static func meet(_ row: PageDrawing.Segment, _ column: PageDrawing.Segment) -> Bool {
        column.position >= row.start - reach && column.position <= row.end + reach
            && row.position >= column.start - reach && row.position <= column.end + reach
    }

    private func grid(_ rows: [PageDrawing.Segment], _ columns: [PageDrawing.Segment]) -> Grid? {
        let tops = Self.positions(rows)
        let sides = Self.positions(columns)
        guard tops.count >= 2, sides.count >= 2 else { return nil }
        let width = sides.count - 1
        let height = tops.count - 1
        guard width * height <= Self.fieldCountMax else { return nil }
        var fields = FieldUnion(count: width * height)
        for row in 0..<height {
            for column in 0..<width {
                let index = row * width + column
                let isOpenRight =
                    column + 1 < width && !Self.covers(columns, sides[column + 1], tops[row], tops[row + 1])
                if isOpenRight { fields.join(index, index + 1) }
                let isOpenBelow =
                    row + 1 < height && !Self.covers(rows, tops[row + 1], sides[column], sides[column + 1])
                if isOpenBelow { fields.join(index, index + width) }
            }
        }
        let cells = fields.groups.map { group -> Grid.Cell in
            let rowRange = group.map { $0 / width }
            let columnRange = group.map { $0 % width }
            let (top, bottom) = (rowRange.min()!, rowRange.max()! + 1)
            let (left, right) = (columnRange.min()!, columnRange.max()! + 1)
            return Grid.Cell(
                rect: PageRect(left: sides[left], top: tops[top], right: sides[right], bottom: tops[bottom]),
                row: top,
                column: left,
                rowCount: bottom - top,
                columnCount: right - left
            )
        }
        return Grid(
            rect: PageRect(left: sides[0], top: tops[0], right: sides[width], bottom: tops[height]),
            rowCount: height,
            columnCount: width,
            cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        )
    }

    private static func positions(_ segments: [PageDrawing.Segment]) -> [Double] {
        var positions: [Double] = []
        for position in segments.map(\.position).sorted() where position - (positions.last ?? -100) > snap {
            positions.append(position)
        }
        return positions
    }

    private static func covers(_ lines: [PageDrawing.Segment], _ position: Double, _ start: Double, _ end: Double)
        -> Bool
    {
        lines.contains {
            abs($0.position - position) <= snap && $0.start <= start + reach && $0.end >= end - reach
        }
    }
}

/// Fields of a grid that grow together into cells.
private struct FieldUnion {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    private func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index { index = parents[index] }
        return index
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (first, second) = (root(one), root(other))
        parents[max(first, second)] = min(first, second)
    }

    var groups: [[Int]] {
        var groups: [Int: [Int]] = [:]
        for index in parents.indices { groups[root(index), default: []].append(index) }
        return groups.sorted { $0.key < $1.key }.map(\.value)
    }
}
