/// Texts that a spreadsheet would calculate instead of showing them.
public enum SpreadsheetText {
    /// Whether a text that begins with this byte may be taken for a formula (OWASP, "CSV Injection").
    static func mayBeFormula(_ first: UInt8) -> Bool {
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A: true
        default: false
        }
    }

    /// The text in a form that is shown as it stands: a phone number in groups, anything else behind an apostrophe.
    public static func harmless(_ text: String) -> String {
        guard let first = text.utf8.first, mayBeFormula(first) else { return text }
        return phone(text) ?? "'" + text
    }

    /// Country codes of two digits (ITU-T E.164); 1 and 7 have one, all others three.
    private static let shortCodes: Set<Int> = [
        20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61,
        62,
        63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
    ]

    /// `+48990000001` -> `+48 990-000-001`; nil for what is no number of E.164.
    private static func phone(_ text: String) -> String? {
        let digits = Array(text.utf8.dropFirst())
        guard text.utf8.first == UInt8(ascii: "+"), (7...15).contains(digits.count),
            digits.allSatisfy({ (0x30...0x39).contains($0) }), digits[0] != 0x30
        else { return nil }
        let two = Int(digits[0] - 0x30) * 10 + Int(digits[1] - 0x30)
        let codeLength = two / 10 == 1 || two / 10 == 7 ? 1 : shortCodes.contains(two) ? 2 : 3
        var result = "+" + String(decoding: digits[..<codeLength], as: UTF8.self) + " "
        let national = digits[codeLength...]
        for (place, digit) in national.enumerated() {
            if place > 0, (national.count - place) % 3 == 0 { result += "-" }
            result.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return result
    }
}
