/// Keeps what belongs together on one line, as Polish typesetting asks.
public enum NonBreaking {
    /// The text with non-breaking spaces after the one-letter words a, i, o, u, w, z and between a number and the word
    /// or sign that follows it (`5 zł`, `14 grudnia`, `2023 r.`).
    public static func apply(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for index in scalars.indices.dropFirst() where scalars[index] == " " && index + 1 < scalars.count {
            let next = scalars[index + 1]
            if endsOneLetterWord(scalars, before: index) || (isDigit(scalars[index - 1]) && isUnitStart(next)) {
                scalars[index] = "\u{A0}"
            }
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars)
        return String(result)
    }

    private static func endsOneLetterWord(_ scalars: [Unicode.Scalar], before space: Int) -> Bool {
        switch scalars[space - 1] {
        case "a", "i", "o", "u", "w", "z", "A", "I", "O", "U", "W", "Z": break
        default: return false
        }
        guard space >= 2 else { return true }
        switch scalars[space - 2] {
        case " ", "\u{A0}", "\n", "\t", "(", "„", "“", "\"", "«", "–", "—", "[": return true
        default: return false
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isUnitStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar == "%" || scalar == "°" || scalar == "€" || isDigit(scalar)
    }
}
