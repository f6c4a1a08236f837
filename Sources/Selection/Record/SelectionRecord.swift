public import FormModel

/// The audit record of a run: canonical JSON (RFC 8785) with which a third party repeats the selection bit for bit.
public struct SelectionRecord: Hashable, Sendable {
    public let json: JSONValue
    /// The canonical bytes: keys sorted, no spaces, integers and strings only.
    public let bytes: [UInt8]

    init(_ json: JSONValue) {
        self.json = json
        bytes = CanonicalJSON.bytes(of: json)
    }

    /// SHA-256 of the bytes, in hexadecimal.
    public var sha256: String { Digest.sha256(bytes) }
}
