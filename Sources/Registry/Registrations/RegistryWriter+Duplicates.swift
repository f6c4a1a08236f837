import FormModel
import GRDB

extension RegistryReader {
    /// The earliest living registration of the event that shares one of the keys; nil when there is none.
    /// `other` and what a person separated from it are left out.
    public func suspect(event: String, keys: [String], other: Int64? = nil) throws -> Int64? {
        let select = try database.cachedStatement(
            sql: """
                SELECT min(d.registrationId) FROM duplicateKey AS d JOIN registration AS r ON r.id = d.registrationId
                WHERE d.event = ? AND d.key = ? AND r.state NOT IN ('withdrawn', 'cancelled')
                    AND d.registrationId <> coalesce(?, -1)
                    AND NOT EXISTS (SELECT 1 FROM separation AS s
                        WHERE s.lowId = min(d.registrationId, coalesce(?, -1))
                            AND s.highId = max(d.registrationId, coalesce(?, -1)))
                """
        )
        var found: Int64?
        for key in keys {
            let id = try Int64.fetchOne(select, arguments: [event, key, other, other, other])
            if let id { found = min(found ?? id, id) }
        }
        return found
    }

    /// Registrations that are suspected to be the same as this one, in either direction.
    public func suspects(of id: Int64) throws -> [RegistrationRow] {
        let select = try database.cachedStatement(
            sql: """
                SELECT \(Self.columns) FROM registration
                WHERE possibleDuplicateOf = ?1 OR id = (SELECT possibleDuplicateOf FROM registration WHERE id = ?1)
                ORDER BY id
                """
        )
        return try Row.fetchAll(select, arguments: [id]).map(RegistrationRow.init(row:))
    }
}

extension RegistryWriter {
    public func markSuspect(_ id: Int64, of other: Int64?) throws {
        try database.execute(
            sql: "UPDATE registration SET possibleDuplicateOf = ? WHERE id = ?",
            arguments: [other, id]
        )
    }

    /// A person said: these are two people. They are never suspected of each other again.
    public func separate(_ first: Int64, _ second: Int64) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO separation (lowId, highId) VALUES (?, ?)",
            arguments: [min(first, second), max(first, second)]
        )
        try database.execute(
            sql: "UPDATE registration SET possibleDuplicateOf = NULL WHERE id = ? AND possibleDuplicateOf = ?",
            arguments: [first, second]
        )
        try database.execute(
            sql: "UPDATE registration SET possibleDuplicateOf = NULL WHERE id = ? AND possibleDuplicateOf = ?",
            arguments: [second, first]
        )
    }

    /// A person said: these are one. `loser` is struck off and points to `winner`; what was suspected of the loser is
    /// suspected of the winner from now on.
    public func merge(_ loser: Int64, into winner: Int64) throws {
        try changeState(ofRegistration: loser, by: .cancel)
        try database.execute(
            sql: "UPDATE registration SET mergedInto = ?, possibleDuplicateOf = NULL WHERE id = ?",
            arguments: [winner, loser]
        )
        try database.execute(
            sql: "UPDATE registration SET possibleDuplicateOf = ? WHERE possibleDuplicateOf = ? AND id <> ?",
            arguments: [winner, loser, winner]
        )
        try database.execute(
            sql: "UPDATE registration SET possibleDuplicateOf = NULL WHERE id = ? AND possibleDuplicateOf = ?",
            arguments: [winner, loser]
        )
    }
}
