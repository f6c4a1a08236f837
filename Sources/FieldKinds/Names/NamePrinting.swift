/// Names as letters print them.
public enum NamePrinting {
    /// A name written all in capitals or all in small letters in usual case, particles small: ANNA NOWAK-LIS becomes
    /// Anna Nowak-Lis; any other name stays as the person writes it.
    public static func sensible(_ name: String) -> String {
        name.split(separator: " ", omittingEmptySubsequences: false).map { usualCase(String($0)) }.joined(
            separator: " "
        )
    }

    private static func usualCase(_ word: String) -> String {
        let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
        let isSmall = letters.allSatisfy { !$0.properties.isUppercase }
        guard letters.count > 1, NameSplit.isShouted(word) || (isSmall && !isParticle(word)) else { return word }
        var result = ""
        var isStart = true
        for scalar in word.unicodeScalars {
            result += isStart ? scalar.properties.titlecaseMapping : scalar.properties.lowercaseMapping
            isStart = scalar == "-" || scalar == "‐" || (isLatinApostrophe(scalar) && result.unicodeScalars.count <= 2)
        }
        return result
    }

    /// O'Neill has two capitals; Знам'янка has one, its apostrophe stands later in the word.
    private static func isLatinApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" }

    private static func isParticle(_ word: String) -> Bool {
        ["von", "van", "de", "da", "di", "del", "der", "la", "le", "al", "el", "bin", "ibn", "фон", "де", "ван"]
            .contains(word)
    }
}
