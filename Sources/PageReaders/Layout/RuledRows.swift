import FormModel

/// Finds tables that have lines between their rows only: rules of one length below each other, with words between that begin
/// at the same places.
struct RuledRows {
    private(set) var grids: [Grid] = []
    /// The edges of each table's columns, from its left side to its right one.
    private(set) var edges: [[Double]] = []
    /// Lines that belong to no table.
    private(set) var loose: [PageDrawing.Segment] = []

    /// Points by which ends of rules and beginnings of words may differ.
    private static let slack = 2.0
    /// Points: lower than this is a double line, higher no row.
    private static let heights = 9.0...600.0
    private static let ruleWidthMin = 150.0
    /// White before a word that begins a cell.
    private static let whiteMin = 3.0
    /// White that is no blank between words; in two rows at least, or words of a sentence could be cells.
    private static let plainWhiteMin = 12.0
    /// A further column has words in so large a share of the rows.
    private static let shareMin = 0.6
    private static let ruleCountMax = 400
    /// Rows that are asked where columns may begin.
    private static let startCountMax = 6

    private struct Row {
        var top: Double
        var bottom: Double
        var lines: [TextLine]

        /// Where something begins behind white, or at the beginning of a line.
        var starts: [Double] { starts(behind: RuledRows.whiteMin) }

        /// The same, where the white is wider than between two words.
        var plainStarts: [Double] { starts(behind: RuledRows.plainWhiteMin) }

        private func starts(behind white: Double) -> [Double] {
            var starts: [Double] = []
            for line in lines {
                starts.append(line.words[0].rect.left)
                for (before, word) in zip(line.words, line.words.dropFirst())
                where word.rect.left - before.rect.right >= white {
                    starts.append(word.rect.left)
                }
            }
            return starts
        }

        func isParted(at x: Double) -> Bool {
            lines.allSatisfy { line in
                line.words.allSatisfy { $0.rect.left >= x - RuledRows.slack || $0.rect.right <= x + 0.5 }
            }
        }
    }

    /// - Parameter before: edges of the columns of such tables on the page before: one that goes on with a single row is known
    ///   by them.
    init(_ horizontals: [PageDrawing.Segment], words: [PageWord], before: [[Double]] = []) {
        var groups: [[PageDrawing.Segment]] = []
        for rule in horizontals.sorted(by: { $0.position < $1.position }).prefix(Self.ruleCountMax) {
            let same = groups.firstIndex { group in
                abs(group[0].start - rule.start) <= Self.slack && abs(group[0].end - rule.end) <= Self.slack
            }
            if let same, rule.length >= Self.ruleWidthMin { groups[same].append(rule) } else { groups.append([rule]) }
        }
        for group in groups {
            let rows = Self.rows(group, words)
            var tables = Self.tables(rows, group[0])
            if tables.isEmpty, let table = Self.continued(rows, group[0], before) { tables = [table] }
            grids += tables.map { Self.grid($0.rows, $0.edges) }
            edges += tables.map(\.edges)
            if tables.isEmpty { loose += group }
        }
    }

    private static func rows(_ rules: [PageDrawing.Segment], _ words: [PageWord]) -> [Row] {
        let (left, right) = (rules[0].start, rules[0].end)
        return zip(rules, rules.dropFirst()).map { upper, lower in
            let inside = words.filter { word in
                word.rect.middleY > upper.position && word.rect.middleY < lower.position
                    && word.rect.left >= left - slack && word.rect.left < right
            }
            return Row(top: upper.position, bottom: lower.position, lines: TextLine.lines(of: inside))
        }
    }

    private static func tables(_ rows: [Row], _ rule: PageDrawing.Segment) -> [(rows: [Row], edges: [Double])] {
        var tables: [(rows: [Row], edges: [Double])] = []
        var next = 0
        while next < rows.count {
            guard let run = run(from: next, rows, left: rule.start) else {
                next += 1
                continue
            }
            tables.append((Array(rows[run.rows]), [rule.start] + run.edges + [rule.end]))
            next = run.rows.upperBound
        }
        return tables
    }

