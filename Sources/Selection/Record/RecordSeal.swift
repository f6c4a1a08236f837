import Crypto
import FormModel

/// The seal of a record: SHA-256 of its canonical bytes without the seal itself.
///
/// It shows every accidental or partial change at once, whatever the member says. It proves nothing about who wrote the
/// record: that is what the hash published before the draw and the hash in the journal are for.
enum RecordSeal {
    static let key = "seal"

    static func hash(of record: JSONValue) -> String {
        Digest.sha256(CanonicalJSON.bytes(of: .object((record.members ?? []).filter { $0.key != key })))
    }

    static func sealed(_ record: JSONValue) -> JSONValue {
        .object((record.members ?? []) + [.init(key, .string(hash(of: record)))])
    }

    /// The hash of bytes in which the seal's member, with the comma after it, stands at `range`.
    static func hash(of bytes: UnsafeBufferPointer<UInt8>, without range: Range<Int>) -> String {
        var hash = SHA256()
        hash.update(bufferPointer: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<range.lowerBound])))
        hash.update(bufferPointer: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[range.upperBound...])))
        return Hex.text(of: hash.finalize())
    }
}
