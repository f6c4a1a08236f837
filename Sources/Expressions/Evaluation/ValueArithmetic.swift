import FormModel

/// `+ - * /` over numbers, and days with whole days or calendar periods.
enum ValueArithmetic {
    static func result(
        _ arithmetic: Node.Arithmetic,
        _ left: ExpressionValue,
        _ right: ExpressionValue
    ) -> ExpressionValue {
        if left.isMissing || right.isMissing { return .missing }
        if case .date(let day) = left { return shifted(day, arithmetic, by: right) }
        guard let first = left.number, let second = right.number else {
            // A text attribute that holds a day.
            return left.date.map { shifted($0, arithmetic, by: right) } ?? .missing
        }
        let number: ExactNumber? =
            switch arithmetic {
            case .add: first + second
            case .subtract: first - second
            case .multiply: first * second
            case .divide: first / second
            }
        return number.map(ExpressionValue.number) ?? .missing
    }

    private static func shifted(
        _ day: CalendarDate,
        _ arithmetic: Node.Arithmetic,
        by amount: ExpressionValue
    ) -> ExpressionValue {
        let sign: Int
        switch arithmetic {
        case .add: sign = 1
        case .subtract: sign = -1
        case .multiply, .divide: return .missing
        }
        if sign == -1, let other = amount.date {
            return .number(ExactNumber(day.daysSinceEpoch - other.daysSinceEpoch))
        }
        if case .period(let months, let days) = amount {
            return added(months: sign * months, days: sign * days, to: day)
        }
        return amount.number?.whole.map { added(months: 0, days: sign * $0, to: day) } ?? .missing
    }

    /// Months first, cut to the last day of the month reached; then days. Years outside 1 to 9999 do not exist.
    private static func added(months: Int, days: Int, to day: CalendarDate) -> ExpressionValue {
        guard abs(months) <= 120_000, abs(days) <= 4_000_000 else { return .missing }
        let monthIndex = day.year * 12 + day.month - 1 + months
        let (year, month) = (monthIndex / 12, monthIndex % 12 + 1)
        guard monthIndex >= 12,
            let moved = CalendarDate(
                year: year,
                month: month,
                day: min(day.day, CalendarDate.dayCount(ofMonth: month, year: year))
            )
        else { return .missing }
        let result = moved.adding(days: days)
        return (1...9999).contains(result.year) ? .date(result) : .missing
    }
}

extension ExpressionValue {
    /// An ISO 8601 duration in calendar units, `P2D`, `P1W`, `P6M`, `P1Y6M`; nil for any other word.
    static func period(iso word: String) -> ExpressionValue? {
        var months = 0
        var days = 0
        var digits = 0
        var digitCount = 0
        var unitCount = 0
        guard word.utf8.first == UInt8(ascii: "P"), word.utf8.count <= 16 else { return nil }
        for byte in word.utf8.dropFirst() {
            if (0x30...0x39).contains(byte), digitCount < 5 {
                digits = digits * 10 + Int(byte - 0x30)
                digitCount += 1
                continue
            }
            guard digitCount > 0 else { return nil }
            switch byte {
            case UInt8(ascii: "Y"): months += 12 * digits
            case UInt8(ascii: "M"): months += digits
            case UInt8(ascii: "W"): days += 7 * digits
            case UInt8(ascii: "D"): days += digits
            default: return nil
            }
            (digits, digitCount) = (0, 0)
            unitCount += 1
        }
        return unitCount > 0 && digitCount == 0 ? .period(months: months, days: days) : nil
    }
}
