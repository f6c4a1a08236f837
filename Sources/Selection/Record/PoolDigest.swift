import Crypto
import FormModel

/// One hash that stands for the whole pool: SHA-256 over the sorted SHA-256 of every candidate's canonical row.
enum PoolDigest {
    /// The 32 bytes of a row's hash as numbers that order like the bytes.
    private struct Leaf {
        var words: (UInt64, UInt64, UInt64, UInt64)

        init(_ digest: SHA256.Digest) {
            words = digest.withUnsafeBytes { bytes in
                func word(_ at: Int) -> UInt64 {
                    UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: at * 8, as: UInt64.self))
                }
                return (word(0), word(1), word(2), word(3))
            }
        }

        func precedes(_ other: Leaf) -> Bool { words < other.words }
    }

    static func digest(_ pool: [Candidate]) -> String {
        var row = CanonicalText(reserving: 1_024)
        var leaves: [Leaf] = []
        leaves.reserveCapacity(pool.count)
        for candidate in pool {
            row.clear()
            write(candidate, to: &row)
            leaves.append(Leaf(row.bytes.withUnsafeBytes { SHA256.hash(data: $0) }))
        }
        var hash = SHA256()
        for leaf in sorted(leaves) {
            withUnsafeBytes(of: leaf.words.0.bigEndian) { hash.update(bufferPointer: $0) }
            withUnsafeBytes(of: leaf.words.1.bigEndian) { hash.update(bufferPointer: $0) }
            withUnsafeBytes(of: leaf.words.2.bigEndian) { hash.update(bufferPointer: $0) }
            withUnsafeBytes(of: leaf.words.3.bigEndian) { hash.update(bufferPointer: $0) }
        }
        return Hex.text(of: hash.finalize())
    }

    /// By the first word digit by digit; the few that agree in it are compared as a whole.
    private static func sorted(_ leaves: [Leaf]) -> [Leaf] {
        let rows = KeySort.sorted(leaves.map(\.words.0))
        var sorted = rows.map { leaves[Int($0.index)] }
        for place in sorted.indices.dropFirst() {
            var at = place
            while at > 0, sorted[at].words.0 == sorted[at - 1].words.0, sorted[at].precedes(sorted[at - 1]) {
                sorted.swapAt(at, at - 1)
                at -= 1
            }
        }
        return sorted
    }

    /// The row of a candidate: what is absent or usual is left out, so that a table and the registry give the same row.
    static func json(of candidate: Candidate) -> JSONValue {
        var row = CanonicalText()
        write(candidate, to: &row)
        // What was just written is JSON.
        return (try? JSONParser.parse(row.bytes)) ?? .null
    }

    /// Its members in the order of their names.
    static func write(_ candidate: Candidate, to row: inout CanonicalText) {
        row.raw("{")
        var isFirst = true
        func name(_ key: StaticString) {
            if !isFirst { row.raw(",") }
            isFirst = false
            row.raw(key)
        }
        func add(_ key: StaticString, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            name(key)
            row.text(value)
        }
        func add(_ key: StaticString, _ value: Int64?) {
            guard let value else { return }
            name(key)
            row.number(Int(value))
        }
        add("\"address\":", candidate.address)
        if !candidate.attributes.isEmpty {
            name("\"attributes\":")
            write(attributes: candidate.attributes, to: &row)
        }
        add("\"guaranteed\":", candidate.guaranteed)
        add("\"guest\":", candidate.guest)
        name("\"id\":")
        row.text(candidate.id)
        add("\"organisation\":", candidate.organisation)
        add("\"party\":", candidate.party)
        if !candidate.reviews.isEmpty {
            name("\"reviews\":")
            row.value(.array(candidate.reviews.map(json)))
        }
        add("\"score\":", candidate.score)
        add("\"seats\":", candidate.seats == 1 ? nil : Int64(candidate.seats))
        add("\"sequence\":", candidate.sequence)
        add("\"submitted\":", candidate.submittedAt)
        if !candidate.wishes.isEmpty {
            name("\"wishes\":")
            row.value(.array(candidate.wishes.map(JSONValue.string)))
        }
        row.raw("}")
    }

    private static func write(attributes: [String: String], to row: inout CanonicalText) {
        row.raw("{")
        var isFirst = true
        func add(_ key: String, _ value: String) {
            if !isFirst { row.raw(",") }
            isFirst = false
            row.text(key)
            row.raw(":")
            row.text(value)
        }
        if attributes.count == 1, let only = attributes.first {
            if !only.value.isEmpty { add(only.key, only.value) }
        } else {
            for (key, value) in attributes.sorted(by: { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) })
            where !value.isEmpty { add(key, value) }
        }
        row.raw("}")
    }

    private static func json(of review: Candidate.Review) -> JSONValue {
        .object([
            .init("reviewer", .string(review.reviewer)), .init("criterion", .string(review.criterion)),
            .init("points", .number(String(review.points))), .init("conflict", .bool(review.hasConflict)),
        ])
    }
}
