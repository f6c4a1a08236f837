/// A table's rulings as cells.
struct Grid {
    struct Cell {
        var rect: PageRect
        var row: Int
        var column: Int
        var rowCount: Int
        var columnCount: Int
    }

    var rect: PageRect
    var rowCount: Int
    var columnCount: Int
    /// By row, then by column.
    var cells: [Cell]

    /// A frame around one place: no table, only where something is written.
    var isFrame: Bool { cells.count == 1 }
}
