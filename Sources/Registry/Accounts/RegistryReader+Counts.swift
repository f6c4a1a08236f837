import FieldKinds
public import FormModel
import GRDB

extension RegistryReader {
    /// How many registrations of an event came by which channel and on which day.
    public func receiptCounts(
        event: String,
        timeZone: String
    ) throws -> (channels: [Channel: Int], days: [(day: CalendarDate, count: Int)]) {
        // Counted by quarters of an hour, the finest by which time zones differ, and put together into days here.
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT channel, receivedAt / 900000, count(*) FROM registration WHERE event = ? GROUP BY 1, 2
                """,
            arguments: [event]
        )
        var channels: [Channel: Int] = [:]
        var days: [CalendarDate: Int] = [:]
        while let row = try rows.next() {
            let count: Int = row[2]
            if let channel = Channel(rawValue: row[0]) { channels[channel, default: 0] += count }
            let instant = Instant(millisecondsSinceEpoch: (row[1] as Int64) * 900_000)
            days[instant.local(in: timeZone).date, default: 0] += count
        }
        return (channels, days.sorted { $0.key < $1.key }.map { (day: $0.key, count: $0.value) })
    }
}
