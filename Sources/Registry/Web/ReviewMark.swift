public import FormModel
import GRDB

extension RegistryReader {
    /// What the first of two people found, by field.
    public func reviewMarks(ofRegistration id: Int64) throws -> [String: (login: String, value: String)] {
        let sql = "SELECT field, login, value FROM reviewMark WHERE registrationId = ?"
        let pairs = try Row.fetchAll(database, sql: sql, arguments: [id]).map { row in
            (row[0] as String, (login: row[1] as String, value: row[2] as String))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

extension RegistryWriter {
    /// Notes what somebody found; the second one's finding replaces the first one's where they differ.
    public func setReviewMark(
        _ registration: Int64,
        field: String,
        login: String,
        value: String,
        at now: Instant
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO reviewMark (registrationId, field, login, value, at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (registrationId, field) DO UPDATE SET login = excluded.login, value = excluded.value,
                    at = excluded.at
                """,
            arguments: [registration, field, login, value, now.millisecondsSinceEpoch]
        )
    }

    public func removeReviewMark(_ registration: Int64, field: String) throws {
        try database.execute(
            sql: "DELETE FROM reviewMark WHERE registrationId = ? AND field = ?",
            arguments: [registration, field]
        )
    }
}
