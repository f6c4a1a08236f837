import FormModel

/// Finds what stands side by side without a ruling between: tables whose columns only white parts, and columns of running
/// text.
///
/// A gutter is white that runs down through several lines. In a table a row's cells begin on one line, and what stands left
/// are names of questions; in columns each side has questions with room for answers behind them, or full lines of prose.
/// Whatever is neither, and what has dots or form fields in it or boxes at the left, stays as it was: lines with gaps.
struct SideBySide {
    enum Kind {
        case table, columns
    }

    struct Region {
        var kind: Kind
        /// Into the lines that were looked at.
        var lines: Range<Int>
        /// Where one column ends and the next begins; amid the gutters, from left to right.
        var edges: [Double]

        func column(of word: PageWord) -> Int { edges.count { $0 < word.rect.middleX } }
    }

    /// White down the page.
    private struct Gutter {
        var left: Double
        var right: Double

        /// What the words of a line leave of it.
        func narrowed(by line: TextLine) -> Gutter? {
            var rest = self
            for word in line.words where word.rect.right > rest.left && word.rect.left < rest.right {
                if word.rect.left - rest.left >= rest.right - word.rect.right {
                    rest.right = word.rect.left
                } else {
                    rest.left = word.rect.right
                }
            }
            return rest.right - rest.left >= line.fontSize * SideBySide.gutterMin ? rest : nil
        }
    }

    /// Widths in letter heights: of a gutter that several lines leave white, and of a gap that makes one line a beginning.
    private static let gutterMin = 0.6
    private static let wideGap = 1.6
    /// Lines further apart than this many letter heights belong to different things.
    private static let distanceMax = 4.0
    private static let columnLineCountMin = 5
    /// Points; numbers of a list and short answers fill a narrow column too.
    private static let proseWidthMin = 110.0
    /// Lines of prose fill their column to this share, most of them.
    private static let fullMin = 0.85
    private static let fullShareMin = 0.6

    static func regions(_ lines: [TextLine]) -> [Region] {
        var regions: [Region] = []
        var index = 0
        while index < lines.count {
            if let region = region(from: index, lines) {
                regions.append(region)
                index = region.lines.upperBound
            } else {
                index += 1
            }
        }
        return regions
    }

    private static func region(from start: Int, _ lines: [TextLine]) -> Region? {
        var gutters = wideGaps(lines[start])
        var end = start + 1
        if !gutters.isEmpty, end < lines.count, isNear(lines[start], lines[end]) {
            gutters += furtherGaps(of: lines[end], over: lines[start], besides: gutters)
        }
        while !gutters.isEmpty, end < lines.count, isNear(lines[end - 1], lines[end]) {
            let narrowed = gutters.compactMap { $0.narrowed(by: lines[end]) }
            // Another number of columns: something else begins.
            let isOther = narrowed.count < gutters.count && end - start > 1
            guard !narrowed.isEmpty, !isOther, !hasGapElsewhere(lines[end], narrowed) else { break }
            gutters = narrowed
            end += 1
        }
        guard !gutters.isEmpty else { return nil }
        gutters += narrowGutters(lines[start..<end], besides: gutters)
        let edges = gutters.map { ($0.left + $0.right) / 2 }.sorted()
        var region = Region(kind: .table, lines: start..<end, edges: edges)
        while let last = region.lines.last, region.lines.count > 1, isTail(lines[last], after: lines[last - 1], region)
        {
            region.lines = start..<last
        }
        guard let kind = kind(of: region, lines) else { return nil }
        region.kind = kind
        return region
    }

    private static func wideGaps(_ line: TextLine) -> [Gutter] {
        var gaps: [Gutter] = []
        var hasBox = false
        for (word, next) in zip(line.words, line.words.dropFirst()) {
            hasBox = hasBox || isBox(word)
            // Boxes in a row belong to one question.
            guard !hasBox || !isBox(next) else { continue }
            if next.rect.left - word.rect.right > wideGap * min(word.fontSize, next.fontSize) {
                gaps.append(Gutter(left: word.rect.right, right: next.rect.left))
            }
        }
        return gaps
    }

    /// Gaps of the first row that its head does not show as plainly: «Lp. Nazwisko» over «1.» and a name.
    private static func furtherGaps(of row: TextLine, over head: TextLine, besides gutters: [Gutter]) -> [Gutter] {
        let others = wideGaps(row).filter { gap in !gutters.contains { $0.left < gap.right && gap.left < $0.right } }
        let narrowed = others.compactMap { $0.narrowed(by: head) }
        return narrowed.count == others.count ? narrowed : []
    }

