import FormModel

/// The line that parts two messages of an mbox: `From sender Sun Mar  1 12:00:00 2026`, with or without a zone.
enum FromLine {
    /// Whether the line parts messages: `From `, and a date at its end. Text that begins with "From " has none.
    static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
        time(line) != nil
    }

    /// The date in asctime's form; without a zone it is taken as UTC (RFC 4155, appendix A).
    static func time(_ line: ArraySlice<UInt8>) -> Instant? {
        guard line.count < lineByteCountMax, line.starts(with: "From ".utf8) else { return nil }
        let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.map { Array($0) }
        // The sender may be missing or contain blanks, so the month is looked for, from the end.
        guard let month = words.lastIndex(where: { monthNumber($0) != nil }), month >= 1, month + 3 < words.count
        else { return nil }
        return time(after: month, words)
    }

    private static let lineByteCountMax = 1000

    private static func time(after month: Int, _ words: [[UInt8]]) -> Instant? {
        guard let day = number(words[month + 1]),
            let clock = clockSeconds(words[month + 2])
        else { return nil }
        var year: Int?
        var zoneMinutes = 0
        for word in words[(month + 3)...] {
            if word.count == 4, let found = number(word), found >= 1970 {
                year = found
            } else if let offset = zoneOffset(word) {
                zoneMinutes = offset
            }
        }
        guard let year, let number = monthNumber(words[month]),
            let date = CalendarDate(year: year, month: number, day: day)
        else { return nil }
        let seconds = date.daysSinceEpoch * 86_400 + clock - zoneMinutes * 60
        return Instant(millisecondsSinceEpoch: Int64(seconds) * 1000)
    }

    private static func monthNumber(_ word: [UInt8]) -> Int? {
        guard word.count == 3 else { return nil }
        return months.firstIndex(of: String(decoding: word, as: UTF8.self)).map { $0 + 1 }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func number(_ word: [UInt8]) -> Int? {
        guard !word.isEmpty, word.count <= 4, word.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return word.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// `12:00:00` or `12:00`.
    private static func clockSeconds(_ word: [UInt8]) -> Int? {
        let parts = word.split(separator: UInt8(ascii: ":")).map { number(Array($0)) }
        guard parts.count == 2 || parts.count == 3, let hour = parts[0], let minute = parts[1],
            let second = parts.count == 3 ? parts[2] : 0, hour < 24, minute < 60, second <= 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// `+0100`.
    private static func zoneOffset(_ word: [UInt8]) -> Int? {
        guard word.count == 5, word[0] == UInt8(ascii: "+") || word[0] == UInt8(ascii: "-"),
            let digits = number(Array(word[1...]))
        else { return nil }
        let minutes = digits / 100 * 60 + digits % 100
        return word[0] == UInt8(ascii: "-") ? -minutes : minutes
    }
}
