public import FormModel

/// The Polish population register number: birth date, sex and a check digit (act on the population register, 2010).
///
/// Never a key: many migrants have none, and numbers get corrected.
public struct PESEL: Hashable, Sendable {
    public enum Sex: String, CaseIterable, Sendable, Codable {
        case woman, man
    }

    public let digits: String
    public let birthDate: CalendarDate
    public let sex: Sex

    /// Eleven ASCII digits with a right check digit and a birth date that exists, else nil.
    public init?(_ digits: String) {
        guard let numbers = CodeText(digits).digits, numbers.count == 11, digits.utf8.count == 11,
            Self.isChecked(numbers), let birthDate = Self.birthDate(numbers)
        else { return nil }
        self.digits = digits
        self.birthDate = birthDate
        sex = numbers[9].isMultiple(of: 2) ? .woman : .man
    }

    static func read(_ text: String) -> KindReading {
        let code = CodeText(text)
        guard let digits = code.digits else {
            let finding: FindingCode = code.hasForeignDigits ? .digitsNotASCII : .valueInvalid
            return .invalid(text, finding, kind: "pesel", reason: .characters)
        }
        guard digits.count == 11 else { return .invalid(code.compact, kind: "pesel", reason: .length) }
        guard birthDate(digits) != nil else { return .invalid(code.compact, kind: "pesel", reason: .date) }
        guard isChecked(digits) else { return .invalid(code.compact, .checkDigitWrong, kind: "pesel") }
        return KindReading(.text(code.compact))
    }

    private static func isChecked(_ digits: [Int]) -> Bool {
        let sum = CodeText.weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3])
        return digits[10] == (10 - sum % 10) % 10
    }

    /// The month carries the century: +80 is 18xx, +0 19xx, +20 20xx, +40 21xx, +60 22xx.
    private static func birthDate(_ digits: [Int]) -> CalendarDate? {
        let month = digits[2] * 10 + digits[3]
        let century = [1900, 2000, 2100, 2200, 1800][month / 20]
        return CalendarDate(
            year: century + digits[0] * 10 + digits[1],
            month: month % 20,
            day: digits[4] * 10 + digits[5]
        )
    }
}
