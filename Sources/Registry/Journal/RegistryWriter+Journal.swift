public import FormModel
import Foundation
import GRDB

extension RegistryWriter {
    /// Adds a line to the journal. Every change of state is accompanied by one in the same transaction.
    public func note(
        _ action: JournalEntry.Action,
        actor: String,
        at now: Instant,
        event: String? = nil,
        code: String? = nil,
        details: [JSONValue.Member] = []
    ) throws {
        let last = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT number, digest FROM journal ORDER BY number DESC LIMIT 1")
        )
        let number = (last.map { $0[0] as Int64 } ?? 0) + 1
        let previous = last.map { [UInt8]($0[1] as Data) } ?? JournalChain.start
        let entry = JournalEntry(number: number, at: now, actor: actor, action: action, event: event, code: code)
        let text = JSONValue.object(details).jsonText
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<2).flatMap { _ in withUnsafeBytes(of: generator.next()) { Array($0) } }
        let detailsDigest = JournalChain.detailsDigest(salt: salt, details: text)
        let digest = JournalChain.digest(of: entry, detailsDigest: detailsDigest, previous: previous)
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO journal (number, at, actor, action, event, code, details, salt, detailsDigest, previous,
                    digest)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        try insert.execute(arguments: [
            number, now.millisecondsSinceEpoch, actor, action.rawValue, event, code, text, Data(salt),
            Data(detailsDigest), Data(previous), Data(digest),
        ])
    }
}
