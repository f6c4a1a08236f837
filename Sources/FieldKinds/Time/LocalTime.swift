import Foundation
public import FormModel

/// Wall-clock time in a time zone: deadlines, receipt times, hours on letters.
public struct LocalTime: Hashable, Sendable {
    public var date: CalendarDate
    /// 0 to 86,399.
    public var secondOfDay: Int

    public init(date: CalendarDate, secondOfDay: Int = 0) {
        self.date = date
        self.secondOfDay = secondOfDay
    }

    /// The moment this clock time is shown in the zone (IANA name). When clocks go back the first of the two moments,
    /// when they go forward the moment reckoned with the offset before. Nil when the zone is unknown.
    public func instant(in timeZone: String) -> Instant? {
        guard let zone = TimeZone(identifier: timeZone) else { return nil }
        let clock = Int64(date.daysSinceEpoch) * 86_400 + Int64(secondOfDay)
        // The offset at the clock time taken as UTC lies at most a day beside; the one a day before settles it.
        let before = Self.offset(of: zone, at: clock - 86_400)
        let after = Self.offset(of: zone, at: clock + 86_400)
        let candidates = [before, after].map { clock - $0 }.filter { Self.offset(of: zone, at: $0) == clock - $0 }
        return Instant(millisecondsSinceEpoch: (candidates.min() ?? clock - before) * 1000)
    }

    /// Whether the zone's name is known here.
    public static func isKnown(timeZone: String) -> Bool { TimeZone(identifier: timeZone) != nil }

    static func offset(of zone: TimeZone, at second: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second))))
    }
}
