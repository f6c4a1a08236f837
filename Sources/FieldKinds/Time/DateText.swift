public import FormModel

/// Writes days and times as letters do: 14 grudnia 2023 r.
public enum DateText {
    /// The day with the month in words, in the genitive where the language asks for it; non-breaking between day and
    /// month and before „r.”.
    public static func long(_ date: CalendarDate, in language: InterfaceLanguage) -> String {
        "\(date.day)\u{A0}" + monthAndYear(date, in: language)
    }

    /// The day in figures: `14.12.2023`; English `14/12/2023`.
    public static func short(_ date: CalendarDate, in language: InterfaceLanguage) -> String {
        let sign = language == .english ? "/" : "."
        return [padded(date.day), padded(date.month), "\(date.year)"].joined(separator: sign)
    }

    /// First and last day, what they share said once: `15–17 marca 2019 r.`, `30 listopada – 2 grudnia 2019 r.`.
    public static func range(_ first: CalendarDate, _ last: CalendarDate, in language: InterfaceLanguage) -> String {
        if first == last { return long(first, in: language) }
        guard first.year == last.year else {
            return long(first, in: language) + " – " + long(last, in: language)
        }
        if first.month == last.month { return "\(first.day)–" + long(last, in: language) }
        return "\(first.day)\u{A0}" + MonthNames.inDate(first.month, language) + " – " + long(last, in: language)
    }

    /// Name of the weekday in the nominative: `czwartek`.
    public static func weekday(_ date: CalendarDate, in language: InterfaceLanguage) -> String {
        weekdays(language).split(separator: " ").map(String.init)[date.weekday - 1]
    }

    /// `9:30`.
    public static func hour(minuteOfDay: Int) -> String {
        "\(minuteOfDay / 60):" + padded(minuteOfDay % 60)
    }

    /// `9:30–15:30`; only the start when there is no end.
    public static func hours(from start: Int, to end: Int?) -> String {
        guard let end else { return hour(minuteOfDay: start) }
        return hour(minuteOfDay: start) + "–" + hour(minuteOfDay: end)
    }

    /// Day and hour of a moment: `14 grudnia 2023 r., 9:05`.
    public static func moment(_ instant: Instant, timeZone: String, in language: InterfaceLanguage) -> String {
        let local = instant.local(in: timeZone)
        return long(local.date, in: language) + ", " + hour(minuteOfDay: local.secondOfDay / 60)
    }

    private static func monthAndYear(_ date: CalendarDate, in language: InterfaceLanguage) -> String {
        let month = MonthNames.inDate(date.month, language)
        switch language {
        case .polish: return "\(month) \(date.year)\u{A0}r."
        case .english: return "\(month) \(date.year)"
        case .ukrainian: return "\(month) \(date.year)\u{A0}р."
        case .russian, .belarusian: return "\(month) \(date.year)\u{A0}г."
        }
    }

    private static func weekdays(_ language: InterfaceLanguage) -> String {
        switch language {
        case .polish: "poniedziałek wtorek środa czwartek piątek sobota niedziela"
        case .english: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
        case .ukrainian: "понеділок вівторок середа четвер п’ятниця субота неділя"
        case .russian: "понедельник вторник среда четверг пятница суббота воскресенье"
        case .belarusian: "панядзелак аўторак серада чацвер пятніца субота нядзеля"
        }
    }

    private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
