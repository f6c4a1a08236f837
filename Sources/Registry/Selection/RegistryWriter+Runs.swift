public import FormModel
import GRDB

extension RegistryReader {
    public func pendingRun(event: String, activity: String) throws -> RunRow? {
        try runs("WHERE event = ? AND activity = ? AND state = 'pending'", [event, activity]).first
    }

    /// All runs of an event, oldest first.
    public func runs(event: String) throws -> [RunRow] {
        try runs("WHERE event = ? ORDER BY id", [event])
    }

    public func decisions(ofRun id: Int64) throws -> [RunDecision] {
        let select = try database.cachedStatement(
            sql: """
                SELECT d.participationId, r.code, d.outcome, d.rank, d.chance, d.session, d.reasonCode, d.reason
                FROM decision AS d JOIN participation AS p ON p.id = d.participationId
                    JOIN registration AS r ON r.id = p.registrationId
                WHERE d.runId = ? ORDER BY d.outcome = 'ineligible', d.outcome = 'notSelected',
                    d.outcome = 'waitlisted', d.rank, d.participationId
                """
        )
        return try Row.fetchAll(select, arguments: [id]).map { row in
            guard let outcome = Decision.Outcome(rawValue: row[2]),
                let reason = try StoredReason.reason(code: row[6], text: row[7])
            else { throw RegistryError(.damaged, detail: "decision") }
            let decision = Decision(
                id: row[1],
                outcome: outcome,
                rank: row[3],
                chance: row[4],
                session: row[5],
                reason: reason
            )
            return RunDecision(participationID: row[0], decision: decision)
        }
    }

    private func runs(_ condition: String, _ arguments: StatementArguments) throws -> [RunRow] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT id, event, activity, state, method, poolDigest, record, actor, at FROM run \(condition)",
            arguments: arguments
        )
        return try rows.map { row in
            guard let state = RunRow.State(rawValue: row[3]) else { throw RegistryError(.damaged, detail: "run") }
            return RunRow(
                id: row[0],
                event: row[1],
                activity: row[2],
                state: state,
                method: row[4],
                poolDigest: row[5],
                record: row[6],
                actor: row[7],
                at: Instant(millisecondsSinceEpoch: row[8])
            )
        }
    }
}

extension RegistryWriter {
    /// Records a run as pending, and takes the places of everybody it selected; `runPending` when one waits already.
    public func insertRun(
        event: String,
        activity: String,
        method: String,
        poolDigest: String,
        record: String,
        decisions: [RunDecision],
        actor: String,
        at now: Instant
    ) throws -> Int64 {
        guard try reader.pendingRun(event: event, activity: activity) == nil else { throw RegistryError(.runPending) }
        try database.execute(
            sql: """
                INSERT INTO run (event, activity, state, method, poolDigest, record, actor, at)
                VALUES (?, ?, 'pending', ?, ?, ?, ?, ?)
                """,
            arguments: [event, activity, method, poolDigest, record, actor, now.millisecondsSinceEpoch]
        )
        let run = database.lastInsertedRowID
        let byID = Dictionary(
            uniqueKeysWithValues: try reader.participations(event: event, activity: activity).map { ($0.id, $0) }
        )
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO decision (runId, participationId, outcome, rank, chance, session, reasonCode, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        for entry in decisions {
            let decision = entry.decision
            try insert.execute(arguments: [
                run, entry.participationID, decision.outcome.rawValue, decision.rank, decision.chance, decision.session,
                decision.reason.code, StoredReason.text(of: decision.reason),
            ])
            guard decision.outcome == .selected, var participation = byID[entry.participationID] else { continue }
            if let session = decision.session, participation.group != session {
                try assignGroup(session, participation: participation.id)
                participation.group = session
            }
            try holdSeats(for: participation)
        }
        return run
    }

    /// Closes a pending run. Discarding gives back the places it held.
    public func closeRun(_ id: Int64, as state: RunRow.State, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE run SET state = ?, closedAt = ? WHERE id = ? AND state = 'pending'",
            arguments: [state.rawValue, now.millisecondsSinceEpoch, id]
        )
        guard database.changesCount == 1 else { throw RegistryError(.noPendingRun) }
        guard state == .discarded else { return }
        try database.execute(
            sql: """
                DELETE FROM seat WHERE participationId IN (SELECT d.participationId FROM decision AS d
                    JOIN participation AS p ON p.id = d.participationId
                    WHERE d.runId = ? AND d.outcome = 'selected' AND p.state NOT IN ('offered', 'confirmed'))
                """,
            arguments: [id]
        )
    }
}
