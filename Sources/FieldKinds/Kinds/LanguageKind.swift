public import FormModel

/// Languages, as ISO 639-1 codes.
public enum LanguageKind {
    /// The language's name: „ukraiński”, “Ukrainian”, «українська»; English where no name is known.
    public static func name(_ code: String, in language: InterfaceLanguage) -> String? {
        table.names[code].flatMap { $0[language] ?? $0[.english] }
    }

    /// Every code of ISO 639-1, in alphabetical order.
    public static let codes: [String] = table.names.keys.sorted()

    static func read(_ text: String) -> KindReading {
        let words = LetterFold.folded(text).split(separator: " ").filter { !heads.contains(String($0)) }
        let folded = words.joined(separator: " ")
        if let code = table.exact[folded] { return KindReading(.text(code)) }
        // „po ukraińsku”: the adverb differs from the adjective by its ending.
        if folded.hasSuffix("sku") || folded.hasSuffix("cku"), let code = table.exact[folded.dropLast() + "i"] {
            return KindReading(.text(code), certainty: 0.95)
        }
        if let code = resembling(folded) { return KindReading(.text(code), certainty: 0.8) }
        return .invalid(text, kind: "language", reason: .words)
    }

    private static let heads: Set<String> = Set(
        ["język", "po", "мова", "язык", "на", "language", "jezyka", "мовою", "ojczysty", "рідна", "родной"].map(
            LetterFold.folded
        )
    )

    private static func resembling(_ folded: String) -> String? {
        let bytes = Array(folded.utf8)
        guard SpellingDistance.tolerance(byteCount: bytes.count) > 0 else { return nil }
        var found: Set<String> = []
        for (name, code) in table.exact where name.utf8.count >= 6 {
            if SpellingDistance.between(bytes, Array(name.utf8), limit: 1) != nil { found.insert(code) }
        }
        return found.count == 1 ? found.first : nil
    }

    private struct Table: Sendable {
        var names: [String: [InterfaceLanguage: String]] = [:]
        var exact: [String: String] = [:]

        init() {
            add(LanguageList.rows, languages: [.polish, .english])
            add(LanguageList.eastern, languages: [.ukrainian, .russian, .belarusian])
            for row in rows(LanguageList.further) { exact[LetterFold.folded(row[1])] = row[0] }
            for code in names.keys { exact[code] = code }
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
            text.split { $0 == "\n" || $0 == ";" }.map { $0.split(separator: "|").map(String.init) }
        }
    }

    private static let table = Table()
}
