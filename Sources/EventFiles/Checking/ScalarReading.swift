import Foundation
import FormModel

/// Texts of the file to days, hours, moments and numbers. Nil means the text does not have that form.
enum ScalarReading {
    enum Outcome<Value> {
        case value(Value)
        /// The right form for something that does not exist: 30 February.
        case impossible(String)
        case malformed
    }

    static func flag(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "tak": true
        case "false", "no", "nie": false
        default: nil
        }
    }

    static func whole(_ text: String) -> Int? {
        guard let first = text.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
            text.utf8.count <= 12
        else { return nil }
        return Int(text)
    }

    static func day(_ text: String) -> Outcome<CalendarDate> {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else {
            return .malformed
        }
        return CalendarDate(iso: text).map(Outcome.value) ?? .impossible(text)
    }

    /// `2019-03-15`, `2019-03-15..17`, `2019-03-28..04-02`, `2019-12-30..2020-01-02`.
    static func days(_ text: String) -> Outcome<(CalendarDate, CalendarDate)> {
        let halves = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard let firstText = halves.first else { return .malformed }
        let first: CalendarDate
        switch day(firstText) {
        case .value(let day): first = day
        case .impossible(let text): return .impossible(text)
        case .malformed: return .malformed
        }
        guard halves.count == 2 else { return .value((first, first)) }
        let lead = firstText.prefix(max(0, 10 - halves[1].count))
        switch day(lead + halves[1]) {
        case .value(let last): return .value((first, last))
        case .impossible(let text): return .impossible(text)
        case .malformed: return .malformed
        }
    }

    /// `9:30`, `09:30`, `24:00` only as an end; minutes after midnight.
    static func clock(_ text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), let hour = Int(parts[0]), let minute = Int(parts[1]),
            minute < 60, hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }

    static func hours(_ text: String) -> (start: Int, end: Int)? {
        let halves = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard halves.count == 2, let start = clock(halves[0]), let end = clock(halves[1]), start < 1440 else {
            return nil
        }
        return (start, end)
    }

    /// A day; `2022-01-21 12:00`, `2022-01-21T12:00:30`; with `Z` or `+01:00` behind a time.
    static func moment(_ text: String) -> Outcome<LocalMoment> {
        let date: CalendarDate
        switch day(String(text.prefix(10))) {
        case .value(let day): date = day
        case .impossible(let text): return .impossible(text)
        case .malformed: return .malformed
        }
        let rest = text.dropFirst(10)
        if rest.isEmpty { return .value(LocalMoment(day: date, spanSeconds: 86_400)) }
        guard rest.first == "T" || rest.first == " " else { return .malformed }
        let (time, offset) = splitOffset(rest.dropFirst())
        guard let offset else { return .malformed }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let minutes = clock(parts[0] + ":" + parts[1]), minutes < 1440 else {
            return .malformed
        }
        let second = parts.count == 3 ? Int(parts[2]) ?? -1 : 0
        guard (0...59).contains(second) else { return .malformed }
        return .value(
            LocalMoment(
                day: date,
                secondOfDay: minutes * 60 + second,
                spanSeconds: parts.count == 3 ? 1 : 60,
                offsetMinutes: offset.minutes
            )
        )
    }

    private struct Offset { var minutes: Int? }

    private static func splitOffset(_ text: Substring) -> (time: Substring, offset: Offset?) {
        if text.hasSuffix("Z") { return (text.dropLast(), Offset(minutes: 0)) }
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, Offset(minutes: nil)) }
        guard let minutes = clock(text[text.index(after: sign)...]) else { return (text, nil) }
        return (text[..<sign], Offset(minutes: text[sign] == "-" ? -minutes : minutes))
    }

    /// `5 years`, `1 month`, `30 days`.
    static func duration(_ text: String) -> (years: Int, months: Int, days: Int)? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let count = whole(String(parts[0])), (0...10_000).contains(count) else { return nil }
        switch parts[1] {
        case "year", "years": return (count, 0, 0)
        case "month", "months": return (0, count, 0)
        case "day", "days": return (0, 0, count)
        default: return nil
        }
    }

    /// `4`, `50%`, `33.3%`.
    static func bound(_ text: String) -> Quota.Bound? {
        if text.hasSuffix("%") {
            guard let share = DecimalNumber(text.dropLast())?.hundredths, (0...10_000).contains(share) else {
                return nil
            }
            return .share(basisPoints: Int(share))
        }
        return whole(text).flatMap { (0...10_000_000).contains($0) ? .count($0) : nil }
    }

    static func isIdentifier(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 80
            && text.utf8.allSatisfy { $0.isLetterOrDigit || "_-.".utf8.contains($0) }
    }

    static func isSlug(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 64 && text.utf8.first != UInt8(ascii: "-")
            && text.utf8.allSatisfy { $0.isLowerCaseLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    }

    static func isFieldKey(_ text: String) -> Bool {
        guard let first = text.utf8.first, first.isLowerCaseLetter, text.utf8.count <= 64 else { return false }
        return text.utf8.allSatisfy { $0.isLowerCaseLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLowerCaseLetter: Bool { (0x61...0x7A).contains(self) }
    fileprivate var isLetterOrDigit: Bool { isDigit || isLowerCaseLetter || (0x41...0x5A).contains(self) }
}
