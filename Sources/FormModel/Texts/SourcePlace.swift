/// A place in a text file that a person wrote: where a fault of an event file is reported.
public struct SourcePlace: Hashable, Sendable, Codable, Comparable {
    /// Counted from 1.
    public var line: Int
    /// Counted from 1, in characters.
    public var column: Int
    /// The path of keys, such as `fields[3].options.ngo`; empty for a place outside of any key.
    public var path: String

    public init(line: Int, column: Int, path: String) {
        self.line = line
        self.column = column
        self.path = path
    }

    public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
