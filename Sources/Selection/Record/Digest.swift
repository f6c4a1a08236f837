import Crypto

/// SHA-256 (FIPS 180-4) and HMAC-SHA256 (RFC 2104) as the record writes them.
enum Digest {
    static func sha256(_ bytes: [UInt8]) -> String { Hex.text(of: SHA256.hash(data: bytes)) }

    static func sha256Bytes(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    static func hmac(key: [UInt8], _ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: SymmetricKey(data: key)))
    }
}
