import Crypto

/// The seed of a lottery: 32 bytes that nobody could know before the commitment.
public struct Seed: Hashable, Sendable {
    public let bytes: [UInt8]

    /// 64 hexadecimal digits stand for themselves; any other text (dice, a beacon's value) is hashed by SHA-256.
    public init(text: String) {
        bytes = Self.decoded(hex: text) ?? Array(SHA256.hash(data: Array(text.utf8)))
    }

    public init?(hex: String) {
        guard let decoded = Self.decoded(hex: hex) else { return nil }
        bytes = decoded
    }

    public var hex: String { Hex.text(of: bytes) }

    private static func decoded(hex: String) -> [UInt8]? {
        guard let bytes = Hex.bytes(of: hex), bytes.count == 32 else { return nil }
        return bytes
    }
}