    /// The rows with which a table of the page before goes on: between rules as long as its own, parted where it was parted.
    private static func continued(
        _ rows: [Row],
        _ rule: PageDrawing.Segment,
        _ before: [[Double]]
    ) -> (rows: [Row], edges: [Double])? {
        let known = before.last { edges in
            abs(edges[0] - rule.start) <= slack && abs(edges[edges.count - 1] - rule.end) <= slack
        }
        guard let known else { return nil }
        let inner = known.dropFirst().dropLast()
        let own = rows.prefix { row in inner.allSatisfy { isRow(row, partedAt: $0) } }
        let isFilled = inner.contains { support(of: $0, own, \.plainStarts) > 0 }
        return own.isEmpty || !isFilled ? nil : (Array(own), known)
    }

    // MARK: Rows that belong together

    /// The rows from there on that one column edge parts, with their other edges; nil where fewer than two have words at it.
    private static func run(from first: Int, _ rows: [Row], left: Double) -> (rows: Range<Int>, edges: [Double])? {
        let near = rows[first..<min(rows.count, first + startCountMax)]
        let candidates = Set(near.flatMap(\.starts)).filter { $0 > left + 20 }
        let runs = candidates.sorted().compactMap { edge -> (rows: Range<Int>, support: Int, edge: Double)? in
            let end = rows.indices[first...].first { !isRow(rows[$0], partedAt: edge) } ?? rows.count
            let run = rows[first..<max(end, first)]
            guard run.count >= 2, support(of: edge, run, \.plainStarts) >= 2 else { return nil }
            return (run.indices, support(of: edge, run), edge)
        }
        guard
            let best = runs.max(by: { ($0.support, $0.rows.count, -$0.edge) < ($1.support, $1.rows.count, -$1.edge) }),
            best.support >= 2
        else { return nil }
        let own = rows[best.rows]
        let needed = max(2, Int((shareMin * Double(own.count)).rounded(.up)))
        let others = Set(own.flatMap(\.starts)).filter { edge in
            edge > left + 20 && abs(edge - best.edge) > 12 && own.allSatisfy { $0.isParted(at: edge) }
                && support(of: edge, own) >= needed
        }
        return (best.rows, distinct([best.edge] + others.sorted()))
    }

    private static func isRow(_ row: Row, partedAt edge: Double) -> Bool {
        heights.contains(row.bottom - row.top) && row.isParted(at: edge)
    }

    /// How many rows have something that begins there.
    private static func support(
        of edge: Double,
        _ rows: ArraySlice<Row>,
        _ starts: KeyPath<Row, [Double]> = \.starts
    ) -> Int {
        rows.count { row in row[keyPath: starts].contains { abs($0 - edge) <= slack } }
    }

    private static func distinct(_ edges: [Double]) -> [Double] {
        var kept: [Double] = []
        for edge in edges where !kept.contains(where: { abs($0 - edge) <= 12 }) { kept.append(edge) }
        return kept.sorted()
    }

    private static func grid(_ rows: [Row], _ edges: [Double]) -> Grid {
        let count = edges.count - 1
        let cells = rows.enumerated().flatMap { index, row in
            (0..<count).map { column in
                let (start, end) = (edges[column], edges[column + 1])
                let rect = PageRect(
                    left: column == 0 ? start : start - slack,
                    top: row.top,
                    right: column + 1 == count ? end : end - slack,
                    bottom: row.bottom
                )
                return Grid.Cell(rect: rect, row: index, column: column, rowCount: 1, columnCount: 1)
            }
        }
        return Grid(
            rect: PageRect(left: edges[0], top: rows[0].top, right: edges[count], bottom: rows[rows.count - 1].bottom),
            rowCount: rows.count,
            columnCount: count,
            cells: cells
        )
    }
}
