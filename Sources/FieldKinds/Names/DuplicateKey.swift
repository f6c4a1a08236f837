public import FormModel

/// A key under which probably the same person is found again. It suggests and never merges.
public enum DuplicateKey {
    /// Birth date and folded name; nil when the name has no letter. Without a birth date only the name.
    public static func key(name: PersonName, birthDate: CalendarDate?) -> String? {
        let folded = foldedName(name.full)
        return folded.isEmpty ? nil : "\(birthDate?.description ?? "")|\(folded)"
    }

    /// The name romanised, with spellings that passports and people mix made equal, its words in alphabetical order:
    /// the same for Наталія Тестова, Nataliia Testova and Testowa Natalia.
    public static func foldedName(_ text: String) -> String {
        let isCyrillic = Alphabet.mixture(of: text).hasCyrillic
        let latin = isCyrillic ? Romanisation.latin(text, by: Romanisation.rules(for: text) ?? .ukrainian) : text
        let words = LetterFold.folded(TextCleaning.composed(latin)).split(separator: " ")
        return words.map { equalised(Array($0.utf8)) }.sorted().joined(separator: " ")
    }

    /// One spelling for sounds that are written in several ways; longer spellings are looked for first.
    private static func equalised(_ word: [UInt8]) -> String {
        var result: [UInt8] = []
        var index = 0
        while index < word.count {
            let rule = rules.first { word[index...].starts(with: $0.from) }
            let piece = rule?.to ?? [word[index]]
            for byte in piece where !(byte == UInt8(ascii: "i") && result.last == byte) { result.append(byte) }
            index += rule?.from.count ?? 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Kh, ch, h, g and cz fall together: ch is h in Polish and cz in English spellings.
    private static let rules: [(from: [UInt8], to: [UInt8])] = [
        ("kh", "g"), ("ch", "g"), ("cz", "g"), ("gh", "g"), ("zh", "z"), ("rz", "z"), ("sh", "s"), ("sz", "s"),
        ("ts", "c"), ("yu", "iu"), ("ju", "iu"), ("ya", "ia"), ("ja", "ia"), ("h", "g"), ("y", "i"), ("j", "i"),
        ("w", "v"), ("x", "ks"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
