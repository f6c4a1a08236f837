public import FormModel

/// Countries, as ISO 3166-1 alpha-2 codes.
public enum CountryKind {
    /// The country's name in the language; Ukrainian, Russian and Belarusian fall back to English where no name is known.
    public static func name(_ code: String, in language: InterfaceLanguage) -> String? {
        table.names[code].flatMap { $0[language] ?? $0[.english] }
    }

    /// Every code of ISO 3166-1 alpha-2, in alphabetical order.
    public static let codes: [String] = table.names.keys.sorted()

    static func read(_ text: String) -> KindReading {
        let whole = LetterFold.folded(text)
        if let code = table.exact[whole] { return KindReading(.text(code)) }
        let folded = withoutHead(whole)
        if let code = table.exact[folded] { return KindReading(.text(code)) }
        if let code = byStem(folded) { return KindReading(.text(code), certainty: 0.95) }
        if let code = resembling(folded) { return KindReading(.text(code), certainty: 0.8) }
        return .invalid(text, kind: "country", reason: .words)
    }

    /// „obywatelstwo ukraińskie”, «громадянство України».
    private static func withoutHead(_ folded: String) -> String {
        let words = folded.split(separator: " ")
        let kept = words.filter { !heads.contains(String($0)) }
        return kept.isEmpty ? folded : kept.joined(separator: " ")
    }

    private static let heads: Set<String> = Set(
        [
            "obywatelstwo", "obywatel", "obywatelka", "citizenship", "citizen", "nationality", "narodowość",
            "громадянство",
            "громадянин", "громадянка", "гражданство", "гражданин", "гражданка", "грамадзянства", "грамадзянін",
            "грамадзянка", "the", "kraj", "країна", "страна", "краіна",
        ].map(LetterFold.folded)
    )

    private static func byStem(_ folded: String) -> String? {
        guard !folded.contains(" ") else { return nil }
        var best: (length: Int, code: String)?
        for stem in table.stems where folded.hasPrefix(stem.text) && stem.text.utf8.count > best?.length ?? 0 {
            best = (stem.text.utf8.count, stem.code)
        }
        return best?.code
    }

    private static func resembling(_ folded: String) -> String? {
        let bytes = Array(folded.utf8)
        guard SpellingDistance.tolerance(byteCount: bytes.count) > 0 else { return nil }
        var found: Set<String> = []
        for (name, code) in table.exact where name.utf8.count >= 5 {
            if SpellingDistance.between(bytes, Array(name.utf8), limit: 1) != nil { found.insert(code) }
        }
        return found.count == 1 ? found.first : nil
    }

    private struct Table: Sendable {
        var names: [String: [InterfaceLanguage: String]] = [:]
        var exact: [String: String] = [:]
        var stems: [(text: String, code: String)] = []

        init() {
            add(CountryList.rows, languages: [.polish, .english])
            add(CountryWordings.eastern, languages: [.ukrainian, .russian, .belarusian])
            for row in rows(CountryWordings.further) {
                for name in row.dropFirst() { exact[LetterFold.folded(name)] = row[0] }
            }
            for row in rows(CountryWordings.stems) {
                stems += row.dropFirst().map { (LetterFold.folded($0), row[0]) }
            }
            for code in names.keys { exact[code.lowercased()] = code }
        }

        private mutating func add(_ text: String, languages: [InterfaceLanguage]) {
            for row in rows(text) {
                for (language, name) in zip(languages, row.dropFirst()) {
                    names[row[0], default: [:]][language] = name
                    exact[LetterFold.folded(name)] = row[0]
                }
            }
        }

        private func rows(_ text: String) -> [[String]] {
            text.split(separator: "\n").map { $0.split(separator: "|").map(String.init) }
        }
    }

    private static let table = Table()
}
