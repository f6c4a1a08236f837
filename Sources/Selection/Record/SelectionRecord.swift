public import FormModel

/// The audit record of a run: canonical JSON (RFC 8785) with which a third party repeats the selection bit for bit.
public struct SelectionRecord: Hashable, Sendable {
    /// The canonical bytes: keys sorted, no spaces, integers and strings only.
    public let bytes: [UInt8]
    /// How much of it the rules let be published.
    public let publication: SelectionRules.Publication
    private let known: JSONValue?

    /// Seals the record and writes it.
    init(_ unsealed: JSONValue) {
        let json = RecordSeal.sealed(unsealed)
        known = json
        bytes = CanonicalJSON.bytes(of: json)
        publication = json["rules"]?["publish"]?.text.flatMap(SelectionRules.Publication.init) ?? .pseudonyms
    }

    /// Bytes that are canonical already: of a long record no tree is kept.
    init(canonical bytes: [UInt8], publication: SelectionRules.Publication) {
        known = nil
        self.bytes = bytes
        self.publication = publication
    }

    /// The record as a tree; that of a long record is made each time it is asked for.
    public var json: JSONValue { known ?? (try? JSONParser.parse(bytes)) ?? .null }

    public static func == (left: SelectionRecord, right: SelectionRecord) -> Bool { left.bytes == right.bytes }

    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }

    /// SHA-256 of the bytes, in hexadecimal.
    public var sha256: String { Digest.sha256(bytes) }
}
