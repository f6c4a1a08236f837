/// What recognition makes of the signs of an e-mail address.
enum EmailSigns {
    /// Taken for `@` by a model that does not know it.
    private static let round: Set<Character> = ["©", "®", "@"]
    /// Seen beside it where it was read twice.
    private static let remnants: Set<Character> = ["Q", "(", "€"]

    /// The address with one `@` for what was taken for it, without blanks.
    static func mended(_ text: String) -> String {
        var signs = Array(text.filter { !$0.isWhitespace })
        guard let last = signs.lastIndex(where: round.contains) else {
            return mendedByLetter(signs)
        }
        var first = last
        while first > 0, round.contains(signs[first - 1]) || remnants.contains(signs[first - 1]) { first -= 1 }
        signs.replaceSubrange(first...last, with: ["@"])
        return String(signs)
    }

    /// A capital Q among small letters is the sign itself.
    private static func mendedByLetter(_ signs: [Character]) -> String {
        var signs = signs
        let capitals = signs.indices.filter { signs[$0] == "Q" }
        guard capitals.count == 1, !signs.contains(where: { $0.isUppercase && $0 != "Q" }) else { return String(signs) }
        var first = capitals[0]
        while first > 0, remnants.contains(signs[first - 1]) { first -= 1 }
        signs.replaceSubrange(first...capitals[0], with: ["@"])
        return String(signs)
    }

    /// Without signs that no address has: strokes of a letter that were read twice, as in `7/`.
    static func bare(_ text: String) -> String { text.filter { !$0.isASCII || isUsual($0) } }

    private static func isUsual(_ sign: Character) -> Bool {
        sign.isLetter || sign.isNumber || others.contains(sign)
    }

    private static let others: Set<Character> = ["@", ".", "-", "_", "+"]

    /// Whether it could be an address: one `@`, nothing but letters, digits and the usual signs, a point behind it, and
    /// points only between others (RFC 5321 section 4.1.2).
    static func isPossible(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(".") else { return false }
        guard parts.allSatisfy({ !$0.split(separator: ".", omittingEmptySubsequences: false).contains("") }) else {
            return false
        }
        return text.allSatisfy { $0.isASCII && isUsual($0) }
    }
}
