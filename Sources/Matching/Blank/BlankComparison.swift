import FormModel

/// Finds out what on a filled form stands on the blank one too, and marks those tokens as printed.
///
/// Lines are aligned in order first: lines that are equal, or of which one begins with the other (a label with an answer
/// behind it). What is left between aligned lines is aligned word by word, so that retyped, joined or broken lines and
/// answers in the middle of a sentence are found too. Rows and blocks that were added stay the person's own.
struct BlankComparison {
    /// Below this share of its words a blank is not the form's blank.
    static let likenessMin = 0.35
    /// Beyond these sizes a stretch is not aligned and counts as added.
    private static let lineTableMax = 400_000
    private static let wordTableMax = 60_000
    /// A line of the blank whose words are found to a smaller share than this is not there.
    private static let coverageMin = 0.6

    private let blank: BlankForm
    private var layout: Layout
    private var lines: [Int]
    /// Where the words found stand on the blank, by token.
    private var found: [Int: Place] = [:]

    private struct Place {
        /// Index into the blank's lines.
        var line: Int
        /// Whether the blank's line begins with it.
        var isFirst: Bool
    }

    struct Result {
        /// With its print marked.
        var layout: Layout
        var blank: BlankForm
        var likeness: Double
    }

    /// The layout with its print marked, when one of the blanks is its blank.
    static func compare(_ layout: Layout, with blanks: [BlankForm]) -> Result? {
        let ranked = blanks.map { ($0, $0.likeness(to: layout)) }
        guard let (blank, likeness) = ranked.max(by: { $0.1 < $1.1 }), likeness >= likenessMin else { return nil }
        var comparison = BlankComparison(blank: blank, layout: layout)
        comparison.run()
        return Result(layout: comparison.layout, blank: blank, likeness: likeness)
    }

    private init(blank: BlankForm, layout: Layout) {
        self.blank = blank
        self.layout = layout
        lines = layout.lines.indices.filter { layout.lines[$0].wordCount > 0 }
    }

    private mutating func run() {
        let pairs = alignLines()
        var blankNext = 0
        var next = 0
        for (blankPosition, position) in pairs + [(blank.lines.count, lines.count)] {
            // A line that goes on behind its print may have swallowed those that follow on the blank.
            alignWords(blankNext..<blankPosition, max(0, next - 1)..<position)
            if position < lines.count { mark(blankPosition, position) }
            blankNext = blankPosition + 1
            next = position + 1
        }
        partJoinedLines()
        markOrnaments()
    }

    // MARK: Lines

    /// Pairs of positions, rising in both.
    private func alignLines() -> [(Int, Int)] {
        let keys = lines.map { layout.prefixKeys(of: $0) }
        let rows = blank.lines.count
        let columns = lines.count
        guard rows > 0, columns > 0, (rows + 1) * (columns + 1) <= Self.lineTableMax else { return [] }
        // gain[column] holds what pairing a row with that column is worth; most are nothing.
        var gains: [[(column: Int, gain: Int32)]] = Array(repeating: [], count: rows)
        for column in 0..<columns {
            let whole = layout.lines[lines[column]].key
            for key in keys[column] {
                guard let positions = blank.byKey[key] else { continue }
                for row in positions {
                    let words = Int32(min(8, blank.layout.lines[blank.lines[row]].wordCount))
                    // Between equal lines, one of which is an answer, the place in the table decides.
                    let isInPlace = blank.layout.column(of: blank.lines[row]) == layout.column(of: lines[column])
                    gains[row].append((column, (key == whole ? words + 4 : words + 2) * 4 + (isInPlace ? 1 : 0)))
                }
                break
            }
        }
        return bestPath(gains, rows, columns)
    }

    private func bestPath(_ gains: [[(column: Int, gain: Int32)]], _ rows: Int, _ columns: Int) -> [(Int, Int)] {
        let width = columns + 1
        var table = [Int32](repeating: 0, count: (rows + 1) * width)
        for row in (0..<rows).reversed() {
            var gain = [Int32](repeating: 0, count: columns)
            for entry in gains[row] { gain[entry.column] = entry.gain }
            for column in (0..<columns).reversed() {
                var best = max(table[(row + 1) * width + column], table[row * width + column + 1])
                if gain[column] > 0 { best = max(best, table[(row + 1) * width + column + 1] + gain[column]) }
                table[row * width + column] = best
            }
        }
        var pairs: [(Int, Int)] = []
        var row = 0
        var column = 0
        while row < rows, column < columns {
            let here = table[row * width + column]
            let gain = gains[row].first { $0.column == column }?.gain ?? 0
            if gain > 0, here == table[(row + 1) * width + column + 1] + gain {
                pairs.append((row, column))
                row += 1
                column += 1
            } else if here == table[(row + 1) * width + column] {
                row += 1
            } else {
                column += 1
            }
        }
        return pairs
    }

