import FormModel

/// Boxes to tick with their words: on one line where they fit, else in columns.
struct CheckGrid {
    private struct Cell {
        var option: FormOption
        var text: TextBlock
        var x: Double
        var y: Double
        var height: Double
    }

    private let cells: [Cell]
    let height: Double

    private static let indent = FormMeasure.checkSide + FormMeasure.checkGap
    private static let optionGap = FormMeasure.mm(7)
    private static let lineHeight = FormMeasure.mm(6.6)
    private static let columnCountMax = 4

    /// Width of all options on one line.
    static func lineWidth(_ options: [FormOption], _ engine: TextEngine) -> Double {
        let words = options.reduce(0) { $0 + engine.block($1.label, FormMeasure.textStyle).width + indent }
        return words + optionGap * Double(max(0, options.count - 1))
    }

    init(_ options: [FormOption], width: Double, _ engine: TextEngine) {
        if Self.lineWidth(options, engine) <= width {
            (cells, height) = Self.line(options, engine)
        } else {
            (cells, height) = Self.columns(options, width: width, engine)
        }
    }

    private static func line(_ options: [FormOption], _ engine: TextEngine) -> ([Cell], Double) {
        var x = 0.0
        let cells = options.map { option in
            let text = engine.block(option.label, FormMeasure.textStyle)
            defer { x += indent + text.width + optionGap }
            return Cell(option: option, text: text, x: x, y: 0, height: lineHeight)
        }
        return (cells, lineHeight)
    }

    /// As many columns of equal width as the longest label leaves, filled from the left to the right.
    private static func columns(_ options: [FormOption], width: Double, _ engine: TextEngine) -> ([Cell], Double) {
        let longest = options.map { engine.block($0.label, FormMeasure.textStyle).width }.max() ?? 0
        var count = 1
        for candidate in 2...columnCountMax {
            let room = (width - FormMeasure.gutter * Double(candidate - 1)) / Double(candidate)
            if indent + longest <= room { count = candidate }
        }
        let columnWidth = (width - FormMeasure.gutter * Double(count - 1)) / Double(count)
        var cells: [Cell] = []
        var y = 0.0
        for start in stride(from: 0, to: options.count, by: count) {
            let row = options[start..<min(options.count, start + count)]
            let texts = row.map { engine.block($0.label, FormMeasure.textStyle, width: columnWidth - indent) }
            let height = max(lineHeight, (texts.map(\.height).max() ?? 0) + 4)
            for (column, (option, text)) in zip(row, texts).enumerated() {
                let x = Double(column) * (columnWidth + FormMeasure.gutter)
                cells.append(Cell(option: option, text: text, x: x, y: y, height: height))
            }
            y += height
        }
        return (cells, y)
    }

    func add(to layout: inout FormLayout, at point: PagePoint) -> [FormPlace] {
        cells.map { cell in
            let firstLine = cell.text.lines.first?.height ?? 0
            let boxY = point.y + cell.y + (Self.lineHeight - FormMeasure.checkSide) / 2
            let frame = PageBox(
                x: point.x + cell.x,
                y: boxY,
                width: FormMeasure.checkSide,
                height: FormMeasure.checkSide
            )
            layout.draw(.box(frame, fill: .white, stroke: .text, width: 0.9))
            let textY = point.y + cell.y + (Self.lineHeight - firstLine) / 2
            layout.put(cell.text, x: point.x + cell.x + Self.indent, y: textY)
            return FormPlace(
                page: layout.pageNumber,
                box: frame.inside(0.5).rounded,
                role: .check(option: cell.option.key),
                label: cell.option.label
            )
        }
    }
}
