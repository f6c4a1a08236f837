import FormModel

/// A number in the picture of the switch `\#`, such as `# ##0,00 zł` (ISO 29500-1, 17.16.4.2).
struct NumberPicture {
    private let prefix: String
    private let suffix: String
    private let decimals: Int
    private let digitsMin: Int
    private let decimalSign: String
    private let groupSign: String?
    private let isPercent: Bool

    init(_ picture: String) {
        let scalars = Array(picture)
        func isSlot(_ character: Character) -> Bool { character == "0" || character == "#" || character == "x" }
        let first = scalars.firstIndex(where: isSlot) ?? scalars.count
        let last = scalars.lastIndex(where: isSlot) ?? first - 1
        prefix = String(scalars[..<first]).replacing("'", with: "")
        suffix = last + 1 < scalars.count ? String(scalars[(last + 1)...]).replacing("'", with: "") : ""
        isPercent = suffix.contains("%")
        let middle = first <= last ? Array(scalars[first...last]) : []
        let separators = middle.indices.filter { !isSlot(middle[$0]) }
        // The last sign before zeros alone is the decimal one, unless it stands between groups of three.
        let point = separators.last.flatMap { place -> Int? in
            let isSpace = middle[place].isWhitespace
            let isGroup = separators.count == 1 && middle.count - place - 1 == 3 && middle[place...].contains("#")
            return isSpace || isGroup ? nil : place
        }
        decimals = point.map { middle.count - $0 - 1 } ?? 0
        decimalSign = point.map { String(middle[$0]) } ?? ","
        groupSign = separators.first { $0 != point }.map { middle[$0].isWhitespace ? "\u{A0}" : String(middle[$0]) }
        digitsMin = middle[..<(point ?? middle.count)].count { $0 == "0" }
    }

    func text(_ number: Numeric) -> String {
        guard let decimal = number.decimal else { return ValueText.plainDouble(number.double) }
        let places = min(decimals, DecimalNumber.scaleMax)
        var unscaled = decimal.unscaled.magnitude
        for _ in min(decimal.scale, places)..<places {
            unscaled = unscaled.multipliedReportingOverflow(by: 10).partialValue
        }
        if decimal.scale > places {
            var divisor: UInt64 = 1
            for _ in places..<decimal.scale { divisor *= 10 }
            unscaled = (unscaled + divisor / 2) / divisor
        }
        var digits = String(unscaled)
        let width = places + max(digitsMin, 1)
        digits = String(repeating: "0", count: max(0, width - digits.count)) + digits
        let whole = grouped(String(digits.dropLast(places)))
        let fraction = places > 0 ? decimalSign + digits.suffix(places) : ""
        return prefix + (decimal.unscaled < 0 ? "-" : "") + whole + fraction + suffix
    }

    private func grouped(_ digits: String) -> String {
        guard let groupSign else { return digits }
        var result = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { result += groupSign }
            result.append(digit)
        }
        return result
    }
}
