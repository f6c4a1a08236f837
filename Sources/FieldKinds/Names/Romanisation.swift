/// Writes Ukrainian, Belarusian and Russian names in Latin letters as passports do.
public enum Romanisation {
    /// The rules of an alphabet.
    public enum Rules: String, CaseIterable, Sendable {
        /// Resolution 55 of the Cabinet of Ministers of Ukraine, 2010.
        case ukrainian
        /// ICAO 9303 part 3, with the Belarusian letters.
        case belarusian
        /// ICAO 9303 part 3.
        case russian
    }

    /// The text in Latin letters; what is not Cyrillic stays as it is.
    public static func latin(_ text: String, by rules: Rules) -> String {
        let scalars = Array(TextCleaning.composed(text).unicodeScalars)
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var previous: Unicode.Scalar?
        for (index, scalar) in scalars.enumerated() {
            let lower = lowercased(scalar)
            if isApostrophe(scalar), let previous, isCyrillic(previous) { continue }
            guard let latin = letters(lower, after: previous, by: rules) else {
                result.unicodeScalars.append(scalar)
                previous = lower
                continue
            }
            result += cased(latin, like: scalar, next: index + 1 < scalars.count ? scalars[index + 1] : nil)
            previous = lower
        }
        return result
    }

    /// The alphabet the letters show: і, ї, є, ґ Ukrainian; ў Belarusian; ы, э, ё, ъ Russian (і with ў, ы or э
    /// Belarusian); nil when the text has no Cyrillic letter or nothing that tells.
    public static func rules(for text: String) -> Rules? {
        let letters = Set(TextCleaning.composed(text).unicodeScalars.map(lowercased))
        if letters.contains("ў") { return .belarusian }
        if !letters.isDisjoint(with: ["ї", "є", "ґ"]) { return .ukrainian }
        let hasEastern = !letters.isDisjoint(with: ["ы", "э", "ё"])
        if letters.contains("і") { return hasEastern ? .belarusian : .ukrainian }
        return hasEastern || letters.contains("ъ") ? .russian : nil
    }

    private static func letters(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, by rules: Rules) -> String? {
        switch rules {
        case .ukrainian:
            // зг is zgh, so that it is not taken for ж.
            if scalar == "г", previous == "з" { return "gh" }
            let isStart = previous.map { !isCyrillic($0) } ?? true
            return (isStart ? ukrainianAtStart[scalar] : nil) ?? ukrainian[scalar] ?? russian[scalar]
        case .belarusian: return belarusian[scalar] ?? russian[scalar]
        case .russian: return russian[scalar]
        }
    }

    private static let ukrainianAtStart: [Unicode.Scalar: String] = [
        "є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya",
    ]
    private static let ukrainian: [Unicode.Scalar: String] = [
        "г": "h", "ґ": "g", "є": "ie", "и": "y", "і": "i", "ї": "i", "й": "i", "щ": "shch", "ь": "", "ю": "iu",
        "я": "ia",
    ]
    private static let belarusian: [Unicode.Scalar: String] = ["г": "h", "ў": "u", "і": "i", "ё": "io"]
    private static let russian: [Unicode.Scalar: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e", "ю": "iu",
        "я": "ia",
        "і": "i", "ї": "i", "є": "ie", "ґ": "g", "ў": "u",
    ]

    /// SHCH in a word of capitals, Shch at the head of a usual word.
    private static func cased(_ latin: String, like scalar: Unicode.Scalar, next: Unicode.Scalar?) -> String {
        guard scalar.properties.isUppercase else { return latin }
        if latin.utf8.count < 2 || next?.properties.isUppercase == true { return latin.uppercased() }
        return latin.prefix(1).uppercased() + latin.dropFirst()
    }

    private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    }

    private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { (0x400..<0x530).contains(scalar.value) }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "'" || scalar == "’" || scalar == "ʼ" || scalar == "`"
    }
}
