import FormModel

/// Cells for one sign each, with the printed signs of a pattern between them.
struct CombCells {
    private let pattern: String

    init(_ pattern: String) {
        self.pattern = pattern
    }

    static func width(_ pattern: String) -> Double {
        pattern.reduce(0) { $0 + ($1 == "#" ? FormMeasure.cellWidth : FormMeasure.separatorWidth) }
    }

    func add(to layout: inout FormLayout, x: Double, y: Double) -> FormPlace {
        let height = FormMeasure.boxHeight
        var cells: [PageBox] = []
        var position = x
        var groupStart = x
        var group = 0
        func closeGroup(_ layout: inout FormLayout) {
            guard group > 0 else { return }
            let frame = PageBox(x: groupStart, y: y, width: Double(group) * FormMeasure.cellWidth, height: height)
            layout.draw(.box(frame, fill: .white, stroke: .frame, width: FormMeasure.frameWidth))
            for line in 1..<max(2, group) where group > 1 {
                let lineX = groupStart + Double(line) * FormMeasure.cellWidth
                layout.draw(.rule(x: lineX, y: y + 0.6, toX: lineX, toY: y + height - 0.6, ink: .faint, width: 0.6))
            }
            group = 0
        }
        for sign in pattern {
            if sign == "#" {
                if group == 0 { groupStart = position }
                group += 1
                let cell = PageBox(x: position, y: y, width: FormMeasure.cellWidth, height: height)
                cells.append(cell.inside(0.5).rounded)
                position += FormMeasure.cellWidth
            } else {
                closeGroup(&layout)
                let block = layout.engine.block(String(sign), TextStyle(size: 12, ink: .muted))
                let left = position + (FormMeasure.separatorWidth - block.width) / 2
                layout.put(block, x: left, y: y + (height - block.height) / 2, tag: nil)
                position += FormMeasure.separatorWidth
            }
        }
        closeGroup(&layout)
        let box = PageBox(x: x, y: y, width: position - x, height: height).inside(0.5).rounded
        return FormPlace(page: layout.pageNumber, box: box, role: .comb(cells: cells, pattern: pattern))
    }
}
