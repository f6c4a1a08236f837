/// Bounded edit distance over folded bytes (insertions, deletions, changes and swaps of neighbours).
enum EditDistance {
    /// The distance, or nil when it is greater than the bound.
    static func within(_ bound: Int, _ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int? {
        guard abs(left.count - right.count) <= bound, right.count <= lengthMax, left.count <= lengthMax else {
            return nil
        }
        var older = [Int](repeating: 0, count: right.count + 1)
        var old = Array(0...right.count)
        var new = older
        let leftStart = left.startIndex
        let rightStart = right.startIndex
        for row in 0..<left.count {
            new[0] = row + 1
            var smallest = new[0]
            for column in 0..<right.count {
                let isEqual = left[leftStart + row] == right[rightStart + column]
                var cost = min(old[column + 1] + 1, new[column] + 1, old[column] + (isEqual ? 0 : 1))
                if row > 0, column > 0, left[leftStart + row] == right[rightStart + column - 1],
                    left[leftStart + row - 1] == right[rightStart + column]
                {
                    cost = min(cost, older[column - 1] + 1)
                }
                new[column + 1] = cost
                smallest = min(smallest, cost)
            }
            guard smallest <= bound else { return nil }
            (older, old, new) = (old, new, older)
        }
        return old[right.count] <= bound ? old[right.count] : nil
    }

    /// How many slips a text of that length may hold and still be taken for the same.
    static func tolerance(for length: Int) -> Int { length < 5 ? 0 : length < 9 ? 1 : 2 }

    private static let lengthMax = 120
}
