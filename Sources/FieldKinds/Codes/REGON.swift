import FormModel

/// The number of the Polish business register: nine digits, or fourteen for a local unit, with check digits modulo 11.
public enum REGON {
    static func read(_ text: String) -> KindReading {
        let code = CodeText(text)
        guard let digits = code.digits else {
            return code.hasForeignDigits
                ? .invalid(text, .digitsNotASCII, kind: "regon") : .invalid(text, kind: "regon", reason: .characters)
        }
        guard digits.count == 9 || digits.count == 14 else {
            return .invalid(code.compact, kind: "regon", reason: .length)
        }
        guard digits.contains(where: { $0 != 0 }) else { return .invalid(code.compact, kind: "regon", reason: .zero) }
        guard isChecked(digits[..<9], [8, 9, 2, 3, 4, 5, 6, 7]),
            digits.count == 9 || isChecked(digits[...], [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8])
        else { return .invalid(code.compact, .checkDigitWrong, kind: "regon") }
        return KindReading(.text(code.compact))
    }

    private static func isChecked(_ digits: ArraySlice<Int>, _ weights: [Int]) -> Bool {
        // A remainder of 10 is written as 0.
        CodeText.weightedSum(digits, weights) % 11 % 10 == digits[weights.count]
    }
}
