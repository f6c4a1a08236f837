public import FormModel
import Foundation
import GRDB

/// A key by which another program works here.
public struct ProgramKeyRow: Hashable, Sendable {
    public let id: Int64
    public var name: String
    public var role: StaffRole
    public var createdAt: Instant
    public var revokedAt: Instant?
}

extension RegistryWriter {
    /// Keeps the digest of a new key; the key itself is shown once and never again.
    public func addProgramKey(token: String, name: String, role: StaffRole, madeBy: String, at now: Instant) throws {
        try database.execute(
            sql: "INSERT INTO apiKey (digest, name, role, madeBy, createdAt) VALUES (?, ?, ?, ?, ?)",
            arguments: [Data(SecretDigest.of(token)), name, role.rawValue, madeBy, now.millisecondsSinceEpoch]
        )
    }

    /// Makes a key worthless from now on.
    public func revokeProgramKey(_ id: Int64, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE apiKey SET revokedAt = ? WHERE id = ? AND revokedAt IS NULL",
            arguments: [now.millisecondsSinceEpoch, id]
        )
    }
}

extension RegistryReader {
    /// The key of a token, if it is known and not revoked.
    public func programKey(_ untrustedToken: String) throws -> ProgramKeyRow? {
        try Row.fetchOne(
            database,
            sql: "SELECT id, name, role, createdAt, revokedAt FROM apiKey WHERE digest = ? AND revokedAt IS NULL",
            arguments: [Data(SecretDigest.of(untrustedToken))]
        ).flatMap(Self.programKey(from:))
    }

    /// All keys, the newest first.
    public func programKeys() throws -> [ProgramKeyRow] {
        try Row.fetchAll(
            database,
            sql: "SELECT id, name, role, createdAt, revokedAt FROM apiKey ORDER BY id DESC"
        ).compactMap(Self.programKey(from:))
    }

    private static func programKey(from row: Row) -> ProgramKeyRow? {
        StaffRole(rawValue: row[2]).map { role in
            ProgramKeyRow(
                id: row[0],
                name: row[1],
                role: role,
                createdAt: Instant(millisecondsSinceEpoch: row[3]),
                revokedAt: (row[4] as Int64?).map(Instant.init(millisecondsSinceEpoch:))
            )
        }
    }
}
