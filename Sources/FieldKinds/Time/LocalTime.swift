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
}
