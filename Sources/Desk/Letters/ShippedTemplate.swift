import FormModel

/// The templates that come with the program: their names and the languages they exist in.
enum ShippedTemplate {
    /// The file of a kind in a language: `receipt.pl.docx`. Where a kind has none in that language Polish serves, then
    /// English. Attendance lists for several sessions have a page on its side.
    static func name(
        _ kind: DocumentKind,
        in language: InterfaceLanguage,
        signatureColumns: Int = 1,
        exists: (String) -> Bool
    ) -> String? {
        let base = kind == .attendance && signatureColumns > 1 ? "attendance-days" : kind.rawValue
        return [language, .polish, .english].map { "\(base).\($0.rawValue).docx" }.first(where: exists)
    }

    /// The language a document of this kind is written in when somebody asks for it in `language`: letters to applicants
    /// exist in all five, papers and lists in Polish and English, the visa letter in English.
    static func language(of kind: DocumentKind, askedFor language: InterfaceLanguage) -> InterfaceLanguage {
        switch kind {
        case .receipt, .incomplete, .qualified, .invitation, .waitlist, .refusal, .grant: language
        case .visa: .english
        case .ranking, .quotas, .protocol_, .attendance, .certificate, .declaration, .imageConsent, .guardianConsent,
            .participants, .clause, .agreement, .counselling:
            language == .english ? .english : .polish
        }
    }
}

extension LetterSetting {
    /// The setting in the language of the shipped template, so that labels and sentences match. The organiser's own
    /// template speaks the language that was asked for.
    func speaking(_ kind: DocumentKind) -> LetterSetting {
        guard plan?.template == nil else { return self }
        var setting = self
        setting.language = ShippedTemplate.language(of: kind, askedFor: language)
        return setting
    }
}