    /// Marks the words of an aligned line, as many as the blank's line has.
    private mutating func mark(_ blankPosition: Int, _ position: Int) {
        let blankLine = blank.lines[blankPosition]
        let line = lines[position]
        let blankWords = blank.layout.lines[blankLine].tokens.filter { blank.layout.tokens[$0].kind == .word }
        var count = 0
        for index in layout.lines[line].tokens where layout.tokens[index].kind == .word {
            guard count < blankWords.count else { break }
            note(index, blankWords[count], blankLine, isFirst: count == 0)
            count += 1
        }
        layout.lines[line].blankLine = Int32(blankLine)
        layout.lines[line].isOnBlank = layout.lines[line].wordCount == blank.layout.lines[blankLine].wordCount
    }

    private mutating func note(_ token: Int, _ blankToken: Int, _ blankLine: Int, isFirst: Bool) {
        layout.tokens[token].isPrinted = true
        layout.tokens[token].blankStyle = blank.layout.tokens[blankToken].style
        found[token] = Place(line: blankLine, isFirst: isFirst)
    }

    // MARK: Words

    private mutating func alignWords(_ blankRange: Range<Int>, _ range: Range<Int>) {
        guard !blankRange.isEmpty, !range.isEmpty else { return }
        let theirs = blankRange.flatMap { position in words(of: blank.lines[position], in: blank.layout) }
        let ours = range.flatMap { position in words(of: lines[position], in: layout) }.filter {
            found[$0.token] == nil
        }
        var pairs: [(Int, Int)] = []
        var (left, right) = (0, 0)
        for line in wholeLines(theirs, ours) + [(theirs.count..<theirs.count, ours.count)] {
            pairs += commonWords(theirs[left..<line.0.lowerBound], ours[right..<line.1])
            pairs += zip(line.0, line.1...).map { ($0, $1) }
            (left, right) = (line.0.upperBound, line.1 + line.0.count)
        }
        var counts: [Int: Int] = [:]
        for (left, _) in pairs { counts[theirs[left].line, default: 0] += 1 }
        for (left, right) in pairs {
            let blankLine = theirs[left].line
            let share = Double(counts[blankLine, default: 0]) / Double(blank.layout.lines[blankLine].wordCount)
            guard share >= Self.coverageMin else { continue }
            let isFirst = left == 0 || theirs[left - 1].line != blankLine
            note(ours[right].token, theirs[left].token, blankLine, isFirst: isFirst)
            if layout.lines[ours[right].line].blankLine < 0 {
                layout.lines[ours[right].line].blankLine = Int32(blankLine)
            }
        }
    }

    /// So many words one after the other are the blank's line, wherever they stand; its single words may be an answer's.
    private static let wholeLineMin = 3

    /// Lines of the blank that stand among our words without a gap, in order: their words, and where ours begin.
    private func wholeLines(_ theirs: [Word], _ ours: [Word]) -> [(Range<Int>, Int)] {
        var found: [(Range<Int>, Int)] = []
        var next = 0
        var start = 0
        while start < theirs.count {
            let end = theirs[start...].firstIndex { $0.line != theirs[start].line } ?? theirs.count
            defer { start = end }
            guard end - start >= Self.wholeLineMin, ours.count - next >= end - start else { continue }
            let place = (next...(ours.count - (end - start))).first { place in
                zip(theirs[start..<end], ours[place...]).allSatisfy { $0.hash == $1.hash }
            }
            guard let place else { continue }
            found.append((start..<end, place))
            next = place + end - start
        }
        return found
    }

    private struct Word {
        var hash: UInt64
        var token: Int
        var line: Int
    }

    private func words(of line: Int, in layout: Layout) -> [Word] {
        layout.lines[line].tokens.compactMap { index in
            let token = layout.tokens[index]
            return token.kind == .word ? Word(hash: token.hash, token: index, line: line) : nil
        }
    }

