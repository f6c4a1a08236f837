/// The columns of a program, each cut into two halves of which every different one is kept once.
///
/// Columns that stand for crossings of a few attributes share their halves: four thousand kinds of applications over six
/// attributes have some hundred and fifty. Row weights summed for the halves give a column's sum by one addition.
final class ColumnHalves {
    /// Where each half's entries start; the end of the last one stands at the end.
    private let starts: UnsafeMutablePointer<Int32>
    private let rows: UnsafeMutablePointer<Int32>
    private let values: UnsafeMutablePointer<Double>
    private let count: Int
    /// The two halves of each column.
    let first: UnsafeMutablePointer<Int32>
    let second: UnsafeMutablePointer<Int32>
    /// Sum of the last weights for each half.
    let sums: UnsafeMutablePointer<Double>

    /// Longer halves are not looked for among the known ones.
    private static let sharedMax = 8

    private struct Entry: Hashable {
        var row: Int
        var value: Double
    }

    init(_ columns: [[(row: Int, value: Double)]]) {
        var known: [[Entry]: Int32] = [:]
        var halves: [[Entry]] = []
        func index(of half: [Entry]) -> Int32 {
            // Long ones are hardly ever shared.
            let isShort = half.count <= Self.sharedMax
            if isShort, let index = known[half] { return index }
            if isShort { known[half] = Int32(halves.count) }
            halves.append(half)
            return Int32(halves.count - 1)
        }
        first = .allocate(capacity: max(1, columns.count))
        second = .allocate(capacity: max(1, columns.count))
        for (number, column) in columns.enumerated() {
            let entries = column.map { Entry(row: $0.row, value: $0.value) }
            let middle = (entries.count + 1) / 2
            (first + number).initialize(to: index(of: Array(entries[..<middle])))
            (second + number).initialize(to: index(of: Array(entries[middle...])))
        }
        count = halves.count
        let all = halves.reduce(0) { $0 + $1.count }
        starts = .allocate(capacity: count + 1)
        rows = .allocate(capacity: max(1, all))
        values = .allocate(capacity: max(1, all))
        sums = .allocate(capacity: max(1, count))
        sums.initialize(repeating: 0, count: max(1, count))
        var next = 0
        for (number, half) in halves.enumerated() {
            (starts + number).initialize(to: Int32(next))
            for entry in half {
                (rows + next).initialize(to: Int32(entry.row))
                (values + next).initialize(to: entry.value)
                next += 1
            }
        }
        (starts + count).initialize(to: Int32(next))
    }

    deinit {
        starts.deallocate()
        rows.deallocate()
        values.deallocate()
        sums.deallocate()
        first.deallocate()
        second.deallocate()
    }

    /// Sums the row weights over every half.
    func sum(_ weights: UnsafeMutablePointer<Double>) {
        for half in 0..<count {
            var sum = 0.0
            for entry in Int(starts[half])..<Int(starts[half + 1]) { sum += weights[Int(rows[entry])] * values[entry] }
            sums[half] = sum
        }
    }
}
