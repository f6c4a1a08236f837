import FormModel

/// The number in the Polish court register: ten digits with leading zeros, no check digit.
public enum KRS {
    /// Shorter numbers are completed with zeros; shorter than this is no KRS number.
    static let lengthMin = 5

    static func read(_ text: String) -> KindReading {
        let code = CodeText(text)
        guard let digits = code.digits else {
            return code.hasForeignDigits
                ? .invalid(text, .digitsNotASCII, kind: "krs") : .invalid(text, kind: "krs", reason: .characters)
        }
        guard (lengthMin...10).contains(digits.count) else {
            return .invalid(code.compact, kind: "krs", reason: .length)
        }
        guard digits.contains(where: { $0 != 0 }) else { return .invalid(code.compact, kind: "krs", reason: .zero) }
        guard digits.count < 10 else { return KindReading(.text(code.compact)) }
        let padded = String(repeating: "0", count: 10 - digits.count) + code.compact
        let issue = KindIssue(.krsPadded, parameters: ["value": padded])
        return KindReading(.text(padded), certainty: 0.9, issues: [issue])
    }
}
