import Crypto

/// The seeded number of a person: HMAC-SHA256(seed, "n1|" + purpose + "|" + id), compared as bytes. Purposes never share
/// numbers, so that luck in a tie says nothing about luck on the waiting list.
enum LotteryNumber {
    enum Purpose: String {
        case tie, order, within, reserve
    }

    static func number(of id: String, for purpose: Purpose, seed: Seed) -> [UInt8] {
        Digest.hmac(key: seed.bytes, "n1|\(purpose.rawValue)|\(id)")
    }
}
