import FieldKinds
public import FormModel
import GRDB

extension RegistryReader {
    /// How many registrations of an event came by which channel and on which day.
    public func receiptCounts(
        event: String,
        timeZone: String
    ) throws -> (channels: [Channel: Int], days: [(day: CalendarDate, count: Int)]) {
        // Kept by quarters of an hour and put together into days here.
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT channel, quarter, number FROM arrivalCount WHERE event = ? AND number > 0",
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

    /// How many registrations an event has, by state.
    public func stateCounts(event: String) throws -> [RegistrationState: Int] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT state, number FROM stateCount WHERE event = ? AND number > 0",
            arguments: [event]
        )
        let pairs = rows.compactMap { row in RegistrationState(rawValue: row[0]).map { ($0, row[1] as Int) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The number of the last line of the journal about an event: as long as it stays, nothing about the event changed.
    public func lastJournalNumber(event: String) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT max(number) FROM journal WHERE event = ?", arguments: [event]) ?? 0
    }

    /// The kept number of registrations, where the query asks for nothing but an event and states; nil where more is asked.
    func keptCount(_ query: RegistrationQuery) throws -> Int? {
        guard query.channel == nil, query.modifiedAfter == nil, !query.onlySuspects, query.activity == nil,
            query.participationStates.isEmpty, query.searchText?.isEmpty ?? true
        else { return nil }
        var parts: [String] = []
        var arguments: StatementArguments = []
        if let event = query.event {
            parts.append("event = ?")
            arguments += [event]
        }
        if !query.states.isEmpty {
            parts.append("state IN (\(Array(repeating: "?", count: query.states.count).joined(separator: ", ")))")
            arguments += StatementArguments(query.states.map(\.rawValue))
        }
        let condition = parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND ")
        let sql = "SELECT coalesce(sum(number), 0) FROM stateCount \(condition)"
        return try Int.fetchOne(database, sql: sql, arguments: arguments)
    }
}
