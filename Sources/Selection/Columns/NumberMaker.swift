import Crypto

/// Seeded numbers of many people: the key is prepared once.
struct NumberMaker {
    private let keyed: HMAC<SHA256>

    init(_ purpose: LotteryNumber.Purpose, seed: Seed) {
        var keyed = HMAC<SHA256>(key: SymmetricKey(data: seed.bytes))
        keyed.update(data: Array("n1|\(purpose.rawValue)|".utf8))
        self.keyed = keyed
    }

    /// The same bytes as `LotteryNumber.number`.
    func number(of id: String) -> HMAC<SHA256>.MAC {
        var own = keyed
        if own.update(utf8Of: id) == nil { own.update(data: Array(id.utf8)) }
        return own.finalize()
    }

    /// The first 8 bytes as a number, which orders like the bytes.
    func prefix(of id: String) -> UInt64 {
        number(of: id).withUnsafeBytes { UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self)) }
    }
}

extension HMAC<SHA256> {
    /// Nil where the text is not kept in one piece.
    fileprivate mutating func update(utf8Of text: String) -> Void? {
        text.utf8.withContiguousStorageIfAvailable { update(data: UnsafeRawBufferPointer($0)) }
    }
}
