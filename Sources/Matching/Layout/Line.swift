/// A line of a paragraph: what stands between two line breaks.
struct Line: Sendable {
    /// Place of its paragraph.
    var place: String
    /// Into `Layout.tokens`.
    var tokens: Range<Int>
    /// Into `Layout.cells`; -1 outside of tables.
    var cell: Int32
    /// True for headers, footers and notes, which hold titles rather than answers.
    var isMarginal: Bool
    /// Hash of all its words joined.
    var key: UInt64
    var wordCount: Int32
    /// Compared with a blank form, and found there as it stands.
    var isOnBlank = false
    /// Index of the line of the blank form that it grew out of; -1 for a line of its own.
    var blankLine: Int32 = -1
}
