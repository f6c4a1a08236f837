/// The font in which viewers show what people type: Helvetica, for which every viewer has a substitute, with an encoding
/// of its own that holds Polish and Cyrillic letters beside ASCII.
enum FieldFont {
    static var dictionary: String {
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding "
            + "/BaseEncoding /WinAnsiEncoding /Differences [128 " + glyphs.map { "/" + $0 }.joined(separator: " ")
            + "] >> >>"
    }

    /// Names of the Adobe Glyph List, at most 128.
    private static let glyphs: [String] = polish + cyrillic + western

    private static let polish = [
        "Aogonek", "aogonek", "Cacute", "cacute", "Eogonek", "eogonek", "Lslash", "lslash", "Nacute", "nacute",
        "Oacute",
        "oacute", "Sacute", "sacute", "Zacute", "zacute", "Zdotaccent", "zdotaccent",
    ]

    /// А–Я with Ё, а–я with ё; then Ґ Є І Ї Ў and ґ є і ї ў.
    private static let cyrillic =
        (Array(10017...10049) + Array(10065...10097) + [
            10050, 10053, 10055, 10056, 10062, 10098, 10101, 10103, 10104, 10110,
        ])
        .map { "afii\($0)" }

    private static let western = [
        "endash", "emdash", "quotedblbase", "quotedblright", "quoteright", "Adieresis", "adieresis", "Odieresis",
        "odieresis", "Udieresis", "udieresis", "germandbls", "Aacute", "aacute", "Eacute", "eacute", "iacute", "uacute",
        "Ntilde", "ntilde", "agrave", "egrave", "ograve", "ccedilla", "abreve", "acircumflex", "icircumflex", "degree",
        "section", "ellipsis", "Ccaron", "ccaron", "Scaron", "scaron",
    ]
}
