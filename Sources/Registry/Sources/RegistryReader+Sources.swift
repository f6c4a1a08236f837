import FormModel
import Foundation
import GRDB

extension RegistryReader {
    /// Sources that were stored but not read to the end: after a crash they are the work that is left. Parts of mails are
    /// no work of their own; they are closed together with their mail.
    public func unreadSources(limit: Int) throws -> [StoredSource] {
        try sources("WHERE status = 'stored' AND parentId IS NULL ORDER BY id LIMIT ?", [limit])
    }

    /// Sources a person has to look at, because nothing usable was found in them or no event could be told.
    public func sourcesForReview(limit: Int) throws -> [StoredSource] {
        try sources(
            "WHERE status IN ('needsPerson', 'unassigned') AND parentId IS NULL ORDER BY receivedAt, id LIMIT ?",
            [limit]
        )
    }

    public func source(_ id: Int64) throws -> StoredSource? {
        try sources("WHERE id = ?", [id]).first
    }

    /// The bytes of a source that are kept here; nil when they lie in a file.
    func body(ofSource id: Int64) throws -> [UInt8]? {
        let select = try database.cachedStatement(sql: "SELECT bytes FROM sourceBody WHERE sourceId = ?")
        return try Data.fetchOne(select, arguments: [id]).map { [UInt8]($0) }
    }

    public func parts(ofSource id: Int64) throws -> [StoredSource] {
        try sources("WHERE parentId = ? ORDER BY id", [id])
    }

    /// How many top-level sources there are, by status.
    public func sourceCounts() throws -> [StoredSource.Status: Int] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT status, count(*) FROM source WHERE parentId IS NULL GROUP BY status"
        )
        let pairs = rows.compactMap { row in StoredSource.Status(rawValue: row[0]).map { ($0, row[1] as Int) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The registration and source that claimed a key; nil when nobody has.
    public func claim(ofKey key: String) throws -> (source: Int64, registration: Int64?)? {
        let select = try database.cachedStatement(sql: "SELECT sourceId, registrationId FROM intakeKey WHERE key = ?")
        return try Row.fetchOne(select, arguments: [key]).map { ($0[0], $0[1]) }
    }

    /// Keys that belong to a registration, each with the source that claimed it, in the order of the sources.
    public func keys(ofRegistration id: Int64) throws -> [(key: String, source: Int64)] {
        let select = try database.cachedStatement(
            sql: "SELECT key, sourceId FROM intakeKey WHERE registrationId = ? ORDER BY sourceId, key"
        )
        return try Row.fetchAll(select, arguments: [id]).map { ($0[0], $0[1]) }
    }

    private func sources(_ condition: String, _ arguments: StatementArguments) throws -> [StoredSource] {
        let columns = """
            id, sha256, byteCount, name, format, channel, sender, receivedAt, receivedBy, parentId, requestedEvent,
            status, findings
            """
        let select = try database.cachedStatement(sql: "SELECT \(columns) FROM source \(condition)")
        return try Row.fetchAll(select, arguments: arguments).map(StoredSource.init(row:))
    }
}

extension StoredSource {
    fileprivate init(row: Row) throws {
        guard let channel = Channel(rawValue: row[5]), let receivedBy = ReceivedBy(rawValue: row[8]),
            let status = Status(rawValue: row[11])
        else { throw RegistryError(.damaged, detail: "source") }
        id = row[0]
        sha256 = row[1]
        byteCount = row[2]
        name = row[3]
        format = (row[4] as String?).flatMap(SourceFormat.init(rawValue:))
        self.channel = channel
        sender = row[6]
        receivedAt = Instant(millisecondsSinceEpoch: row[7])
        self.receivedBy = receivedBy
        parentID = row[9]
        requestedEvent = row[10]
        self.status = status
        findings = try StoredFindings.findings(from: row[12])
    }
}
