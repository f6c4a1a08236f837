/// A table as its rows; merged cells keep their span.
public struct Table: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
        public var place: String
        public var blocks: [Block]
        /// Columns it covers; at least 1.
        public var columnSpan: Int
        /// True for the lower cells of a vertical merge; they hold nothing of their own.
        public var continuesAbove: Bool

        public init(place: String, blocks: [Block], columnSpan: Int = 1, continuesAbove: Bool = false) {
            self.place = place
            self.blocks = blocks
            self.columnSpan = columnSpan
            self.continuesAbove = continuesAbove
        }
    }

    public struct Row: Hashable, Sendable {
        public var cells: [Cell]

        public init(cells: [Cell]) {
            self.cells = cells
        }
    }

    /// `body/table[2]`.
    public var place: String
    public var rows: [Row]

    public init(place: String, rows: [Row]) {
        self.place = place
        self.rows = rows
    }
}
