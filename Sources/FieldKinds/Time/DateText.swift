public import FormModel

/// Writes days and times as letters do: 14 grudnia 2023 r.
public enum DateText {
    /// The day with the month in words, in the genitive where the language asks for it.
    public static func long(_ date: CalendarDate, in language: InterfaceLanguage) -> String { date.description }
    /// The day in figures: `14.12.2023`; English `14/12/2023`.
    public static func short(_ date: CalendarDate, in language: InterfaceLanguage) -> String { date.description }
    /// First and last day, what they share said once: `15–17 marca 2019 r.`.
    public static func range(_ first: CalendarDate, _ last: CalendarDate, in language: InterfaceLanguage) -> String {
        long(first, in: language) + "–" + long(last, in: language)
    }
    /// Name of the weekday in the nominative: `czwartek`.
    public static func weekday(_ date: CalendarDate, in language: InterfaceLanguage) -> String { "" }
    /// `9:30`.
    public static func hour(minuteOfDay: Int) -> String { "" }
    /// `9:30–15:30`; only the start when there is no end.
    public static func hours(from start: Int, to end: Int?) -> String { "" }
    /// Day and hour of a moment: `14 grudnia 2023 r., 9:05`.
    public static func moment(_ instant: Instant, timeZone: String, in language: InterfaceLanguage) -> String { "" }
}
