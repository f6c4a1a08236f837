public import FormModel
import Foundation
import GRDB

extension RegistryWriter {
    /// Adds an account; throws `stateRefused` when the login is taken.
    public func addAccount(
        login: String,
        name: String,
        role: StaffRole,
        password: String,
        language: InterfaceLanguage,
        at now: Instant
    ) throws -> Int64 {
        guard try reader.account(login: login) == nil else { throw RegistryError(.stateRefused, detail: "login taken") }
        try database.execute(
            sql: """
                INSERT INTO account (login, name, role, password, language, createdAt) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [login, name, role.rawValue, password, language.rawValue, now.millisecondsSinceEpoch]
        )
        return database.lastInsertedRowID
    }

    /// Sets or takes away the authenticator; every session of the account ends, since its rights changed.
    public func setSecondFactor(_ account: Int64, secret: [UInt8]?) throws {
        try database.execute(
            sql: "UPDATE account SET totpSecret = ?, totpLastStep = 0 WHERE id = ?",
            arguments: [secret.map { Data($0) }, account]
        )
        try endSessions(ofAccount: account)
    }

    /// Notes the step of a code that was used, so that nobody uses it a second time.
    public func useSecondFactor(_ account: Int64, step: Int64) throws {
        try database.execute(sql: "UPDATE account SET totpLastStep = ? WHERE id = ?", arguments: [step, account])
    }

    /// Changes what somebody may do; their sessions end.
    public func setAccount(_ id: Int64, role: StaffRole, isActive: Bool) throws {
        try database.execute(
            sql: "UPDATE account SET role = ?, isActive = ? WHERE id = ?",
            arguments: [role.rawValue, isActive, id]
        )
        try endSessions(ofAccount: id)
    }

    // MARK: Invitations

    /// Keeps the digest of a link by which one person makes an account.
    public func addInvitation(token: String, role: StaffRole, madeBy: String, expiresAt: Instant) throws {
        try database.execute(
            sql: "INSERT INTO invitation (digest, role, madeBy, expiresAt) VALUES (?, ?, ?, ?)",
            arguments: [Data(SecretDigest.of(token)), role.rawValue, madeBy, expiresAt.millisecondsSinceEpoch]
        )
    }

    /// Uses an invitation up; false when it was used or is over.
    public func useInvitation(_ token: String, account: Int64, at now: Instant) throws -> Bool {
        try database.execute(
            sql: "UPDATE invitation SET usedBy = ? WHERE digest = ? AND usedBy IS NULL AND expiresAt >= ?",
            arguments: [account, Data(SecretDigest.of(token)), now.millisecondsSinceEpoch]
        )
        return database.changesCount == 1
    }

    /// Takes back invitations nobody used: a new set-up link makes the one before worthless.
    public func removeUnusedInvitations(madeBy: String) throws {
        try database.execute(sql: "DELETE FROM invitation WHERE usedBy IS NULL AND madeBy = ?", arguments: [madeBy])
    }

    // MARK: Sessions

    /// Starts a session; only its digest is kept.
    public func startSession(token: String, account: Int64, hasSecondFactor: Bool, at now: Instant) throws {
        try database.execute(
            sql: """
                INSERT INTO session (digest, accountId, startedAt, seenAt, hasSecondFactor) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                Data(SecretDigest.of(token)), account, now.millisecondsSinceEpoch, now.millisecondsSinceEpoch,
                hasSecondFactor,
            ]
        )
    }

    /// Notes that a session is in use.
    public func touchSession(_ token: String, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE session SET seenAt = ? WHERE digest = ?",
            arguments: [now.millisecondsSinceEpoch, Data(SecretDigest.of(token))]
        )
    }

    /// Ends a session here, whatever the browser still sends.
    public func endSession(_ token: String) throws {
        try database.execute(
            sql: "DELETE FROM session WHERE digest = ?",
            arguments: [Data(SecretDigest.of(token))]
        )
    }

    private func endSessions(ofAccount id: Int64) throws {
        try database.execute(sql: "DELETE FROM session WHERE accountId = ?", arguments: [id])
    }

    // MARK: Failed attempts

    /// Counts a failed sign-in for a key (a login, an address).
    public func countFailure(_ key: String, at now: Instant) throws {
        try database.execute(
            sql: """
                INSERT INTO loginThrottle (key, failures, lastAt) VALUES (?, 1, ?)
                ON CONFLICT (key) DO UPDATE SET failures = failures + 1, lastAt = excluded.lastAt
                """,
            arguments: [key, now.millisecondsSinceEpoch]
        )
    }

    /// Forgets the failures of a key after a success.
    public func clearFailures(_ key: String) throws {
        try database.execute(sql: "DELETE FROM loginThrottle WHERE key = ?", arguments: [key])
    }
}
