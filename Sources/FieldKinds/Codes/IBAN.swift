import FormModel

/// The international bank account number (ISO 13616): country, two check digits, the national number.
public enum IBAN {
    /// Groups of four, as it stands on paper.
    public static func grouped(_ iban: String) -> String {
        var result = ""
        for (index, scalar) in iban.unicodeScalars.enumerated() {
            if index > 0, index.isMultiple(of: 4) { result += "\u{A0}" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    static func read(_ text: String) -> KindReading {
        let code = CodeText(text)
        if code.hasForeignDigits { return .invalid(text, .digitsNotASCII, kind: "iban") }
        // Polish account numbers are often written without their country.
        let compact = code.digits?.count == 26 ? "PL" + code.compact : code.compact
        let bytes = Array(compact.utf8)
        guard bytes.count >= 5, bytes.allSatisfy({ isDigit($0) || isLetter($0) }) else {
            return .invalid(compact, kind: "iban", reason: .characters)
        }
        guard let length = lengths[String(decoding: bytes[..<2], as: UTF8.self)] else {
            return .invalid(compact, kind: "iban", reason: .prefix)
        }
        guard bytes.count == length else { return .invalid(compact, kind: "iban", reason: .length) }
        guard remainder(bytes) == 1 else { return .invalid(compact, .checkDigitWrong, kind: "iban") }
        return KindReading(.text(compact))
    }

    /// ISO 7064 MOD 97-10 over the number with its first four characters moved to the end.
    private static func remainder(_ bytes: [UInt8]) -> Int {
        (bytes[4...] + bytes[..<4]).reduce(0) { rest, byte in
            isDigit(byte) ? (rest * 10 + Int(byte - 48)) % 97 : (rest * 100 + Int(byte - 55)) % 97
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) }

    /// Whole length by country, after the SWIFT registry.
    private static let lengths: [String: Int] = [
        "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "BY": 28,
        "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28, "EE": 20, "EG": 29, "ES": 24, "FI": 18,
        "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23, "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22,
        "IL": 23, "IQ": 23, "IS": 26, "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20,
        "LU": 20, "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18, "NO": 15,
        "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SC": 31, "SE": 24, "SI": 19,
        "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
    ]
}
