import FieldKinds
import FormModel

/// The sessions somebody takes part in, as an iCalendar file (RFC 5545).
///
/// Times stand in UTC, which needs no table of time zones and is right in every calendar; a session without hours is a
/// whole day. The UID is the same each time, so that a second download replaces the first.
struct CalendarFile {
    struct Entry {
        var uid: String
        var session: Session
        var title: String
        var place: String
    }

    let entries: [Entry]
    let timeZone: String
    let stamp: Instant
    /// Raised with each change of the event's file, so that calendars take the newer one.
    let sequence: Int

    var bytes: [UInt8] {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Nabor//Registrations//PL", "METHOD:PUBLISH"]
        for entry in entries {
            lines += ["BEGIN:VEVENT", "UID:" + Self.escaped(entry.uid), "DTSTAMP:" + Self.utc(stamp)]
            lines += ["SEQUENCE:\(sequence)"] + times(entry.session)
            lines.append("SUMMARY:" + Self.escaped(entry.title))
            if !entry.place.isEmpty { lines.append("LOCATION:" + Self.escaped(entry.place)) }
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        return lines.flatMap(Self.folded)
    }

    private func times(_ session: Session) -> [String] {
        guard let start = session.startMinute, let from = instant(session.date, minute: start) else {
            return [
                "DTSTART;VALUE=DATE:" + Self.day(session.date),
                "DTEND;VALUE=DATE:" + Self.day(session.date.adding(days: 1)),
            ]
        }
        let to = session.endMinute.flatMap { instant(session.date, minute: $0) }
        return ["DTSTART:" + Self.utc(from)] + (to.map { ["DTEND:" + Self.utc($0)] } ?? [])
    }

    private func instant(_ date: CalendarDate, minute: Int) -> Instant? {
        LocalTime(date: date, secondOfDay: min(minute, 1439) * 60).instant(in: timeZone)
    }

    private static func utc(_ instant: Instant) -> String {
        instant.description.prefix { $0 != "." && $0 != "Z" }.filter { $0 != "-" && $0 != ":" } + "Z"
    }

    private static func day(_ date: CalendarDate) -> String { date.description.filter { $0 != "-" } }

    /// Backslash, semicolon, comma and line ends are written with a backslash; control characters are left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",":
                result.unicodeScalars.append("\\")
                result.unicodeScalars.append(scalar)
            case "\n": result += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// Lines of at most 75 bytes; the next ones begin with a space. No letter is cut in two.
    static func folded(_ line: String) -> [UInt8] {
        var result: [UInt8] = []
        var length = 0
        for scalar in line.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if length + bytes.count > 75 {
                result += [13, 10, 32]
                length = 1
            }
            result += bytes
            length += bytes.count
        }
        return result + [13, 10]
    }
}
