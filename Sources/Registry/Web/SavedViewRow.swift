public import FormModel
import GRDB

/// Something that staff keep under a name: a filtered list, the definition of an export.
public struct SavedViewRow: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case list, export
    }

    public let id: Int64
    public var kind: Kind
    public var name: String
    /// Known to whoever keeps it: an address, a posted form.
    public var content: String
    public var madeBy: String
}

extension RegistryReader {
    public func savedViews(_ kind: SavedViewRow.Kind) throws -> [SavedViewRow] {
        let sql = "SELECT id, name, content, madeBy FROM savedView WHERE kind = ? ORDER BY name"
        return try Row.fetchAll(database, sql: sql, arguments: [kind.rawValue]).map {
            SavedViewRow(id: $0[0], kind: kind, name: $0[1], content: $0[2], madeBy: $0[3])
        }
    }
}

extension RegistryReader {
    /// Whether a number that must be used once only was used.
    public func isNonceUsed(_ nonce: String) throws -> Bool {
        try Int.fetchOne(database, sql: "SELECT 1 FROM usedNonce WHERE nonce = ?", arguments: [nonce]) != nil
    }
}

extension RegistryWriter {
    /// Keeps a view; the same name again replaces it.
    public func saveView(
        _ kind: SavedViewRow.Kind,
        name: String,
        content: String,
        madeBy: String,
        at now: Instant
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO savedView (kind, name, content, madeBy, madeAt) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (kind, name) DO UPDATE SET content = excluded.content, madeBy = excluded.madeBy,
                    madeAt = excluded.madeAt
                """,
            arguments: [kind.rawValue, name, content, madeBy, now.millisecondsSinceEpoch]
        )
    }

    public func removeView(_ id: Int64) throws {
        try database.execute(sql: "DELETE FROM savedView WHERE id = ?", arguments: [id])
    }

    /// Takes a number that must be used once only; false when it was used before.
    public func useNonce(_ nonce: String, at now: Instant) throws -> Bool {
        try database.execute(
            sql: "INSERT OR IGNORE INTO usedNonce (nonce, at) VALUES (?, ?)",
            arguments: [nonce, now.millisecondsSinceEpoch]
        )
        return database.changesCount > 0
    }
}
