import FieldKinds
import FormModel

/// Words of the desk in the two languages of staff. Each area has its own list; its templates use the same names.
protocol StaffWords: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    typealias Pair = (pl: String, en: String)

    static var rows: [Self: Pair] { get }
}

extension StaffWords {
    func text(_ language: InterfaceLanguage) -> String {
        let row = Self.rows[self] ?? ("", "")
        return language == .polish ? row.pl : row.en
    }

    /// The text with each `{}` filled in by the values in their order.
    func text(_ language: InterfaceLanguage, _ values: String...) -> String {
        let parts = text(language).split(separator: "{}", omittingEmptySubsequences: false)
        var result = String(parts.first ?? "")
        for (index, part) in parts.dropFirst().enumerated() {
            result += (index < values.count ? values[index] : "") + part
        }
        return result
    }

    static func all(_ language: InterfaceLanguage) -> PageValues {
        PageValues(Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.text(language)) }))
    }
}
