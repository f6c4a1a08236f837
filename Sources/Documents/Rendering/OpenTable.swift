/// A table that is being written: how many rows it has got and how its columns turned out.
struct OpenTable {
    /// In the output.
    let start: Int
    /// Index of the template's grid, for tables whose columns may change.
    var grid: Int?
    var gridPosition = 0
    /// Where widths of cells stand in the output, with the width each has in the template.
    var widthPositions: [(position: Int, width: Int)] = []
    private(set) var lastWidth = 0
    private(set) var rowCount = 0
    /// Columns of the present row and of the longest one so far, by their widths.
    private var row: [Int] = []
    private var longestRow: [Int] = []

    /// Whether what is written of the table stays as it is.
    var isFlushable: Bool { rowCount > 0 && grid == nil }

    init(start: Int) {
        self.start = start
    }

    mutating func beginRow() {
        rowCount += 1
        endRow()
    }

    private mutating func endRow() {
        if row.count > longestRow.count { longestRow = row }
        row = []
    }

    mutating func add(span: Int, width: Int) {
        lastWidth = width
        for column in 0..<span { row.append(width / span + (column < width % span ? 1 : 0)) }
    }

    /// Takes away a table without rows, which is no table (ISO 29500-1, 17.4.38), and gives any other its grid.
    mutating func close(_ output: inout Output, _ program: PartProgram) {
        endRow()
        guard rowCount > 0 else { return output.bytes.removeLast(output.bytes.count - start) }
        guard let grid else { return }
        let known = program.grids[grid]
        if longestRow.count == known.widths.count || longestRow.isEmpty {
            correctWidths(&output, from: 1, to: 1)
            output.bytes.insert(contentsOf: program.bytes[known.markup], at: gridPosition)
            return
        }
        let total = known.widths.reduce(0, +)
        let sum = longestRow.reduce(0, +)
        let isFitted = total > 0 && sum > 0
        correctWidths(&output, from: isFitted ? sum : 1, to: isFitted ? total : 1)
        let w = program.snippets.prefix
        var text = "<\(w)tblGrid>"
        for width in longestRow {
            text += "<\(w)gridCol \(w)w=\"\(isFitted ? max(1, width * total / sum) : width)\"/>"
        }
        output.bytes.insert(contentsOf: Array((text + "</\(w)tblGrid>").utf8), at: gridPosition)
    }

    /// The table keeps its width however many columns it has got; five digits were left free for each cell's.
    private func correctWidths(_ output: inout Output, from sum: Int, to total: Int) {
        for (position, width) in widthPositions {
            var rest = min(99_999, max(1, width * total / sum))
            for place in (0..<5).reversed() {
                output.bytes[position + place] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
        }
    }
}
