import FormModel

/// The Polish postal code, `00-001`.
public enum PostalCode {
    static func read(_ text: String) -> KindReading {
        let scalars = Array(text.unicodeScalars)
        let digits = scalars.filter { ("0"..."9").contains($0) }
        let code = CodeText(text)
        if code.hasForeignDigits { return .invalid(text, .digitsNotASCII, kind: "postalCode") }
        let end = scalars.firstIndex { $0.properties.isAlphabetic } ?? scalars.count
        let head = scalars[..<end].reversed().drop { $0 == " " || $0 == "," }.reversed()
        guard digits.count == 5, head.filter({ ("0"..."9").contains($0) }).count == 5, hasShape(Array(head)) else {
            return .invalid(text, kind: "postalCode", reason: digits.count == 5 ? .format : .length)
        }
        var value = String.UnicodeScalarView(digits[..<2])
        value.append("-")
        value.append(contentsOf: digits[2...])
        // The town behind the code is left to a field of its own.
        return KindReading(.text(String(value)), certainty: end == scalars.count ? 1 : 0.8)
    }

    /// Five digits, or two and three with one separator between them.
    private static func hasShape(_ scalars: [Unicode.Scalar]) -> Bool {
        if scalars.count == 5 { return true }
        return scalars.count == 6 && CodeText.isSeparator(scalars[2])
    }
}
