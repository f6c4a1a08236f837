import GRDB

extension RegistryReader {
    /// The signed lists of a session, in the order in which they came.
    public func signedLists(event: String, activity: String, session: String) throws -> [StoredSource] {
        let sql = "SELECT sourceId FROM signedList WHERE event = ? AND activity = ? AND session = ? ORDER BY sourceId"
        let ids = try Int64.fetchAll(database, sql: sql, arguments: [event, activity, session])
        return try ids.compactMap { try source($0) }
    }
}

extension RegistryWriter {
    /// Notes that a source is the signed list of a session; noting it again changes nothing.
    public func addSignedList(_ source: Int64, event: String, activity: String, session: String) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO signedList (sourceId, event, activity, session) VALUES (?, ?, ?, ?)",
            arguments: [source, event, activity, session]
        )
    }
}
