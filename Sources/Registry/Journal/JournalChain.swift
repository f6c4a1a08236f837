import Crypto
import FormModel

/// How journal rows are chained: each row's digest covers its own plain columns, the digest of its details and the digest
/// of the row before. The details are salted, so that a redacted text cannot be guessed from its digest.
enum JournalChain {
    static let start = [UInt8](repeating: 0, count: 32)

    static func detailsDigest(salt: [UInt8], details: String) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: Array(details.utf8))
        return Array(hash.finalize())
    }

    static func digest(of entry: JournalEntry, detailsDigest: [UInt8], previous: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: previous)
        let columns = [
            String(entry.number), String(entry.at.millisecondsSinceEpoch), entry.actor, entry.action.rawValue,
            entry.event ?? "", entry.code ?? "",
        ]
        for column in columns {
            // A length before each text keeps two neighbours from trading letters.
            hash.update(data: Array("\(column.utf8.count):".utf8))
            hash.update(data: Array(column.utf8))
        }
        hash.update(data: detailsDigest)
        return Array(hash.finalize())
    }
}
