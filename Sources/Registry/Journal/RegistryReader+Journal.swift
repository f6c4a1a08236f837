import FormModel
import Foundation
import GRDB

/// The outcome of checking the whole journal.
public struct JournalCheck: Hashable, Sendable {
    /// Lines read.
    public var count: Int
    /// Lines whose details were redacted by an erasure; the chain holds over them.
    public var redactedCount: Int
    /// The first line that does not fit, if any.
    public var firstBroken: Int64?
    /// The digest of the last line, in hexadecimal: whoever noted it can tell later that nothing was cut off.
    public var head: String
}

extension RegistryReader {
    /// The journal of one registration, or the whole of it, oldest first; only the newest lines when limited.
    public func journal(code: String? = nil, limit: Int) throws -> [JournalEntry] {
        let columns = "number, at, actor, action, event, code, details"
        let rows =
            if let code {
                try Row.fetchAll(
                    database,
                    sql: "SELECT \(columns) FROM journal WHERE code = ? ORDER BY number DESC LIMIT ?",
                    arguments: [code, limit]
                )
            } else {
                try Row.fetchAll(
                    database,
                    sql: "SELECT \(columns) FROM journal ORDER BY number DESC LIMIT ?",
                    arguments: [limit]
                )
            }
        return try rows.reversed().map(Self.entry(from:))
    }

    /// Walks the chain from its first line to its last.
    public func verifyJournal() throws -> JournalCheck {
        var check = JournalCheck(count: 0, redactedCount: 0, firstBroken: nil, head: Hex.text(JournalChain.start))
        var previous = JournalChain.start
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT number, at, actor, action, event, code, details, salt, detailsDigest, previous, digest
                FROM journal ORDER BY number
                """
        )
        while let row = try cursor.next() {
            check.count += 1
            let digest = [UInt8](row[10] as Data)
            if row[6] as String? == nil { check.redactedCount += 1 }
            if check.firstBroken == nil, try !Self.fits(row, number: Int64(check.count), previous: previous) {
                check.firstBroken = row[0]
            }
            previous = digest
        }
        check.head = Hex.text(previous)
        return check
    }

    private static func fits(_ row: Row, number: Int64, previous: [UInt8]) throws -> Bool {
        let detailsDigest = [UInt8](row[8] as Data)
        if let details = row[6] as String?, let salt = row[7] as Data? {
            guard JournalChain.detailsDigest(salt: Array(salt), details: details) == detailsDigest else { return false }
        }
        guard let entry = try? entry(from: row), entry.number == number else { return false }
        return [UInt8](row[9] as Data) == previous
            && JournalChain.digest(of: entry, detailsDigest: detailsDigest, previous: previous)
                == [UInt8](row[10] as Data)
    }

    /// From the columns number, at, actor, action, event, code and details, in this order.
    static func entry(from row: Row) throws -> JournalEntry {
        guard let action = JournalEntry.Action(rawValue: row[3]) else {
            throw RegistryError(.damaged, detail: "journal")
        }
        return JournalEntry(
            number: row[0],
            at: Instant(millisecondsSinceEpoch: row[1]),
            actor: row[2],
            action: action,
            event: row[4],
            code: row[5],
            details: row[6]
        )
    }
}
