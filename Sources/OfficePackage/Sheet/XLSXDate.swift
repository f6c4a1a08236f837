/// Serial numbers of dates and the formats that tell a date from a number (ISO 29500-1, 18.17.4 and 18.8.30).
enum XLSXDate {
    /// Formats 14 to 22 and 45 to 47 are dates and times everywhere; 27 to 36 and 50 to 58 in East Asian files.
    static func isBuiltInDateFormat(_ id: Int) -> Bool {
        (14...22).contains(id) || (45...47).contains(id) || (27...36).contains(id) || (50...58).contains(id)
    }

    /// Whether a format has a letter of dates outside of quotes, brackets and escapes: `dd\-mm\-yyyy`, `[$-415]d mmmm`.
    static func isDateFormat(_ code: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for byte in code.utf8 {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "*") {
                isEscaped = true
            } else if byte == UInt8(ascii: "[") {
                isBracketed = true
            } else if byte == UInt8(ascii: "]") {
                isBracketed = false
            } else if !isBracketed, Self.dateLetters.contains(byte | 0x20) {
                return true
            } else if byte == UInt8(ascii: ";") {
                // Further sections are for negative numbers, zero and text.
                return false
            }
        }
        return false
    }

    private static let dateLetters = Set("dmyhs".utf8)

    /// The ISO form of a serial number; nil when it is no date a sheet can show.
    static func text(serial: Double, usesDate1904: Bool) -> String? {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        var days = Int(serial)
        var seconds = Int(((serial - Double(days)) * 86_400).rounded())
        if seconds == 86_400 {
            days += 1
            seconds = 0
        }
        let time = "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
        if days == 0, !usesDate1904 { return time }
        // The 1900 system has a 29 February 1900 that never was: serials below 60 are one day off.
        let epoch = usesDate1904 ? -24_107 : days < 60 ? -25_568 : -25_569
        let date = civil(days + epoch)
        return seconds == 0 ? date : "\(date)T\(time)"
    }

    /// The date of a number of days since 1970 in the Gregorian calendar, counted in years that begin in March.
    private static func civil(_ days: Int) -> String {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            + "-\(padded(month < 10 ? month + 3 : month - 9))-\(padded(day))"
    }

    private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
