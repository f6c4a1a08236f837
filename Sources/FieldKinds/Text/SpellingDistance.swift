/// How many letters two words differ by: one letter wrong, missing, added or two swapped counts as one.
enum SpellingDistance {
    /// Longer texts are not compared letter by letter.
    static let byteCountMax = 120

    /// The distance (optimal string alignment), or nil when it is more than `limit`.
    static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit, left.count <= byteCountMax, right.count <= byteCountMax else {
            return nil
        }
        var before = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = before
        for row in 0..<left.count {
            current[0] = row + 1
            for column in 0..<right.count {
                let isSame = left[row] == right[column]
                var best = min(previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, before[column - 1] + 1)
                }
                current[column + 1] = best
            }
            (before, previous, current) = (previous, current, before)
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }

    /// How many letters may differ in a word of this length before it is another word.
    static func tolerance(byteCount: Int) -> Int {
        byteCount < 5 ? 0 : byteCount < 10 ? 1 : 2
    }
}
