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
        if capitals.count == 1, !signs.contains(where: { $0.isUppercase && $0 != "Q" }) { signs[capitals[0]] = "@" }
        return String(signs)
    }

    /// Whether it could be an address: one `@`, nothing but letters, digits and the usual signs, a point behind it.
    static func isPossible(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(".") else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: Array("@.-_+".utf8).contains(byte)
            }
        }
    }
}
