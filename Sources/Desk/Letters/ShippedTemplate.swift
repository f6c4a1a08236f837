import FormModel

/// The names of the templates that come with the program.
enum ShippedTemplate {
    /// A template and the language it is written in, in which its values have to be made too.
    struct Choice: Equatable {
        var file: String
        var language: InterfaceLanguage
    }

    /// The file of a kind in a language: `receipt.pl.docx`. Where a kind has none in that language Polish serves, then
    /// English. Attendance lists for several sessions have a page on its side.
    static func choice(
        _ kind: DocumentKind,
        in language: InterfaceLanguage,
        signatureColumns: Int = 1,
        exists: (String) -> Bool
    ) -> Choice? {
        let base = kind == .attendance && signatureColumns > 1 ? "attendance-days" : kind.rawValue
        let choices = [language, .polish, .english].map { Choice(file: "\(base).\($0.rawValue).docx", language: $0) }
        return choices.first { exists($0.file) }
    }
}
