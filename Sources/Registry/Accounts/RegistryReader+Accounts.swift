public import FormModel
import Foundation
import GRDB

extension RegistryReader {
    private static let accountColumns =
        "id, login, name, role, language, totpSecret IS NOT NULL, isActive, createdAt"

    /// Everybody who may sign in or once could, in order of their names.
    public func accounts() throws -> [AccountRow] {
        try Row.fetchAll(database, sql: "SELECT \(Self.accountColumns) FROM account ORDER BY name, id")
            .map { try Self.account($0) }
    }

    public func accountCount() throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM account") ?? 0
    }

    public func account(login: String) throws -> AccountRow? {
        try Row.fetchOne(
            database,
            sql: "SELECT \(Self.accountColumns) FROM account WHERE login = ?",
            arguments: [login]
        ).map { try Self.account($0) }
    }

    /// What a sign-in is checked against.
    public func secret(ofAccount id: Int64) throws -> AccountSecret? {
        try Row.fetchOne(
            database,
            sql: "SELECT password, totpSecret, totpLastStep FROM account WHERE id = ?",
            arguments: [id]
        ).map { row in
            AccountSecret(
                password: row[0],
                totpSecret: (row[1] as Data?).map { [UInt8]($0) },
                totpLastStep: row[2]
            )
        }
    }

    /// The role an invitation gives; nil when it is unknown, used or over.
    public func role(ofInvitation untrustedToken: String, at now: Instant) throws -> StaffRole? {
        let text = try String.fetchOne(
            database,
            sql: "SELECT role FROM invitation WHERE digest = ? AND usedBy IS NULL AND expiresAt >= ?",
            arguments: [Data(SecretDigest.of(untrustedToken)), now.millisecondsSinceEpoch]
        )
        return text.flatMap(StaffRole.init(rawValue:))
    }

    /// The session of a token with its account, whatever its age; of active accounts only.
    public func session(_ untrustedToken: String) throws -> SessionRow? {
        let columns = Self.accountColumns.split(separator: ", ").map { "a." + $0 }.joined(separator: ", ")
        return try Row.fetchOne(
            database,
            sql: """
                SELECT \(columns), s.startedAt, s.seenAt FROM session AS s JOIN account AS a ON a.id = s.accountId
                WHERE s.digest = ? AND a.isActive = 1
                """,
            arguments: [Data(SecretDigest.of(untrustedToken))]
        ).map { row in
            SessionRow(
                account: try Self.account(row),
                startedAt: Instant(millisecondsSinceEpoch: row[8]),
                seenAt: Instant(millisecondsSinceEpoch: row[9])
            )
        }
    }

    /// Failed sign-ins of a key and when the last one was.
    public func failures(_ key: String) throws -> (count: Int, lastAt: Instant)? {
        try Row.fetchOne(database, sql: "SELECT failures, lastAt FROM loginThrottle WHERE key = ?", arguments: [key])
            .map { ($0[0], Instant(millisecondsSinceEpoch: $0[1])) }
    }

    private static func account(_ row: Row) throws -> AccountRow {
        guard let role = StaffRole(rawValue: row[3]), let language = InterfaceLanguage(rawValue: row[4]) else {
            throw RegistryError(.damaged, detail: "account")
        }
        return AccountRow(
            id: row[0],
            login: row[1],
            name: row[2],
            role: role,
            language: language,
            hasSecondFactor: row[5],
            isActive: row[6],
            createdAt: Instant(millisecondsSinceEpoch: row[7])
        )
    }
}