    /// White that is narrow but runs down through all lines of a table: «17.» and a name, in a list that begins with a high
    /// number.
    private static func narrowGutters(_ lines: ArraySlice<TextLine>, besides gutters: [Gutter]) -> [Gutter] {
        guard lines.count >= narrowLineCountMin, let fullest = lines.max(by: { $0.words.count < $1.words.count }) else {
            return []
        }
        let gaps = zip(fullest.words, fullest.words.dropFirst()).map {
            Gutter(left: $0.rect.right, right: $1.rect.left)
        }
        return gaps.compactMap { gap -> Gutter? in
            guard !gutters.contains(where: { $0.left < gap.right && gap.left < $0.right }) else { return nil }
            guard let rest = lines.reduce(gap as Gutter?, { $0?.narrowed(by: $1) }) else { return nil }
            let both = lines.count { line in
                line.words.contains {
                    $0.rect.right <= rest.left + 0.5 && $0.rect.right > rest.left - 8 * line.fontSize
                }
                    && line.words.contains { $0.rect.left >= rest.right - 0.5 }
            }
            return Double(both) >= narrowShareMin * Double(lines.count) ? rest : nil
        }
    }

    private static let narrowLineCountMin = 4
    private static let narrowShareMin = 0.8

    private static func isNear(_ line: TextLine, _ next: TextLine) -> Bool {
        next.rect.top - line.rect.bottom <= distanceMax * max(line.fontSize, next.fontSize)
    }

    private static func hasGapElsewhere(_ line: TextLine, _ gutters: [Gutter]) -> Bool {
        wideGaps(line).contains { gap in !gutters.contains { $0.left < gap.right && gap.left < $0.right } }
    }

    /// A line at the left alone and a little apart is a heading of what follows, no cell.
    private static func isTail(_ line: TextLine, after before: TextLine, _ region: Region) -> Bool {
        guard line.words.allSatisfy({ region.column(of: $0) == 0 }) else { return false }
        return line.rect.bottom - before.rect.bottom > 1.3 * max(line.fontSize, before.fontSize)
    }

    // MARK: Which of the two

    private static func kind(of region: Region, _ lines: [TextLine]) -> Kind? {
        let columns = (0...region.edges.count).map { column in
            lines[region.lines].map { line in line.words.filter { region.column(of: $0) == column } }
                .filter { !$0.isEmpty }
        }
        guard columns.allSatisfy({ $0.count >= 2 }) else { return nil }
        if region.lines.count >= columnLineCountMin, areQuestions(columns) || columns.allSatisfy(isProse) {
            return .columns
        }
        let isPlain = lines[region.lines].allSatisfy { line in
            line.words.allSatisfy { word in
                word.control == nil && !isLeader(word) && (region.column(of: word) > 0 || !isBox(word))
            }
        }
        let shared = lines[region.lines].count { line in
            line.words.contains { region.column(of: $0) == 0 } && line.words.contains { region.column(of: $0) > 0 }
        }
        return isPlain && shared >= 2 ? .table : nil
    }

    /// Questions with something behind them at the left, questions at the right.
    private static func areQuestions(_ columns: [[[PageWord]]]) -> Bool {
        guard let first = columns.first else { return false }
        let answered = first.count { line in
            line.contains(where: isLeader) || line.dropLast().contains(where: isQuestion)
        }
        return answered >= 2
            && columns.dropFirst().allSatisfy { column in
                column.count { line in line.contains { isLeader($0) || isQuestion($0) } } >= 2
            }
    }

    private static func isProse(_ lines: [[PageWord]]) -> Bool {
        guard lines.count >= columnLineCountMin - 1, let left = lines.compactMap({ $0.first?.rect.left }).min(),
            let right = lines.compactMap({ $0.last?.rect.right }).max(), right - left >= proseWidthMin
        else { return false }
        let full = lines.count { ($0.last?.rect.right ?? left) - left >= fullMin * (right - left) }
        return Double(full) >= fullShareMin * Double(lines.count)
    }

    private static func isQuestion(_ word: PageWord) -> Bool { word.text.hasSuffix(":") || word.text.hasSuffix("?") }

    private static func isLeader(_ word: PageWord) -> Bool {
        word.text.unicodeScalars.count > 2 && word.text.unicodeScalars.allSatisfy { "._…".unicodeScalars.contains($0) }
    }

    /// A box to tick, drawn or a sign of a font.
    private static func isBox(_ word: PageWord) -> Bool {
        guard let first = word.text.unicodeScalars.first?.value else { return false }
        return word.isBox || (0x2610...0x2612).contains(first) || first == 0x25A1
            || (0xF020...0xF0FF).contains(first)
    }
}
