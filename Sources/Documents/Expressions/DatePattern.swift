import FieldKinds
import FormModel

/// A pattern of day and time such as `d MMMM y`, in the manner of Unicode's date format patterns (UTS 35) or of `strftime`.
///
/// Month names come in the genitive where the language asks for it. Letters that mean nothing stand for themselves, so
/// that `d MMMM y r.` needs no quotes.
struct DatePattern {
    /// A day with the time of day that was written beside it.
    struct Moment {
        var date: CalendarDate
        var second: Int

        /// Reads `2023-12-14`, `2023-12-14T09:30`, `2023-12-14 09:30:05Z`; the hour is taken as it is written.
        init?(_ text: String) {
            let bytes = Array(text.utf8)
            guard bytes.count >= 10, let date = CalendarDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)) else {
                return nil
            }
            self.date = date
            second = 0
            guard bytes.count > 10 else { return }
            guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
            let time = String(decoding: bytes[11...].prefix(8), as: UTF8.self)
            guard let minute = DatePattern.minute(String(time.prefix(5))) else { return nil }
            second =
                minute * 60 + (time.count == 8 && time.utf8.dropFirst(5).first == 0x3A ? Int(time.suffix(2)) ?? 0 : 0)
        }
    }

    private let pattern: [Character]
    private let language: InterfaceLanguage

    init(_ pattern: String, language: InterfaceLanguage) {
        self.pattern = Array(pattern)
        self.language = language
    }

    /// Minutes after midnight of `9:30` or of a moment; nil for anything else.
    static func minute(_ text: String) -> Int? {
        if text.utf8.count > 5 { return Moment(text).map { $0.second / 60 } }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), parts[1].count == 2,
            (0...24).contains(hour), (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    func text(of moment: Moment) -> String {
        switch String(pattern) {
        case "long": return DateText.long(moment.date, in: language)
        case "short": return DateText.short(moment.date, in: language)
        case "iso": return moment.date.description
        default: break
        }
        return pattern.contains("%") ? strftime(moment) : fields(moment)
    }

    private func fields(_ moment: Moment) -> String {
        var result = ""
        var place = 0
        while place < pattern.count {
            let letter = pattern[place]
            if letter == "'" {
                let end = pattern[(place + 1)...].firstIndex(of: "'") ?? pattern.count
                result += end == place + 1 ? "'" : String(pattern[(place + 1)..<end])
                place = end + 1
                continue
            }
            let end = pattern[place...].firstIndex { $0 != letter } ?? pattern.count
            result += field(letter, count: end - place, moment) ?? String(pattern[place..<end])
            place = end
        }
        return result
    }

    private func field(_ letter: Character, count: Int, _ moment: Moment) -> String? {
        switch letter {
        case "y": return count == 2 ? padded(moment.date.year % 100, 2) : padded(moment.date.year, count)
        case "M":
            switch count {
            case 1, 2: return padded(moment.date.month, count)
            case 3: return String(monthName(moment.date).prefix(3))
            default: return monthName(moment.date)
            }
        case "d": return padded(moment.date.day, count)
        case "E":
            return count < 4
                ? String(DateText.weekday(moment.date, in: language).prefix(3))
                : DateText.weekday(moment.date, in: language)
        case "H": return padded(moment.second / 3600, count)
        case "h": return padded((moment.second / 3600 + 11) % 12 + 1, count)
        case "m": return padded(moment.second / 60 % 60, count)
        case "s": return padded(moment.second % 60, count)
        default: return nil
        }
    }

    private func strftime(_ moment: Moment) -> String {
        var result = ""
        var place = 0
        while place < pattern.count {
            guard pattern[place] == "%", place + 1 < pattern.count else {
                result.append(pattern[place])
                place += 1
                continue
            }
            place += 1
            let isPlain = pattern[place] == "-" && place + 1 < pattern.count
            if isPlain { place += 1 }
            result += conversion(pattern[place], isPlain ? 1 : 2, moment)
            place += 1
        }
        return result
    }

    private func conversion(_ letter: Character, _ width: Int, _ moment: Moment) -> String {
        switch letter {
        case "d": padded(moment.date.day, width)
        case "m": padded(moment.date.month, width)
        case "y": padded(moment.date.year % 100, 2)
        case "Y": padded(moment.date.year, 4)
        case "B": monthName(moment.date)
        case "b": String(monthName(moment.date).prefix(3))
        case "A": DateText.weekday(moment.date, in: language)
        case "a": String(DateText.weekday(moment.date, in: language).prefix(3))
        case "H": padded(moment.second / 3600, width)
        case "M": padded(moment.second / 60 % 60, width)
        case "S": padded(moment.second % 60, width)
        default: String(letter)
        }
    }

    /// The month as it stands inside of a date in words.
    private func monthName(_ date: CalendarDate) -> String {
        let words = DateText.long(date, in: language).split { $0 == " " || $0 == "\u{A0}" }
        return words.count > 1 ? String(words[1]) : String(date.month)
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, min(width, 10) - digits.count)) + digits
    }
}
