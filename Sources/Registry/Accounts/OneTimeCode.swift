import Crypto
import Foundation

/// Codes of an authenticator: six digits that change every 30 seconds (RFC 6238 over HMAC-SHA-1, which all of them speak).
public enum OneTimeCode {
    static let stepSeconds: Int64 = 30
    /// Steps before and after the present one that are taken, for clocks that differ.
    static let tolerance: Int64 = 1

    /// A new secret of 160 bits.
    public static func newSecret() -> [UInt8] {
        SymmetricKey(size: .init(bitCount: 160)).withUnsafeBytes { Array($0) }
    }

    /// The step whose code was typed; nil when none of those allowed, or one not later than the last one used.
    public static func step(
        matching untrustedCode: String,
        secret: [UInt8],
        secondsSinceEpoch: Int64,
        lastStep: Int64
    ) -> Int64? {
        let typed = untrustedCode.filter { $0 != " " }
        guard typed.utf8.count == 6 else { return nil }
        let now = secondsSinceEpoch / stepSeconds
        for step in (now - tolerance)...(now + tolerance) where step > lastStep {
            if SecretDigest.areEqual(Array(code(secret: secret, step: step).utf8), Array(typed.utf8)) { return step }
        }
        return nil
    }

    /// The six digits of a step (RFC 4226 section 5.3).
    static func code(secret: [UInt8], step: Int64) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 15)
        let value = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(value % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// What an authenticator app reads from a QR code or is typed by hand.
    public static func address(secret: [UInt8], login: String, issuer: String) -> String {
        func quoted(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        return "otpauth://totp/\(quoted(issuer)):\(quoted(login))?secret=\(base32(secret))&issuer=\(quoted(issuer))"
    }

    /// RFC 4648 section 6, unpadded.
    public static func base32(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var result: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                result.append(alphabet[Int(buffer >> UInt32(bits)) & 31])
            }
        }
        if bits > 0 { result.append(alphabet[Int(buffer << UInt32(5 - bits)) & 31]) }
        return String(decoding: result, as: UTF8.self)
    }
}
