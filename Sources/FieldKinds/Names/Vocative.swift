/// The Polish vocative of first names, from a checked table.
public enum Vocative {
    /// `Anno` for `Anna`; nil for a name that is not in the table: then a letter greets without a name. Of several given
    /// names the first one is used.
    public static func of(_ firstName: String) -> String? {
        let cleaned = TextCleaning.line(firstName).text
        guard let first = cleaned.split(separator: " ").first, !first.contains("-") else { return nil }
        return FirstNames.vocative(String(first))
    }
}
