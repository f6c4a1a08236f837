public import FormModel

extension Instant {
    /// Reads ISO 8601 with an offset or Z: `2023-12-01T09:05:07.250+01:00`. A text without an offset is local time in
    /// `timeZone`, refused when none is given.
    public init?(iso text: String, timeZone: String? = nil) { nil }

    /// The wall-clock time at this moment; UTC when the zone's name is unknown.
    public func local(in timeZone: String) -> LocalTime { LocalTime(date: CalendarDate(daysSinceEpoch: 0)) }

    /// The last millisecond of the day in the zone, the moment a deadline without an hour ends.
    public static func endOfDay(_ date: CalendarDate, timeZone: String) -> Instant {
        Instant(millisecondsSinceEpoch: 0)
    }
}
