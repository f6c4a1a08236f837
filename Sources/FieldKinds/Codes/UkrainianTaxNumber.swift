import FormModel

/// РНОКПП, the Ukrainian taxpayer's number: ten digits, the last one a check digit.
public enum UkrainianTaxNumber {
    public static func read(_ text: String) -> KindReading {
        let code = CodeText(text)
        guard let digits = code.digits else {
            return code.hasForeignDigits
                ? .invalid(text, .digitsNotASCII, kind: "rnokpp") : .invalid(text, kind: "rnokpp", reason: .characters)
        }
        guard digits.count == 10 else { return .invalid(code.compact, kind: "rnokpp", reason: .length) }
        let sum = CodeText.weightedSum(digits, [-1, 5, 7, 9, 4, 6, 10, 5, 7])
        // The sum may be negative: the remainder is taken as mathematicians take it.
        guard ((sum % 11) + 11) % 11 % 10 == digits[9] else {
            return .invalid(code.compact, .checkDigitWrong, kind: "rnokpp")
        }
        return KindReading(.text(code.compact))
    }
}
