import Crypto
import CryptoExtras
import Foundation

/// Passwords as they are kept: scrypt with a salt of its own each (RFC 7914), the parameters beside it so that they can be
/// raised later.
public enum PasswordHash {
    /// 32 MB and about 0.2 s a guess; OWASP's equivalent of its stronger setting with less memory.
    public static let usualExponent = 15
    private static let blockSize = 8
    private static let parallelism = 3
    private static let saltByteCount = 16
    private static let hashByteCount = 32

    /// `scrypt$15$8$3$salt$hash`; a smaller exponent is for tests alone.
    public static func make(_ password: String, exponent: Int = usualExponent) throws -> String {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<saltByteCount).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let cost = (rounds: 1 << exponent, blockSize: blockSize, parallelism: parallelism)
        let hash = try derive(password, salt: salt, cost: cost)
        let parts = [
            "scrypt", "\(exponent)", "\(blockSize)", "\(parallelism)", Data(salt).base64EncodedString(),
            Data(hash).base64EncodedString(),
        ]
        return parts.joined(separator: "$")
    }

    /// Whether the password is the one; false for a text that is no hash of ours.
    public static func matches(_ password: String, _ stored: String) -> Bool {
        let parts = stored.split(separator: "$").map(String.init)
        guard parts.count == 6, parts[0] == "scrypt", let exponent = Int(parts[1]), (10...20).contains(exponent),
            let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
            let salt = Data(base64Encoded: parts[4]), let hash = Data(base64Encoded: parts[5])
        else { return false }
        let cost = (rounds: 1 << exponent, blockSize: blockSize, parallelism: parallelism)
        guard let derived = try? derive(password, salt: [UInt8](salt), cost: cost) else { return false }
        return SecretDigest.areEqual(derived, [UInt8](hash))
    }

    /// A hash that no password matches, for sign-ins of people who do not exist: both take the same time.
    public static func nobody(exponent: Int = usualExponent) -> String {
        let salt = Data(repeating: 7, count: saltByteCount).base64EncodedString()
        let hash = Data(repeating: 0, count: hashByteCount).base64EncodedString()
        return "scrypt$\(exponent)$\(blockSize)$\(parallelism)$\(salt)$\(hash)"
    }

    private static func derive(
        _ password: String,
        salt: [UInt8],
        cost: (rounds: Int, blockSize: Int, parallelism: Int)
    ) throws -> [UInt8] {
        // Two ways of writing the same letters are the same password (RFC 8265 composes them).
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: bytes,
            salt: salt,
            outputByteCount: hashByteCount,
            rounds: cost.rounds,
            blockSize: cost.blockSize,
            parallelism: cost.parallelism,
            maxMemory: 128 * 1024 * 1024
        )
        return key.withUnsafeBytes { Array($0) }
    }
}
