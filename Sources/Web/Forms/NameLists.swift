import FieldKinds
import FormModel
import Foundation

/// Countries and languages to choose from, in the order of the reader's alphabet.
enum NameLists {
    static func countries(_ language: InterfaceLanguage) -> [(key: String, label: String)] {
        countryLists[language] ?? []
    }

    static func languages(_ language: InterfaceLanguage) -> [(key: String, label: String)] {
        languageLists[language] ?? []
    }

    private static let countryLists = lists { language in
        CountryKind.codes.compactMap { code in CountryKind.name(code, in: language).map { (code, $0) } }
    }

    private static let languageLists = lists { language in
        LanguageKind.codes.compactMap { code in LanguageKind.name(code, in: language).map { (code, $0) } }
    }

    private static func lists(
        _ entries: (InterfaceLanguage) -> [(key: String, label: String)]
    ) -> [InterfaceLanguage: [(key: String, label: String)]] {
        Dictionary(
            uniqueKeysWithValues: InterfaceLanguage.allCases.map { language in
                let locale = Locale(identifier: language.rawValue)
                let sorted = entries(language).sorted {
                    $0.label.compare($1.label, options: [], range: nil, locale: locale) == .orderedAscending
                }
                return (language, sorted)
            }
        )
    }
}
