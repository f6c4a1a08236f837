/// Finds the known name that a mistyped one was probably meant to be.
package enum Spelling {
    /// Names longer than this are not compared; the work grows with the square of the length.
    private static let lengthMax = 64

    /// The nearest name, if not more than a third of its letters differ.
    package static func nearest(to name: String, among known: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().unicodeScalars.prefix(lengthMax))
        var best: (name: String, distance: Int)?
        for candidate in known where candidate != name {
            let letters = Array(candidate.lowercased().unicodeScalars.prefix(lengthMax))
            guard abs(letters.count - wanted.count) <= 3 else { continue }
            let distance = distance(wanted, letters)
            if distance <= max(1, max(wanted.count, letters.count) / 3), distance < best?.distance ?? .max {
                best = (candidate, distance)
            }
        }
        return best?.name
    }

    /// Insertions, deletions, replacements and swaps of neighbours.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var above = Array(0...right.count)
        for row in 0..<left.count {
            var line = [row + 1]
            for column in 0..<right.count {
                var cost = min(
                    above[column] + (left[row] == right[column] ? 0 : 1),
                    above[column + 1] + 1,
                    line[column] + 1
                )
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, before[column - 1] + 1)
                }
                line.append(cost)
            }
            before = above
            above = line
        }
        return above[right.count]
    }
}
