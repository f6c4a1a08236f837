import FormModel

/// The Polish tax identification number: ten digits with a check digit modulo 11.
public enum NIP {
    /// `123-456-32-18`; a text of another length stays as it is.
    public static func grouped(_ digits: String) -> String {
        guard digits.utf8.count == 10 else { return digits }
        let bytes = Array(digits.utf8)
        return [bytes[0..<3], bytes[3..<6], bytes[6..<8], bytes[8..<10]]
            .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }

    static func read(_ text: String) -> KindReading {
        var code = CodeText(text)
        // The prefix of the European VAT number says the same.
        if code.compact.hasPrefix("PL") { code = CodeText(String(code.compact.dropFirst(2))) }
        guard let digits = code.digits else {
            let finding: KindReading =
                code.hasForeignDigits
                ? .invalid(text, .digitsNotASCII, kind: "nip") : .invalid(text, kind: "nip", reason: .characters)
            return finding
        }
        guard digits.count == 10 else { return .invalid(code.compact, kind: "nip", reason: .length) }
        guard digits.contains(where: { $0 != 0 }) else { return .invalid(code.compact, kind: "nip", reason: .zero) }
        // A remainder of 10 equals no digit: such numbers are never issued.
        guard CodeText.weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == digits[9] else {
            return .invalid(code.compact, .checkDigitWrong, kind: "nip")
        }
        return KindReading(.text(code.compact))
    }
}
