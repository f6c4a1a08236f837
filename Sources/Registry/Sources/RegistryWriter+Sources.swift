public import FormModel
import Foundation
import GRDB

extension RegistryWriter {
    /// Records a source, or returns the row that holds the same bytes already (`isNew` false).
    public func recordSource(_ source: NewSource, at now: Instant) throws -> (id: Int64, isNew: Bool) {
        let known =
            if let parentID = source.parentID {
                try Int64.fetchOne(
                    database.cachedStatement(sql: "SELECT id FROM source WHERE sha256 = ? AND parentId = ?"),
                    arguments: [source.sha256, parentID]
                )
            } else {
                try Int64.fetchOne(
                    database.cachedStatement(sql: "SELECT id FROM source WHERE sha256 = ? AND parentId IS NULL"),
                    arguments: [source.sha256]
                )
            }
        if let known { return (known, false) }
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO source (sha256, byteCount, name, format, channel, receivedAt, receivedBy, storedAt,
                    parentId, requestedEvent, status)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'stored')
                """
        )
        try insert.execute(arguments: [
            source.sha256, source.byteCount, source.name, source.format?.rawValue, source.channel.rawValue,
            source.receivedAt.millisecondsSinceEpoch, source.receivedBy.rawValue, now.millisecondsSinceEpoch,
            source.parentID, source.requestedEvent,
        ])
        return (database.lastInsertedRowID, true)
    }

    /// Keeps the bytes of a small source here and not as a file: durable with everything else of this transaction.
    public func keepBody(_ bytes: [UInt8], ofSource id: Int64) throws {
        let insert = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO sourceBody (sourceId, bytes) VALUES (?, ?)"
        )
        try insert.execute(arguments: [id, Data(bytes)])
    }

    /// Notes what became of a source.
    public func closeSource(
        _ id: Int64,
        status: StoredSource.Status,
        format: SourceFormat? = nil,
        sender: String? = nil,
        receivedAt: Instant? = nil,
        receivedBy: StoredSource.ReceivedBy? = nil,
        findings: [Finding] = []
    ) throws {
        let update = try database.cachedStatement(
            sql: """
                UPDATE source SET status = ?, format = coalesce(?, format), sender = coalesce(?, sender),
                    receivedAt = coalesce(?, receivedAt), receivedBy = coalesce(?, receivedBy), findings = ?
                WHERE id = ?
                """
        )
        try update.execute(arguments: [
            status.rawValue, format?.rawValue, sender, receivedAt?.millisecondsSinceEpoch, receivedBy?.rawValue,
            StoredFindings.text(of: findings), id,
        ])
    }

    /// Names the event of a source and puts it back to be read again: a person has told where it belongs.
    public func reopenSource(_ id: Int64, event: String) throws {
        try database.execute(
            sql: """
                UPDATE source SET requestedEvent = ?, status = 'stored'
                WHERE id = ? AND status IN ('unassigned', 'needsPerson')
                """,
            arguments: [event, id]
        )
        guard database.changesCount == 1 else { throw RegistryError(.unknownSource) }
        try database.execute(
            sql: "DELETE FROM intakeKey WHERE sourceId = ? AND registrationId IS NULL",
            arguments: [id]
        )
    }

    /// Claims a key (`mid:…`, `sha:…`, `row:…`) for a source; false when it was taken before: then this is a repetition.
    public func claimKey(_ key: String, source: Int64, registration: Int64?) throws -> Bool {
        let insert = try database.cachedStatement(
            sql: "INSERT OR IGNORE INTO intakeKey (key, sourceId, registrationId) VALUES (?, ?, ?)"
        )
        try insert.execute(arguments: [key, source, registration])
        return database.changesCount == 1
    }
}
