public import FormModel
import GRDB

/// A generated file, with what made it.
public struct DocumentRow: Hashable, Sendable {
    public var event: String
    public var activity: String?
    public var registrationID: Int64?
    public var kind: DocumentKind
    public var language: InterfaceLanguage
    /// Relative to the workspace.
    public var file: String
    public var sha256: String
    /// SHA-256 of the template.
    public var templateDigest: String
    /// Short JSON object: session, status, run; no answers.
    public var parameters: String

    public init(
        event: String,
        activity: String?,
        registrationID: Int64?,
        kind: DocumentKind,
        language: InterfaceLanguage,
        file: String,
        sha256: String,
        templateDigest: String,
        parameters: String
    ) {
        self.event = event
        self.activity = activity
        self.registrationID = registrationID
        self.kind = kind
        self.language = language
        self.file = file
        self.sha256 = sha256
        self.templateDigest = templateDigest
        self.parameters = parameters
    }
}

/// An outgoing mail in the outbox.
public struct MessageRow: Hashable, Sendable {
    public let id: Int64
    public var registrationID: Int64
    public var code: String
    public var event: String
    public var kind: String
    public var language: InterfaceLanguage
    public var recipient: String
    public var subject: String
    public var body: String
    /// Without angle brackets; fixed when the message is queued, so that sending it twice is seen by every mailbox.
    public var messageID: String
    public var createdAt: Instant
    public var writtenAt: Instant?
}

extension RegistryWriter {
    public func recordDocument(_ document: DocumentRow, actor: String, at now: Instant) throws {
        try database.execute(
            sql: """
                INSERT INTO document (event, activity, registrationId, kind, language, file, sha256, templateDigest,
                    parameters, actor, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                document.event, document.activity, document.registrationID, document.kind.rawValue,
                document.language.rawValue, document.file, document.sha256, document.templateDigest,
                document.parameters, actor, now.millisecondsSinceEpoch,
            ]
        )
    }

    /// Puts a mail into the outbox, in the transaction that made it necessary.
    public func queueMessage(
        registration: Int64,
        event: String,
        kind: String,
        language: InterfaceLanguage,
        recipient: String,
        subject: String,
        body: String,
        messageID: String,
        at now: Instant
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO message (registrationId, event, kind, language, recipient, subject, body, messageId,
                    createdAt)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                registration, event, kind, language.rawValue, recipient, subject, body, messageID,
                now.millisecondsSinceEpoch,
            ]
        )
    }

    public func markMessageWritten(_ id: Int64, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE message SET writtenAt = ? WHERE id = ?",
            arguments: [now.millisecondsSinceEpoch, id]
        )
    }
}

extension RegistryReader {
    /// Mails that wait to be written, oldest first, those after a certain one.
    public func waitingMessages(after id: Int64 = 0, limit: Int) throws -> [MessageRow] {
        try messages("WHERE m.writtenAt IS NULL AND m.id > ? ORDER BY m.id LIMIT ?", [id, limit])
    }

    public func messages(ofRegistration id: Int64) throws -> [MessageRow] {
        try messages("WHERE m.registrationId = ? ORDER BY m.id", [id])
    }

    private func messages(_ condition: String, _ arguments: StatementArguments) throws -> [MessageRow] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT m.id, m.registrationId, r.code, m.event, m.kind, m.language, m.recipient, m.subject, m.body,
                    m.messageId, m.createdAt, m.writtenAt
                FROM message AS m JOIN registration AS r ON r.id = m.registrationId \(condition)
                """,
            arguments: arguments
        )
        return try rows.map { row in
            guard let language = InterfaceLanguage(rawValue: row[5]) else {
                throw RegistryError(.damaged, detail: "message")
            }
            return MessageRow(
                id: row[0],
                registrationID: row[1],
                code: row[2],
                event: row[3],
                kind: row[4],
                language: language,
                recipient: row[6],
                subject: row[7],
                body: row[8],
                messageID: row[9],
                createdAt: Instant(millisecondsSinceEpoch: row[10]),
                writtenAt: (row[11] as Int64?).map(Instant.init(millisecondsSinceEpoch:))
            )
        }
    }

    /// The highest number given out in the register of certificates of an event; 0 when there is none.
    public func lastRegisterNumber(event: String) throws -> Int {
        try Int.fetchOne(
            database,
            sql: """
                SELECT coalesce(max(json_extract(parameters, '$.number')), 0) FROM document
                WHERE event = ? AND kind = 'certificate'
                """,
            arguments: [event]
        ) ?? 0
    }

    /// The register number somebody's certificate got when it was first written.
    public func registerNumber(registration: Int64, activity: String) throws -> Int? {
        try Int.fetchOne(
            database,
            sql: """
                SELECT json_extract(parameters, '$.number') FROM document
                WHERE registrationId = ? AND activity = ? AND kind = 'certificate' ORDER BY id LIMIT 1
                """,
            arguments: [registration, activity]
        )
    }

    public func documents(ofRegistration id: Int64) throws -> [DocumentRow] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT event, activity, registrationId, kind, language, file, sha256, templateDigest, parameters
                FROM document WHERE registrationId = ? ORDER BY id
                """,
            arguments: [id]
        )
        return try rows.map { row in
            guard let kind = DocumentKind(rawValue: row[3]), let language = InterfaceLanguage(rawValue: row[4]) else {
                throw RegistryError(.damaged, detail: "document")
            }
            return DocumentRow(
                event: row[0],
                activity: row[1],
                registrationID: row[2],
                kind: kind,
                language: language,
                file: row[5],
                sha256: row[6],
                templateDigest: row[7],
                parameters: row[8]
            )
        }
    }
}
