public import FormModel
import GRDB

/// Work that is done in the background while people go on: what, for whom, how far.
public struct JobRow: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable {
        case queued, running, done, failed

        public var hasEnded: Bool { self == .done || self == .failed }
    }

    public let id: Int64
    /// Known to whoever does the work.
    public var kind: String
    /// JSON.
    public var parameters: String
    public var state: State
    public var done: Int
    /// 0 while nobody knows.
    public var total: Int
    /// JSON, once ended.
    public var result: String
    /// Who ordered it.
    public var actor: String
    public var createdAt: Instant
    public var endedAt: Instant?
}

extension RegistryReader {
    /// One job; nil for a number that nobody gave out.
    public func job(_ id: Int64) throws -> JobRow? {
        try jobs("WHERE id = ?", [id]).first
    }

    /// The newest jobs.
    public func jobs(limit: Int) throws -> [JobRow] {
        try jobs("ORDER BY id DESC LIMIT ?", [limit])
    }

    fileprivate func jobs(_ condition: String, _ arguments: StatementArguments) throws -> [JobRow] {
        let columns = "id, kind, parameters, state, done, total, result, actor, createdAt, endedAt"
        let rows = try Row.fetchAll(database, sql: "SELECT \(columns) FROM job \(condition)", arguments: arguments)
        return try rows.map { row in
            guard let state = JobRow.State(rawValue: row[3]) else { throw RegistryError(.damaged, detail: "job") }
            return JobRow(
                id: row[0],
                kind: row[1],
                parameters: row[2],
                state: state,
                done: row[4],
                total: row[5],
                result: row[6],
                actor: row[7],
                createdAt: Instant(millisecondsSinceEpoch: row[8]),
                endedAt: (row[9] as Int64?).map(Instant.init(millisecondsSinceEpoch:))
            )
        }
    }
}

extension RegistryWriter {
    /// Puts work into the queue; gives its number.
    public func addJob(kind: String, parameters: String, actor: String, at now: Instant) throws -> Int64 {
        try database.execute(
            sql: "INSERT INTO job (kind, parameters, state, actor, createdAt) VALUES (?, ?, 'queued', ?, ?)",
            arguments: [kind, parameters, actor, now.millisecondsSinceEpoch]
        )
        return database.lastInsertedRowID
    }

    /// The oldest job that waits, marked as running.
    public func startNextJob() throws -> JobRow? {
        let id = try Int64.fetchOne(database, sql: "SELECT id FROM job WHERE state = 'queued' ORDER BY id LIMIT 1")
        guard let id else { return nil }
        try database.execute(sql: "UPDATE job SET state = 'running' WHERE id = ?", arguments: [id])
        return try reader.job(id)
    }

    public func setJobProgress(_ id: Int64, done: Int, total: Int) throws {
        try database.execute(
            sql: "UPDATE job SET done = ?, total = ? WHERE id = ?",
            arguments: [done, total, id]
        )
    }

    public func endJob(_ id: Int64, as state: JobRow.State, result: String, at now: Instant) throws {
        try database.execute(
            sql: "UPDATE job SET state = ?, result = ?, endedAt = ? WHERE id = ?",
            arguments: [state.rawValue, result, now.millisecondsSinceEpoch, id]
        )
    }

    /// Puts work that was cut off back into the queue; to be called before any work begins. Returns how many.
    public func requeueJobs() throws -> Int {
        try database.execute(sql: "UPDATE job SET state = 'queued', done = 0 WHERE state = 'running'")
        return database.changesCount
    }
}
