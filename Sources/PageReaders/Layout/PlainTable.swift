import FormModel

/// A table without rulings: which of its lines begin a row.
///
/// Where lines of one cell stand closer together than rows do, the distance tells. Where all stand alike, a line with a word
/// in the first column and in another one begins a row, unless its first word goes on in small letters or small print.
struct PlainTable {
    let region: SideBySide.Region
    /// Those of the region.
    let lines: [TextLine]

    /// So much further apart than the closest lines, as a share of the letter height, is another row.
    private static let spread = 0.12
    /// Lines of one cell are never further apart than this many letter heights.
    private static let leadingMax = 1.5
    /// Small print under a label, as a share of the label's size.
    private static let smallMax = 0.9

    init(region: SideBySide.Region, lines: [TextLine]) {
        self.region = region
        self.lines = lines
    }

    /// Ranges of lines, one a row.
    var rows: [Range<Int>] {
        let starts = [0] + (1..<max(1, lines.count)).filter(isStart) + [lines.count]
        return zip(starts, starts.dropFirst()).map { $0..<$1 }
    }

    /// From the line before, in letter heights.
    private func leading(_ line: Int) -> Double {
        let size = max(lines[line].fontSize, lines[line - 1].fontSize, 1)
        return (lines[line].rect.bottom - lines[line - 1].rect.bottom) / size
    }

    private var leadings: [Double] {
        (1..<max(1, lines.count)).filter { !isSmall($0) }.map(leading)
    }

    private func isStart(_ line: Int) -> Bool {
        if isSmall(line) { return false }
        let all = leadings
        let closest = all.min() ?? 1
        let here = leading(line)
        if here > Self.leadingMax || here > closest + Self.spread { return true }
        guard (all.max() ?? closest) <= closest + Self.spread, let first = words(line, 0).first else { return false }
        return !Self.goesOn(first) && lines[line].words.contains { region.column(of: $0) > 0 }
    }

    private func words(_ line: Int, _ column: Int) -> [PageWord] {
        lines[line].words.filter { region.column(of: $0) == column }
    }

    /// Only small print, in the first column.
    private func isSmall(_ line: Int) -> Bool {
        guard let size = words(line, 0).map(\.fontSize).max(),
            let above = (0..<line).reversed().lazy.compactMap({ words($0, 0).map(\.fontSize).max() }).first
        else { return false }
        return size < above * Self.smallMax
    }

    private static func goesOn(_ word: PageWord) -> Bool {
        guard let first = word.text.unicodeScalars.first else { return false }
        return first.properties.isLowercase || first == "("
    }
}
