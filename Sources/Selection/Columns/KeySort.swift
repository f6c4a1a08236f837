/// Sorts many rows by whole-number keys, least digit first: a pass over all rows for each digit in which they differ.
enum KeySort {
    private static let digitBits = 11

    struct Row {
        var key: UInt64
        var index: Int32
    }

    /// The rows in the order of their keys; equal keys stay in the order given.
    static func sorted(_ keys: [UInt64]) -> [Row] {
        var rows = keys.enumerated().map { Row(key: $1, index: Int32($0)) }
        var differing: UInt64 = 0
        if let first = keys.first { for key in keys { differing |= key ^ first } }
        guard differing != 0 else { return rows }
        if keys.count < 2_000 {
            rows.sort { $0.key != $1.key ? $0.key < $1.key : $0.index < $1.index }
            return rows
        }
        var other = rows
        var shift = differing.trailingZeroBitCount
        while shift < 64 - differing.leadingZeroBitCount {
            deal(&rows, into: &other, shift: UInt64(shift))
            swap(&rows, &other)
            shift += digitBits
        }
        return rows
    }

    private static func deal(_ rows: inout [Row], into other: inout [Row], shift: UInt64) {
        let mask = UInt64(1 << digitBits) - 1
        var next = [Int](repeating: 0, count: 1 << digitBits)
        rows.withUnsafeBufferPointer { rows in
            for row in rows { next[Int((row.key >> shift) & mask)] += 1 }
            var sum = 0
            for digit in next.indices { (next[digit], sum) = (sum, sum + next[digit]) }
            other.withUnsafeMutableBufferPointer { other in
                next.withUnsafeMutableBufferPointer { next in
                    for row in rows {
                        let digit = Int((row.key >> shift) & mask)
                        other[next[digit]] = row
                        next[digit] += 1
                    }
                }
            }
        }
    }
}
