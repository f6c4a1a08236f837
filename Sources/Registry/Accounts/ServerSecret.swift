import Crypto
import Foundation

/// The server's own secret: 32 random bytes in a file that only its owner can read, apart from the registry, so that a
/// copy of the database opens no link.
///
/// Links are derived from it and need not be stored: a mail written next month can carry the same link as the receipt.
public struct ServerSecret: Sendable {
    /// What a derived token is for; two purposes never give the same token.
    public enum Purpose: String, Sendable {
        case applicantLink, submissionKey, upload, formToken
    }

    private let key: SymmetricKey

    /// The secret in the file at `path`; made at the first start.
    public init(path: String) throws(RegistryError) {
        if !FileManager.default.fileExists(atPath: path) { try Self.make(path) }
        guard let data = FileManager.default.contents(atPath: path), data.count == 32 else {
            throw RegistryError(.cannotOpen, detail: path)
        }
        key = SymmetricKey(data: data)
    }

    /// A secret that lives as long as the process, for tests.
    public init() {
        key = SymmetricKey(size: .bits256)
    }

    /// The token for a text: 32 characters of base64url, 192 bits.
    public func token(_ purpose: Purpose, _ text: String) -> String {
        Base64URL.text(Array(code(purpose, text).prefix(24)))
    }

    /// A new random text together with its own seal, which `isSealed` recognises: something only this server issues.
    public func sealedRandom(_ purpose: Purpose) -> String {
        let random = Self.randomText()
        return random + Base64URL.text(Array(code(purpose, random).prefix(12)))
    }

    /// Whether a text was made by `sealedRandom` for this purpose.
    public func isSealed(_ untrusted: String, _ purpose: Purpose) -> Bool {
        let bytes = Array(untrusted.utf8)
        guard bytes.count == Self.randomLength + 16 else { return false }
        let random = String(decoding: bytes.prefix(Self.randomLength), as: UTF8.self)
        let seal = Base64URL.text(Array(code(purpose, random).prefix(12)))
        return SecretDigest.areEqual(Array(seal.utf8), Array(bytes.dropFirst(Self.randomLength)))
    }

    /// 24 random bytes as text: a key, a session, an invitation.
    public static func randomText() -> String {
        Base64URL.text(SymmetricKey(size: .init(bitCount: 192)).withUnsafeBytes { Array($0) })
    }

    private static let randomLength = 32

    private func code(_ purpose: Purpose, _ text: String) -> [UInt8] {
        let message = Array("\(purpose.rawValue):\(text)".utf8)
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
    }

    private static func make(_ path: String) throws(RegistryError) {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: bytes, attributes: attributes) else {
            throw RegistryError(.cannotStore, detail: path)
        }
    }
}

/// The digest by which a secret is known without being kept.
public enum SecretDigest {
    /// SHA-256: the secrets have 128 bits and more, so nobody can try them all.
    public static func of(_ untrusted: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(untrusted.utf8)))
    }

    /// Compares in a time that does not tell where the first difference lies.
    static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Base64 with the letters that stand in an address without quoting (RFC 4648 section 5), unpadded.
enum Base64URL {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func text(_ bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count * 4 + 2) / 3)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let piece = bytes[start..<min(start + 3, bytes.count)]
            var bits = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
            bits &= 0xFF_FFFF
            for place in 0...piece.count { result.append(letters[bits >> (18 - 6 * place) & 63]) }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