    /// The longest common sequence, as indices of both.
    private func commonWords(_ theirs: ArraySlice<Word>, _ ours: ArraySlice<Word>) -> [(Int, Int)] {
        guard !theirs.isEmpty, !ours.isEmpty, (theirs.count + 1) * (ours.count + 1) <= Self.wordTableMax else {
            return []
        }
        let (left, right) = (theirs.map(\.hash), ours.map(\.hash))
        let width = right.count + 1
        var table = [Int16](repeating: 0, count: (left.count + 1) * width)
        for row in left.indices.reversed() {
            for column in right.indices.reversed() {
                table[row * width + column] =
                    left[row] == right[column]
                    ? table[(row + 1) * width + column + 1] + 1
                    : max(table[(row + 1) * width + column], table[row * width + column + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var row = 0
        var column = 0
        while row < left.count, column < right.count {
            if left[row] == right[column] {
                pairs.append((theirs.startIndex + row, ours.startIndex + column))
                row += 1
                column += 1
            } else if table[(row + 1) * width + column] >= table[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return pairs
    }

    // MARK: Joined lines

    /// A line in which another line of the blank begins is parted there: on paper, a line that fills its column looks as if
    /// it went on.
    private mutating func partJoinedLines() {
        var parts: [Int: [Int]] = [:]
        for line in lines {
            let starts = starts(in: line)
            if !starts.isEmpty { parts[line] = starts }
        }
        guard !parts.isEmpty else { return }
        var parted: [Line] = []
        var moved: [Int] = []
        for line in layout.lines.indices {
            moved.append(parted.count)
            let bounds = [layout.lines[line].tokens.lowerBound] + parts[line, default: []]
            let ends = bounds.dropFirst() + [layout.lines[line].tokens.upperBound]
            parted += zip(bounds, ends).map { part(of: layout.lines[line], $0..<$1) }
        }
        moved.append(parted.count)
        for cell in layout.cells.indices {
            let range = layout.cells[cell].lines
            layout.cells[cell].lines = moved[range.lowerBound]..<moved[range.upperBound]
        }
        layout.lines = parted
        lines = layout.lines.indices.filter { layout.lines[$0].wordCount > 0 }
    }

    /// Tokens of a line that begin another line of the blank, a box before its words included.
    private func starts(in line: Int) -> [Int] {
        let range = layout.lines[line].tokens
        var starts: [Int] = []
        var current: Int?
        for index in range {
            guard let place = found[index] else { continue }
            defer { current = place.line }
            // A label that the blank breaks over lines goes on in small letters; what begins a line of its own does not.
            guard let before = current, place.isFirst, place.line != before, !isSmall(index) else { continue }
            var start = index
            while start - 1 > starts.last ?? range.lowerBound, layout.tokens[start - 1].kind == .mark { start -= 1 }
            starts.append(start)
        }
        return starts
    }

    private func isSmall(_ token: Int) -> Bool {
        Unicode.Scalar(layout.scalar(at: Int(layout.tokens[token].start)))?.properties.isLowercase ?? false
    }

    private func part(of line: Line, _ range: Range<Int>) -> Line {
        guard range != line.tokens else { return line }
        var part = line
        part.tokens = range
        part.key = LabelFold.seed
        part.wordCount = 0
        for index in range where layout.tokens[index].kind == .word {
            part.key = LabelFold.hash(layout.fold(layout.tokens[index]), from: part.key)
            part.wordCount += 1
        }
        part.blankLine = range.lazy.compactMap { found[$0]?.line }.first.map { Int32($0) } ?? -1
        part.isOnBlank = part.blankLine >= 0 && blank.layout.lines[Int(part.blankLine)].key == part.key
        return part
    }

    // MARK: Marks

    /// A mark that is checked on the blank already is an ornament, unless its number on the line has changed.
    private mutating func markOrnaments() {
        for line in lines where layout.lines[line].blankLine >= 0 {
            let theirs = blank.layout.lines[Int(layout.lines[line].blankLine)].tokens.filter {
                blank.layout.tokens[$0].kind == .mark
            }
            let ours = layout.lines[line].tokens.filter { layout.tokens[$0].kind == .mark }
            guard theirs.count == ours.count else { continue }
            for (their, our) in zip(theirs, ours)
            where blank.layout.tokens[their].isChecked && layout.tokens[our].isChecked {
                layout.tokens[our].isOrnament = true
            }
        }
    }
}
