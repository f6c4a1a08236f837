/// A moment on the time line, in whole milliseconds since 1970-01-01T00:00:00Z.
///
/// Receipt times, deadlines and journal entries are instants; formatting them for people needs a time zone and happens
/// at the edge.
public struct Instant: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
    public var millisecondsSinceEpoch: Int64

    public init(millisecondsSinceEpoch: Int64) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
    }

    public init(from decoder: any Decoder) throws {
        millisecondsSinceEpoch = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(millisecondsSinceEpoch)
    }

    public func adding(milliseconds: Int64) -> Instant {
        Instant(millisecondsSinceEpoch: millisecondsSinceEpoch + milliseconds)
    }

    /// ISO 8601 in UTC, to the millisecond when there is one: `2023-12-01T09:05:07Z`, `2023-12-01T09:05:07.250Z`.
    public var description: String {
        var days = millisecondsSinceEpoch / 86_400_000
        var rest = millisecondsSinceEpoch % 86_400_000
        if rest < 0 {
            rest += 86_400_000
            days -= 1
        }
        let date = CalendarDate(daysSinceEpoch: Int(days))
        let seconds = Int(rest / 1000)
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { CalendarDate.padded($0, to: 2) }
        let milliseconds = Int(rest % 1000)
        let fraction = milliseconds == 0 ? "" : "." + CalendarDate.padded(milliseconds, to: 3)
        return "\(date)T\(parts.joined(separator: ":"))\(fraction)Z"
    }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }
}
