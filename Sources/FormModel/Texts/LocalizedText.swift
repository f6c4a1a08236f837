/// A text that an organiser wrote in one or several languages: a label, a help text, a reason, a clause.
public struct LocalizedText: Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    /// The texts by language; never empty for a text that came out of a checked event file.
    public var byLanguage: [InterfaceLanguage: String]

    public init(_ byLanguage: [InterfaceLanguage: String]) {
        self.byLanguage = byLanguage
    }

    /// A text given without naming its language counts as Polish, the language of the house.
    public init(stringLiteral value: String) {
        byLanguage = [.polish: value]
    }

    /// The text in the language asked for, else Polish, else English, else whichever comes first in the order of
    /// `InterfaceLanguage.allCases`; empty when there is none.
    public func text(in language: InterfaceLanguage) -> String {
        for candidate in [language, .polish, .english] + InterfaceLanguage.allCases {
            if let text = byLanguage[candidate] { return text }
        }
        return ""
    }

    /// All texts in the order of `InterfaceLanguage.allCases`, so that whoever walks them does so the same way each time.
    public var all: [(language: InterfaceLanguage, text: String)] {
        InterfaceLanguage.allCases.compactMap { language in byLanguage[language].map { (language, $0) } }
    }

    public var isEmpty: Bool { byLanguage.values.allSatisfy(\.isEmpty) }
}
