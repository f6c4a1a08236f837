import Glibc

/// A range of IP addresses in CIDR writing: `10.0.0.0/8`, `::1/128`, `192.0.2.7`.
public struct AddressRange: Sendable, Equatable {
    private let bytes: [UInt8]
    private let bitCount: Int

    /// Nil when the text is no address or the prefix does not fit.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let bytes = IPAddress.bytes(String(parts[0])) else { return nil }
        let full = bytes.count * 8
        let bits = parts.count == 2 ? Int(parts[1]) : full
        guard let bits, (0...full).contains(bits) else { return nil }
        self.bytes = bytes
        bitCount = bits
    }

    func contains(_ address: String) -> Bool {
        guard let other = IPAddress.bytes(address), other.count == bytes.count else { return false }
        for bit in 0..<bitCount {
            let mask = UInt8(0x80) >> UInt8(bit % 8)
            if bytes[bit / 8] & mask != other[bit / 8] & mask { return false }
        }
        return true
    }
}

/// Reads IP addresses.
enum IPAddress {
    /// Four or sixteen bytes; an IPv4 address inside of IPv6 (`::ffff:192.0.2.1`) is the IPv4 address.
    static func bytes(_ text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: &four) { Array($0) } }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: &six) { Array($0) }
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return isMapped ? Array(bytes[12...]) : bytes
    }

    /// The address of whoever asked: the last one in `X-Forwarded-For` that no trusted proxy wrote about itself.
    static func client(peer: String, forwarded: [String], trusted: [AddressRange]) -> String {
        func isTrusted(_ address: String) -> Bool { trusted.contains { $0.contains(address) } }
        guard isTrusted(peer) else { return peer }
        let pieces = forwarded.joined(separator: ",").split(separator: ",").suffix(20)
        let chain = pieces.map { piece in piece.filter { $0 != " " } }
        for address in chain.reversed() {
            guard bytes(address) != nil else { return peer }
            if !isTrusted(address) { return address }
        }
        return chain.first ?? peer
    }
}
