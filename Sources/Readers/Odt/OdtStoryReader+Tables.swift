import OfficePackage

/// Which cells of the rows below are covered by a cell above (ODF 1.3 part 3, 9.1.4 and 9.1.5).
struct OdtTableState {
    struct Cover {
        var rowCount: Int
        var columnCount: Int
    }

    /// By first column.
    var covers: [Int: Cover] = [:]
    var column = 0
    /// Covered cells before this column belong to the cell to their left.
    var coveredEnd = 0
    var span = 1
    var continuesAbove = false

    static let spanMax = 1_000
}

extension OdtStoryReader {
    func startTable(_ element: XMLElement) {
        switch element.name {
        case .table:
            if builder.isOverfull { return stop(PackageError(.limit, "items")) }
            builder.beginTable()
            tables.append(OdtTableState())
            atEnd(.table)
        case .tableRow:
            guard let last = tables.indices.last else { return }
            tables[last].column = 0
            tables[last].coveredEnd = 0
            builder.beginRow()
            atEnd(.row)
        case .tableCell: beginCell(element)
        case .coveredTableCell: coverCell(element)
        default: break
        }
    }

    func endTable() {
        _ = tables.popLast()
        builder.endTable()
    }

    func endCell() {
        guard let table = tables.last else { return }
        builder.endCell(columnSpan: table.span, continuesAbove: table.continuesAbove)
    }

    private func beginCell(_ element: XMLElement) {
        guard let last = tables.indices.last else { return }
        let columns = count(element, .numberColumnsSpanned)
        let rows = count(element, .numberRowsSpanned)
        let column = tables[last].column
        tables[last].covers[column] = rows > 1 ? .init(rowCount: rows - 1, columnCount: columns) : nil
        tables[last].column = column + 1
        tables[last].coveredEnd = column + columns
        open(span: columns, continuesAbove: false)
    }

    /// A covered cell is the lower part of a cell above, or nothing of its own beside the cell to its left.
    private func coverCell(_ element: XMLElement) {
        guard let last = tables.indices.last else { return }
        let column = tables[last].column
        tables[last].column += count(element, .numberColumnsRepeated)
        guard column >= tables[last].coveredEnd, var cover = tables[last].covers[column] else { return skip() }
        cover.rowCount -= 1
        tables[last].covers[column] = cover.rowCount > 0 ? cover : nil
        tables[last].coveredEnd = column + cover.columnCount
        open(span: cover.columnCount, continuesAbove: true)
    }

    private func open(span: Int, continuesAbove: Bool) {
        builder.beginCell()
        atEnd(.cell)
        pushCell(span: span, continuesAbove: continuesAbove)
    }

    private func pushCell(span: Int, continuesAbove: Bool) {
        guard let last = tables.indices.last else { return }
        tables[last].span = span
        tables[last].continuesAbove = continuesAbove
    }

    private func count(_ element: XMLElement, _ name: XMLName) -> Int {
        min(max(element.integer(name) ?? 1, 1), OdtTableState.spanMax)
    }
}
