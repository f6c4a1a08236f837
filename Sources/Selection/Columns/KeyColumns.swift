import FormModel

/// The keys of an order as whole numbers, joined into one number a row when all are known.
struct KeyColumns {
    private enum Column {
        case submitted, sequence
        /// Negated, so that the highest comes first.
        case score
    }

    private let columns: [Column]
    private var values: [[Int64]]
    private var least: [Int64]
    private var most: [Int64]
    private let count: Int

    /// Stands for what is missing and comes last.
    private static let missing = Int64.max

    init(_ keys: [TieKey], count: Int) {
        var columns: [Column] = []
        for key in keys {
            switch key {
            case .submitted: columns += [.submitted, .sequence]
            case .score: columns.append(.score)
            case .criterion, .lottery: break
            }
        }
        self.columns = columns
        self.count = count
        values = columns.map { _ in [] }
        for index in columns.indices { values[index].reserveCapacity(count) }
        least = columns.map { _ in .max }
        most = columns.map { _ in .min }
    }

    /// False for numbers no key can be made of.
    @inline(__always)
    mutating func add(_ candidate: borrowing Candidate) -> Bool {
        for (index, column) in columns.enumerated() {
            var value: Int64
            switch column {
            case .submitted: value = candidate.submittedAt ?? Self.missing
            case .sequence: value = candidate.sequence ?? Self.missing
            case .score: value = candidate.score.map { -$0 } ?? Self.missing
            }
            values[index].append(value)
            if value != Self.missing {
                guard value.magnitude < 1 << 62 else { return false }
                least[index] = min(least[index], value)
                most[index] = max(most[index], value)
            }
        }
        return true
    }

    /// One number a row; nil when the keys together need more than 64 bits.
    func keys() -> [UInt64]? {
        let widths = columns.indices.map { index in
            most[index] < least[index] ? 1 : 64 - UInt64(most[index] - least[index] + 1).leadingZeroBitCount
        }
        guard widths.reduce(0, +) <= 64 else { return nil }
        var keys = [UInt64](repeating: 0, count: count)
        for (index, column) in values.enumerated() {
            let (low, width) = (most[index] < least[index] ? 0 : least[index], UInt64(widths[index]))
            let last = most[index] < least[index] ? 1 : UInt64(most[index] - least[index] + 1)
            keys.withUnsafeMutableBufferPointer { keys in
                column.withUnsafeBufferPointer { column in
                    for row in keys.indices {
                        let value = column[row] == Self.missing ? last : UInt64(column[row] - low)
                        keys[row] = keys[row] << width | value
                    }
                }
            }
        }
        return keys
    }
}
