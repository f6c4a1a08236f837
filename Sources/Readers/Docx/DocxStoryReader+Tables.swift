import FormModel
import OfficePackage

/// The row that is read, and its cell.
struct DocxRowState {
    var gridBefore = 0
    var gridAfter = 0
    var isDeleted = false
    /// `w:trPr` comes before the cells, if at all; the gap before them is written once.
    var hasBegunCells = false
    var cell = Cell()

    struct Cell {
        var columnSpan = 1
        var continuesAbove = false
        var continuesLeft = false
        var isDeleted = false
    }

    /// Word's own limit is 63 columns; a span far beyond it would only be there to do harm.
    static let columnSpanMax = 1_000
}

extension DocxStoryReader {
    func startTable(_ element: XMLElement) {
        switch element.name {
        case .tbl:
            if builder.isOverfull { return stop(PackageError(.limit, "items")) }
            builder.beginTable()
            atEnd(.table)
        case .tr:
            builder.beginRow()
            rows.append(DocxRowState())
            atEnd(.row)
        case .tc:
            beginRowCells()
            if let last = rows.indices.last { rows[last].cell = DocxRowState.Cell() }
            builder.beginCell()
            atEnd(.cell)
        case .trPr: enter(.row)
        case .tcPr: enter(.cell)
        default: enter(.table)
        }
    }

    func takeRowProperty(_ element: XMLElement) {
        guard let last = rows.indices.last else { return }
        switch element.name {
        case .gridBefore: rows[last].gridBefore = span(element)
        case .gridAfter: rows[last].gridAfter = span(element)
        case .del:
            rows[last].isDeleted = true
            builder.warn(.trackedChanges)
        case .ins: builder.warn(.trackedChanges)
        case .trPrChange: skip()
        default: break
        }
    }

    func takeCellProperty(_ element: XMLElement) {
        guard let last = rows.indices.last else { return }
        switch element.name {
        case .gridSpan: rows[last].cell.columnSpan = max(1, span(element))
        case .vMerge: rows[last].cell.continuesAbove = isContinued(element)
        case .hMerge: rows[last].cell.continuesLeft = isContinued(element)
        case .cellDel:
            rows[last].cell.isDeleted = true
            builder.warn(.trackedChanges)
        case .cellIns: builder.warn(.trackedChanges)
        case .tcPrChange: skip()
        default: break
        }
    }

    /// Writes the gap before the first cell, once the row's properties are known.
    func beginRowCells() {
        guard let last = rows.indices.last, !rows[last].hasBegunCells else { return }
        rows[last].hasBegunCells = true
        builder.addGap(columns: rows[last].gridBefore)
    }

    func endRow() {
        guard let row = rows.popLast() else { return }
        builder.addGap(columns: row.gridAfter)
        builder.endRow(isDropped: row.isDeleted)
    }

    func endCell() {
        guard let cell = rows.last?.cell else { return }
        if cell.continuesLeft { builder.widenLastCell(by: cell.columnSpan) }
        builder.endCell(
            columnSpan: cell.columnSpan,
            continuesAbove: cell.continuesAbove,
            isDropped: cell.isDeleted || cell.continuesLeft
        )
    }

    private func isContinued(_ element: XMLElement) -> Bool { !(element.bytes(.val)?.matches("restart") ?? false) }

    private func span(_ element: XMLElement) -> Int {
        min(max(element.integer(.val) ?? 0, 0), DocxRowState.columnSpanMax)
    }
}
