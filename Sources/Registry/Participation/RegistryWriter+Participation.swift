public import FormModel
import GRDB

extension RegistryWriter {
    /// Changes a participation's state by the one function that owns all transitions, taking or giving back its places.
    ///
    /// In this order: the places are taken (`overbooked` when there are not enough), the state is written, places that
    /// are no longer needed are given back. Returns the new state.
    @discardableResult
    public func changeState(
        ofParticipation participation: ParticipationRow,
        by action: StateTransition.ParticipationAction,
        rank: Int? = nil,
        reason: DecisionReason? = nil,
        offeredUntil: Instant? = nil,
        at now: Instant
    ) throws -> ParticipationState {
        let next = try StateTransition.next(participation.state, after: action)
        if next.counts { try holdSeats(for: participation) }
        let update = try database.cachedStatement(
            sql: """
                UPDATE participation SET state = ?, rank = ?, reasonCode = coalesce(?, reasonCode),
                    reason = coalesce(?, reason), offeredUntil = ?, changedAt = ? WHERE id = ?
                """
        )
        try update.execute(arguments: [
            next.rawValue, rank, reason?.code, reason.map(StoredReason.text(of:)),
            offeredUntil?.millisecondsSinceEpoch, now.millisecondsSinceEpoch, participation.id,
        ])
        if !next.counts { try releaseSeats(of: participation.id) }
        return next
    }

    /// Takes the places of a participation, in the activity and in its group; those it holds already stay its own.
    public func holdSeats(for participation: ParticipationRow) throws {
        try hold(participation, group: "")
        if let group = participation.group { try hold(participation, group: group) }
    }

    private func hold(_ participation: ParticipationRow, group: String) throws {
        let key: StatementArguments = [participation.event, participation.activity, group]
        guard
            let capacity = try Int.fetchOne(
                database.cachedStatement(
                    sql: "SELECT seats FROM capacity WHERE event = ? AND activity = ? AND grp = ?"
                ),
                arguments: key
            )
        else { return }
        let taken = try Row.fetchAll(
            database.cachedStatement(
                sql:
                    "SELECT number, participationId FROM seat WHERE event = ? AND activity = ? AND grp = ? ORDER BY number"
            ),
            arguments: key
        )
        var missing = participation.seats - taken.count { $0[1] == participation.id }
        guard missing > 0 else { return }
        let used = Set(taken.map { $0[0] as Int })
        let insert = try database.cachedStatement(
            sql: "INSERT INTO seat (event, activity, grp, number, participationId) VALUES (?, ?, ?, ?, ?)"
        )
        var number = 1
        while missing > 0 {
            guard number <= capacity else { throw RegistryError(.overbooked) }
            if !used.contains(number) {
                try insert.execute(arguments: key + [number, participation.id])
                missing -= 1
            }
            number += 1
        }
    }

    /// Notes how a place is to be given before anything is decided; the selection that follows reads it.
    public func note(_ reason: DecisionReason, ofParticipation id: Int64) throws {
        try database.execute(
            sql:
                "UPDATE participation SET reasonCode = ?, reason = ? WHERE id = ? AND state IN ('applied', 'waitlisted')",
            arguments: [reason.code, StoredReason.text(of: reason), id]
        )
    }

    public func releaseSeats(of participation: Int64) throws {
        let delete = try database.cachedStatement(sql: "DELETE FROM seat WHERE participationId = ?")
        try delete.execute(arguments: [participation])
    }

    /// Puts a participation into a group before its places are taken.
    public func assignGroup(_ group: String?, participation: Int64) throws {
        try database.execute(
            sql: "UPDATE participation SET grp = ? WHERE id = ?",
            arguments: [group, participation]
        )
    }
}
