/// A cell of a table within a layout.
struct Cell: Sendable {
    /// Index into `Layout.grids`.
    var grid: Int32
    var row: Int32
    /// First grid column it covers, counted from 0 with spans.
    var column: Int32
    var span: Int32
    /// Lines of the cell, those of nested tables included.
    var lines: Range<Int>
    var place: String
    var continuesAbove: Bool
}

/// The cells of one table by rows: ranges into `Layout.cells`.
struct Grid: Sendable {
    var rows: [[Int32]] = []
    /// The cell around a nested table; -1 outside.
    var parent: Int32
}
