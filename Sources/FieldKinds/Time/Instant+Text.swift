import Foundation
public import FormModel

extension Instant {
    /// Reads ISO 8601 with an offset or Z: `2023-12-01T09:05:07.250+01:00`. A text without an offset is local time in
    /// `timeZone`, refused when none is given; a day alone is its first moment.
    public init?(iso text: String, timeZone: String? = nil) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes.count <= 40, let date = CalendarDate(iso: String(text.prefix(10))) else {
            return nil
        }
        var scanner = ClockScanner(bytes: bytes[10...])
        guard let clock = scanner.clock(), let offset = scanner.offset() else { return nil }
        let local = LocalTime(date: date, secondOfDay: clock.second)
        switch offset {
        case .seconds(let seconds):
            let second = Int64(date.daysSinceEpoch) * 86_400 + Int64(clock.second) - Int64(seconds)
            self.init(millisecondsSinceEpoch: second * 1000 + Int64(clock.millisecond))
        case .none:
            guard let timeZone, let instant = local.instant(in: timeZone) else { return nil }
            self = instant.adding(milliseconds: Int64(clock.millisecond))
        }
    }

    /// The wall-clock time at this moment; UTC when the zone's name is unknown.
    public func local(in timeZone: String) -> LocalTime {
        let second = Int64((Double(millisecondsSinceEpoch) / 1000).rounded(.down))
        let offset = TimeZone(identifier: timeZone).map { LocalTime.offset(of: $0, at: second) } ?? 0
        let clock = second + offset
        let days = clock >= 0 ? clock / 86_400 : (clock - 86_399) / 86_400
        return LocalTime(date: CalendarDate(daysSinceEpoch: Int(days)), secondOfDay: Int(clock - days * 86_400))
    }

    /// The last millisecond of the day in the zone, the moment a deadline without an hour ends; of the day in UTC when
    /// the zone's name is unknown.
    public static func endOfDay(_ date: CalendarDate, timeZone: String) -> Instant {
        let next = LocalTime(date: date.adding(days: 1))
        let midnight = Instant(millisecondsSinceEpoch: Int64(next.date.daysSinceEpoch) * 86_400_000)
        return (next.instant(in: timeZone) ?? midnight).adding(milliseconds: -1)
    }
}

/// Reads `T09:05:07.250` and what stands behind it.
private struct ClockScanner {
    enum Offset {
        case none
        case seconds(Int)
    }

    var bytes: ArraySlice<UInt8>

    mutating func clock() -> (second: Int, millisecond: Int)? {
        guard let first = bytes.first else { return (0, 0) }
        guard first == UInt8(ascii: "T") || first == UInt8(ascii: " ") else { return nil }
        bytes = bytes.dropFirst()
        guard let hour = pair(), hour < 24, take(":"), let minute = pair(), minute < 60 else { return nil }
        var second = 0
        if take(":") {
            guard let value = pair(), value < 60 else { return nil }
            second = value
        }
        var milliseconds = 0
        if take(".") || take(",") {
            let digits = bytes.prefix { (48...57).contains($0) }
            guard !digits.isEmpty else { return nil }
            bytes = bytes.dropFirst(digits.count)
            for (digit, unit) in zip(digits, [100, 10, 1]) { milliseconds += Int(digit - 48) * unit }
        }
        return (hour * 3600 + minute * 60 + second, milliseconds)
    }

    mutating func offset() -> Offset? {
        if bytes.isEmpty { return Offset.none }
        if take("Z") || take("z") { return bytes.isEmpty ? .seconds(0) : nil }
        guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        bytes = bytes.dropFirst()
        guard let hour = pair(), hour <= 18 else { return nil }
        _ = take(":")
        let minute = bytes.isEmpty ? 0 : pair()
        guard let minute, minute < 60, bytes.isEmpty else { return nil }
        let seconds = hour * 3600 + minute * 60
        return .seconds(sign == UInt8(ascii: "+") ? seconds : -seconds)
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard bytes.first == UInt8(ascii: sign) else { return false }
        bytes = bytes.dropFirst()
        return true
    }

    private mutating func pair() -> Int? {
        let digits = bytes.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        bytes = bytes.dropFirst(2)
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}
