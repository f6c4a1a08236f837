public import FormModel
import GRDB

/// An address of another program that is told of changes, line by line of the journal.
public struct WebhookRow: Hashable, Sendable {
    public let id: Int64
    public var address: String
    /// Signs what is sent.
    public var secret: String
    public var isActive: Bool
    /// The last line of the journal that the other side took.
    public var sentUpTo: Int64
    /// Attempts in a row that failed.
    public var failures: Int
    public var nextAt: Instant
    public var lastStatus: Int?
}

extension RegistryReader {
    public func webhooks() throws -> [WebhookRow] {
        let columns = "id, address, secret, isActive, sentUpTo, failures, nextAt, lastStatus"
        return try Row.fetchAll(database, sql: "SELECT \(columns) FROM webhook ORDER BY id").map { row in
            WebhookRow(
                id: row[0],
                address: row[1],
                secret: row[2],
                isActive: row[3],
                sentUpTo: row[4],
                failures: row[5],
                nextAt: Instant(millisecondsSinceEpoch: row[6]),
                lastStatus: row[7]
            )
        }
    }
}

extension RegistryWriter {
    /// A new one hears of what comes from now on, not of the past.
    public func addWebhook(address: String, secret: String, madeBy: String, at now: Instant) throws {
        try database.execute(
            sql: """
                INSERT INTO webhook (address, secret, sentUpTo, madeBy, createdAt)
                VALUES (?, ?, (SELECT coalesce(max(number), 0) FROM journal), ?, ?)
                """,
            arguments: [address, secret, madeBy, now.millisecondsSinceEpoch]
        )
    }

    public func removeWebhook(_ id: Int64) throws {
        try database.execute(sql: "DELETE FROM webhook WHERE id = ?", arguments: [id])
    }

    /// Writes down how the other side answered.
    public func setWebhook(_ webhook: WebhookRow) throws {
        try database.execute(
            sql: """
                UPDATE webhook SET isActive = ?, sentUpTo = ?, failures = ?, nextAt = ?, lastStatus = ? WHERE id = ?
                """,
            arguments: [
                webhook.isActive, webhook.sentUpTo, webhook.failures, webhook.nextAt.millisecondsSinceEpoch,
                webhook.lastStatus, webhook.id,
            ]
        )
    }
}
