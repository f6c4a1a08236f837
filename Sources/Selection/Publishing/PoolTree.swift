import Crypto
public import FormModel

/// A Merkle tree over the salted rows of a pool: its root can be published without telling anything about anybody, and
/// each person can be shown that their own row is in it.
///
/// A leaf is SHA-256(0x00, salt, canonical row), a node SHA-256(0x01, left, right), leaves stand in the order of their
/// bytes, a node without a partner moves up as it is. The marks 0x00 and 0x01 keep leaves and nodes apart, as in RFC 6962
/// section 2.1. The salt of a person is HMAC-SHA256(secret, "salt|" + id), so that nobody can find a row by trying.
public struct PoolTree: Sendable {
    /// One person's proof of being in the pool with exactly this row.
    public struct Receipt: Hashable, Sendable {
        static let schema = "nabor-receipt-1"

        public let json: JSONValue
        /// Canonical JSON.
        public let bytes: [UInt8]

        init(_ json: JSONValue) {
            self.json = json
            bytes = CanonicalJSON.bytes(of: json)
        }

        /// Nil when the text is no receipt.
        public init?(bytes: [UInt8]) {
            guard let json = try? JSONParser.parse(bytes), json["schema"]?.text == Self.schema else { return nil }
            self.init(json)
        }

        public var id: String { json["row"]?["id"]?.text ?? "" }

        /// Whether the row with its salt leads to this root.
        public func proves(root: String) -> Bool {
            guard let salt = json["salt"]?.text.flatMap(Hex.bytes), let row = json["row"],
                let steps = json["path"]?.elements, steps.count <= PoolTree.depthMax
            else { return false }
            var hash = PoolTree.leaf(salt: salt, row: row)
            for step in steps {
                guard let other = step["hash"]?.text.flatMap(Hex.bytes), other.count == 32,
                    let isLeft = step["left"]?.flag
                else { return false }
                hash = isLeft ? PoolTree.node(other, hash) : PoolTree.node(hash, other)
            }
            return Hex.text(of: hash) == root
        }
    }

    /// A tree over two million people is 21 deep.
    static let depthMax = 64

    /// Levels from the leaves up; the last holds the root alone.
    private let levels: [[[UInt8]]]
    private let placeOf: [String: Int]
    private let salts: [String: [UInt8]]
    private let rows: [String: JSONValue]

    /// - Parameter secret: random, and kept by nobody but the organiser: the salts come from it.
    public init(_ pool: [Candidate], secret: [UInt8]) {
        let key = SymmetricKey(data: secret)
        var salts: [String: [UInt8]] = [:]
        var rows: [String: JSONValue] = [:]
        var leaves: [(id: String, hash: [UInt8])] = []
        for candidate in pool {
            let salt = Array(HMAC<SHA256>.authenticationCode(for: Array("salt|\(candidate.id)".utf8), using: key))
            let row = PoolDigest.json(of: candidate)
            salts[candidate.id] = salt
            rows[candidate.id] = row
            leaves.append((candidate.id, Self.leaf(salt: salt, row: row)))
        }
        leaves.sort { $0.hash.lexicographicallyPrecedes($1.hash) }
        var placeOf: [String: Int] = [:]
        for (place, leaf) in leaves.enumerated() { placeOf[leaf.id] = place }
        var levels = [leaves.map(\.hash)]
        while let level = levels.last, level.count > 1 {
            levels.append(
                stride(from: 0, to: level.count, by: 2).map { index in
                    index + 1 < level.count ? Self.node(level[index], level[index + 1]) : level[index]
                }
            )
        }
        self.levels = levels
        self.placeOf = placeOf
        self.salts = salts
        self.rows = rows
    }

    /// Hexadecimal; SHA-256 of nothing for an empty pool.
    public var root: String { Hex.text(of: levels.last?.first ?? Digest.sha256Bytes([])) }

    /// Nil for somebody who is not in the pool.
    public func receipt(of id: String) -> Receipt? {
        guard var place = placeOf[id], let salt = salts[id], let row = rows[id] else { return nil }
        var path: [JSONValue] = []
        for level in levels.dropLast() {
            let partner = place ^ 1
            if partner < level.count {
                path.append(
                    .object([
                        .init("hash", .string(Hex.text(of: level[partner]))), .init("left", .bool(partner < place)),
                    ])
                )
            }
            place /= 2
        }
        return Receipt(
            .object([
                .init("schema", .string(Receipt.schema)), .init("row", row),
                .init("salt", .string(Hex.text(of: salt))), .init("path", .array(path)),
            ])
        )
    }

    static func leaf(salt: [UInt8], row: JSONValue) -> [UInt8] {
        Digest.sha256Bytes([0] + salt + CanonicalJSON.bytes(of: row))
    }

    static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] { Digest.sha256Bytes([1] + left + right) }
}
