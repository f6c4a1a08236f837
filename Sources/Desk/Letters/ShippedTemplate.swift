import FormModel

/// The names of the templates that come with the program.
enum ShippedTemplate {
    /// The file of a kind in a language: `receipt.pl.docx`; languages without a template of their own take English, then
    /// Polish. Attendance lists for several sessions have a page on its side.
    static func name(
        _ kind: DocumentKind,
        in language: InterfaceLanguage,
        signatureColumns: Int = 1,
        exists: (String) -> Bool
    ) -> String? {
        let base = kind == .attendance && signatureColumns > 1 ? "attendance-days" : kind.rawValue
        let names = [language, .english, .polish].map { "\(base).\($0.rawValue).docx" }
        return names.first(where: exists)
    }
}
