public import FormModel
import GRDB

extension RegistryReader {
    /// Lines of the journal after a number, oldest first.
    public func journal(after number: Int64, limit: Int) throws -> [JournalEntry] {
        try journal("WHERE number > ? ORDER BY number LIMIT ?", [number, limit])
    }

    /// Lines of the journal, newest first, before a number where one is given; of one event or one registration.
    public func journalPage(
        event: String? = nil,
        code: String? = nil,
        before number: Int64? = nil,
        limit: Int
    ) throws -> [JournalEntry] {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        if let event {
            conditions.append("event = ?")
            arguments += [event]
        }
        if let code {
            conditions.append("code = ?")
            arguments += [code]
        }
        if let number {
            conditions.append("number < ?")
            arguments += [number]
        }
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        return try journal("\(filter) ORDER BY number DESC LIMIT ?", arguments + [limit])
    }

    private func journal(_ condition: String, _ arguments: StatementArguments) throws -> [JournalEntry] {
        let columns = "number, at, actor, action, event, code, details"
        let rows = try Row.fetchAll(database, sql: "SELECT \(columns) FROM journal \(condition)", arguments: arguments)
        return try rows.map(Self.entry(from:))
    }

    /// The newest documents of an event, with the code of whom each is for.
    public func documents(event: String, limit: Int) throws -> [ListedDocument] {
        let sql = """
            SELECT d.id, d.kind, d.language, d.file, d.sha256, d.at, d.activity, r.code, r.name, d.event
            FROM document AS d LEFT JOIN registration AS r ON r.id = d.registrationId
            WHERE d.event = ? ORDER BY d.id DESC LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: [event, limit]).map(Self.listed)
    }

    /// One document by its number.
    public func document(_ id: Int64) throws -> ListedDocument? {
        let sql = """
            SELECT d.id, d.kind, d.language, d.file, d.sha256, d.at, d.activity, r.code, r.name, d.event
            FROM document AS d LEFT JOIN registration AS r ON r.id = d.registrationId WHERE d.id = ?
            """
        return try Row.fetchOne(database, sql: sql, arguments: [id]).map(Self.listed)
    }

    private static func listed(_ row: Row) throws -> ListedDocument {
        guard let kind = DocumentKind(rawValue: row[1]), let language = InterfaceLanguage(rawValue: row[2]) else {
            throw RegistryError(.damaged, detail: "document")
        }
        return ListedDocument(
            id: row[0],
            kind: kind,
            language: language,
            file: row[3],
            sha256: row[4],
            at: Instant(millisecondsSinceEpoch: row[5]),
            activity: row[6],
            code: row[7],
            name: row[8],
            event: row[9]
        )
    }

    /// Mails that wait in the outbox.
    public func waitingMessageCount() throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM message WHERE writtenAt IS NULL") ?? 0
    }

    public func lastMessageID() throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT coalesce(max(id), 0) FROM message") ?? 0
    }
}

/// A document as a line of a list.
public struct ListedDocument: Hashable, Sendable {
    public let id: Int64
    public var kind: DocumentKind
    public var language: InterfaceLanguage
    /// Relative to the workspace.
    public var file: String
    public var sha256: String
    public var at: Instant
    public var activity: String?
    /// Nil for lists.
    public var code: String?
    public var name: String?
    public var event: String
}
