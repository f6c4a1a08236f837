import Foundation
import FormModel

/// A day, or a day with a time, as somebody wrote it: without a zone it is meant in the event's.
struct LocalMoment: Hashable, Sendable {
    var day: CalendarDate
    /// Nil for a whole day.
    var secondOfDay: Int?
    /// Length of what was written: a day, a minute, a second.
    var spanSeconds: Int
    /// Minutes east of Greenwich; nil means the event's zone.
    var offsetMinutes: Int?

    /// The first millisecond of what was written.
    func first(in zone: TimeZone) -> Instant { instant(second: secondOfDay ?? 0, in: zone) }

    /// The last millisecond of what was written: a deadline `2022-01-21` holds to 23:59:59.999.
    func last(in zone: TimeZone) -> Instant {
        guard let secondOfDay else {
            // The next day's beginning also holds where the clocks change at midnight.
            return LocalMoment(day: day.adding(days: 1), secondOfDay: 0, spanSeconds: 1, offsetMinutes: offsetMinutes)
                .first(in: zone).adding(milliseconds: -1)
        }
        return instant(second: secondOfDay, in: zone).adding(milliseconds: Int64(spanSeconds) * 1000 - 1)
    }

    private func instant(second: Int, in zone: TimeZone) -> Instant {
        let local = day.daysSinceEpoch * 86_400 + second
        let seconds: Int
        if let offsetMinutes {
            seconds = local - offsetMinutes * 60
        } else {
            // The offset depends on the moment that is looked for; a second look settles it near a change of clocks.
            let guess = local - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
            seconds = local - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(guess)))
        }
        return Instant(millisecondsSinceEpoch: Int64(seconds) * 1000)
    }
}
