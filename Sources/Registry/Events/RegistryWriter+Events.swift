import Crypto
public import FormModel
import GRDB

extension RegistryWriter {
    /// Keeps this version of the event's file for ever, so that registrations made under it stay readable; returns its
    /// id. The same text is kept once.
    public func recordEventVersion(slug: String, yaml: String, at now: Instant) throws -> Int64 {
        let digest = Hex.text(SHA256.hash(data: Array(yaml.utf8)))
        if let known = try Int64.fetchOne(
            database,
            sql: "SELECT id FROM eventVersion WHERE slug = ? AND sha256 = ?",
            arguments: [slug, digest]
        ) {
            return known
        }
        try database.execute(
            sql: "INSERT INTO eventVersion (slug, sha256, definition, firstUsedAt) VALUES (?, ?, ?, ?)",
            arguments: [slug, digest, yaml, now.millisecondsSinceEpoch]
        )
        return database.lastInsertedRowID
    }

    /// Sets how many places an activity or group has; fails with `overbooked` when more are taken already.
    public func setCapacity(event: String, activity: String, group: String? = nil, seats: Int) throws {
        try database.execute(
            sql: """
                INSERT INTO capacity (event, activity, grp, seats) VALUES (?, ?, ?, ?)
                ON CONFLICT (event, activity, grp) DO UPDATE SET seats = excluded.seats WHERE seats <> excluded.seats
                """,
            arguments: [event, activity, group ?? "", seats]
        )
    }
}

extension RegistryReader {
    /// The event's file as it was when a registration was made.
    public func eventVersion(_ id: Int64) throws -> String? {
        try String.fetchOne(database, sql: "SELECT definition FROM eventVersion WHERE id = ?", arguments: [id])
    }

    /// Slugs of all events that have registrations, with their number.
    public func eventCounts() throws -> [(slug: String, count: Int)] {
        try Row.fetchAll(database, sql: "SELECT event, count(*) FROM registration GROUP BY event ORDER BY event")
            .map { ($0[0], $0[1]) }
    }
}
