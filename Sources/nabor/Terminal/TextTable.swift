import Foundation

/// Aligned columns, at most 100 characters wide; the widest columns give way first.
struct TextTable {
    enum Alignment {
        case left, right
    }

    struct Column {
        var title: String
        var alignment: Alignment = .left
        /// Never narrower than this.
        var minimum = 4
    }

    static let widthMax = 100
    private static let gap = "  "

    let columns: [Column]
    private var rows: [[Cell]] = []

    /// Text with the style it is shown in; the style does not count for the width.
    struct Cell: ExpressibleByStringLiteral {
        var text: String
        var style: (String) -> String

        init(_ text: String, style: @escaping (String) -> String = { $0 }) {
            self.text = Console.safe(text).replacing("\n", with: " ")
            self.style = style
        }

        init(stringLiteral value: String) { self.init(value) }
    }

    init(_ columns: [Column]) {
        self.columns = columns
    }

    mutating func add(_ cells: [Cell]) {
        rows.append(cells)
    }

    var isEmpty: Bool { rows.isEmpty }

    func print() {
        let widths = fitted()
        Console.print(Console.dim(line(columns.map { Cell($0.title) }, widths)))
        for row in rows { Console.print(line(row, widths)) }
    }

    private func fitted() -> [Int] {
        var widths = columns.indices.map { index in
            max(columns[index].title.count, rows.map { $0[index].text.count }.max() ?? 0, columns[index].minimum)
        }
        let gaps = Self.gap.count * (columns.count - 1)
        while widths.reduce(gaps, +) > Self.widthMax {
            guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
                widths[widest] > columns[widest].minimum
            else { break }
            widths[widest] -= 1
        }
        return widths
    }

    private func line(_ cells: [Cell], _ widths: [Int]) -> String {
        var parts: [String] = []
        for (index, cell) in cells.enumerated() {
            let shown = Self.shortened(cell.text, widths[index])
            let space = String(repeating: " ", count: widths[index] - shown.count)
            let isLast = index == cells.count - 1
            switch columns[index].alignment {
            case .left: parts.append(cell.style(shown) + (isLast ? "" : space))
            case .right: parts.append(space + cell.style(shown))
            }
        }
        return parts.joined(separator: Self.gap)
    }

    private static func shortened(_ text: String, _ width: Int) -> String {
        text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
    }
}
