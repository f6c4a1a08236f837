/// Finds the known name somebody probably meant.
public enum NearestName {
    /// The candidate with the fewest single-character edits (a swap of neighbours is one), if at most a third of the
    /// word changes; of equally near ones the first in alphabetical order. Case, hyphens and underscores do not count.
    public static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
        let typed = folded(word)
        guard !typed.isEmpty, typed.count <= lengthMax else { return nil }
        let allowed = max(1, (typed.count + 1) / 3)
        var best: (distance: Int, name: String)?
        for name in candidates {
            let other = folded(name)
            guard other.count <= lengthMax, abs(other.count - typed.count) <= allowed else { continue }
            let distance = distance(typed, other)
            if distance <= allowed, best.map({ (distance, name) < ($0.distance, $0.name) }) ?? true {
                best = (distance, name)
            }
        }
        return best?.name
    }

    private static let lengthMax = 64

    private static func folded(_ word: String) -> [UInt8] {
        word.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
    }

    /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in first.indices {
            var line = [row + 1]
            for column in second.indices {
                let replaced = last[column] + (first[row] == second[column] ? 0 : 1)
                var least = min(replaced, last[column + 1] + 1, line[column] + 1)
                if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                line.append(least)
            }
            (beforeLast, last) = (last, line)
        }
        return last[second.count]
    }
}
