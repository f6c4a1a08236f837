import FieldKinds
public import FormModel
import GRDB

extension RegistryReader {
    public func participations(ofRegistration id: Int64) throws -> [ParticipationRow] {
        try participations("WHERE registrationId = ? ORDER BY id", [id])
    }

    /// Participations of many registrations at once, by registration; at most a few thousand ids.
    public func participations(ofRegistrations ids: [Int64]) throws -> [Int64: [ParticipationRow]] {
        guard !ids.isEmpty else { return [:] }
        let marks = Array(repeating: "?", count: ids.count).joined(separator: ", ")
        let rows = try participations("WHERE registrationId IN (\(marks)) ORDER BY id", StatementArguments(ids))
        return Dictionary(grouping: rows, by: \.registrationID)
    }

    public func participation(registration id: Int64, activity: String) throws -> ParticipationRow? {
        try participations("WHERE registrationId = ? AND activity = ?", [id, activity]).first
    }

    /// Everybody in an activity, in order of entry.
    public func participations(event: String, activity: String) throws -> [ParticipationRow] {
        try participations("WHERE event = ? AND activity = ? ORDER BY id", [event, activity])
    }

    /// The waiting list, first in line first.
    public func waitingList(event: String, activity: String) throws -> [ParticipationRow] {
        try participations(
            "WHERE event = ? AND activity = ? AND state = 'waitlisted' ORDER BY rank, id",
            [event, activity]
        )
    }

    /// Offers whose time is over.
    public func offersExpired(before now: Instant) throws -> [ParticipationRow] {
        try participations(
            "WHERE state = 'offered' AND offeredUntil IS NOT NULL AND offeredUntil < ? ORDER BY id",
            [now.millisecondsSinceEpoch]
        )
    }

    /// Places set and taken, by activity and group (nil for the activity as a whole).
    public func seatCounts(event: String) throws -> [(activity: String, group: String?, seats: Int, taken: Int)] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT c.activity, c.grp, c.seats, (SELECT count(*) FROM seat AS s
                    WHERE s.event = c.event AND s.activity = c.activity AND s.grp = c.grp)
                FROM capacity AS c WHERE c.event = ? ORDER BY c.activity, c.grp
                """,
            arguments: [event]
        ).map { ($0[0], $0[1] == "" ? nil : $0[1], $0[2], $0[3]) }
    }

    private func participations(_ condition: String, _ arguments: StatementArguments) throws -> [ParticipationRow] {
        let select = try database.cachedStatement(
            sql: """
                SELECT id, registrationId, event, activity, grp, state, seats, rank, reasonCode, reason, offeredUntil
                FROM participation \(condition)
                """
        )
        return try Row.fetchAll(select, arguments: arguments).map(ParticipationRow.init(row:))
    }
}

extension ParticipationRow {
    fileprivate init(row: Row) throws {
        guard let state = ParticipationState(rawValue: row[5]) else {
            throw RegistryError(.damaged, detail: "participation")
        }
        self.init(
            id: row[0],
            registrationID: row[1],
            event: row[2],
            activity: row[3],
            group: row[4],
            state: state,
            seats: row[6],
            rank: row[7],
            reason: try StoredReason.reason(code: row[8], text: row[9]),
            offeredUntil: (row[10] as Int64?).map(Instant.init(millisecondsSinceEpoch:))
        )
    }
}
