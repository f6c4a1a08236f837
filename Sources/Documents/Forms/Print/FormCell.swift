import FormModel

/// One question in a row: its label and help, and the places for the answer below them.
struct FormCell {
    let question: FormQuestion
    let width: Double
    let label: TextBlock
    let help: TextBlock?
    let boxes: CheckGrid?
    /// Yes and no stand at the right of a long question instead of below it.
    let isSideways: Bool
    /// From the question's left edge to its boxes.
    private let answerX: Double

    private static let third = (FormMeasure.width - 2 * FormMeasure.gutter) / 3
    private static let half = (FormMeasure.width - FormMeasure.gutter) / 2
    private static let sideWidth = FormMeasure.mm(40)

    init(_ question: FormQuestion, _ words: FormWording, _ engine: TextEngine) {
        self.init(question, words, engine, width: Self.naturalWidth(question, words, engine))
    }

    /// The question and, smaller, what is to be known about answering it; each of these pieces stays on one line.
    private static func labelRuns(_ question: FormQuestion, _ words: FormWording) -> [TextRun] {
        let asides = question.asides(words).map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: ", ")
        let label = TextRun(text: question.label, isBold: true)
        return asides.isEmpty ? [label] : [label, TextRun(text: "  " + asides, ink: .muted, scale: 0.88)]
    }

    private init(_ question: FormQuestion, _ words: FormWording, _ engine: TextEngine, width: Double) {
        self.question = question
        self.width = width
        isSideways = question.kind == .yesNo
        let runs = Self.labelRuns(question, words)
        var textWidth = width
        if isSideways {
            textWidth -= Self.sideWidth + FormMeasure.gutter
            // Beside a short question the boxes stand where the second column begins, near enough to be seen as its own.
            let needed = engine.block(runs, FormMeasure.labelStyle).width
            if needed <= Self.half { textWidth = Self.half }
        }
        answerX = isSideways ? textWidth + FormMeasure.gutter : 0
        label = engine.block(runs, FormMeasure.labelStyle, width: textWidth)
        help = question.help.isEmpty ? nil : engine.block(question.help, FormMeasure.helpStyle, width: textWidth)
        self.words = words
        if case .ticking(let options, _) = question.manner {
            boxes = CheckGrid(options, width: isSideways ? Self.sideWidth : width, engine)
        } else {
            boxes = nil
        }
    }

    private let words: FormWording

    /// A third, a half or the whole of the column, whichever the answer needs.
    private static func naturalWidth(_ question: FormQuestion, _ words: FormWording, _ engine: TextEngine) -> Double {
        let needed: Double
        switch question.manner {
        case .writing(let lines, let millimetres): needed = lines > 1 ? FormMeasure.width : FormMeasure.mm(millimetres)
        case .comb(let pattern): needed = CombCells.width(pattern)
        case .ticking(let options, _):
            needed = question.kind == .yesNo ? FormMeasure.width : CheckGrid.lineWidth(options, engine)
        }
        // A label stays on one line where a half of the column lets it.
        let label = engine.block(labelRuns(question, words), FormMeasure.labelStyle).width
        for size in [third, half] where max(needed, min(label, half)) <= size + 0.01 { return size }
        return FormMeasure.width
    }

    /// Rows of several cells fill the column: what is left over goes to those that are written in freely.
    static func stretched(_ cells: [FormCell], _ engine: TextEngine) -> [FormCell] {
        let taken = cells.reduce(0) { $0 + $1.width } + FormMeasure.gutter * Double(cells.count - 1)
        let spare = FormMeasure.width - taken
        let stretchable = cells.filter(\.isStretchable).count
        guard cells.count > 1, spare > 1, stretchable > 0 else { return cells }
        return cells.map { cell in
            guard cell.isStretchable else { return cell }
            return FormCell(cell.question, cell.words, engine, width: cell.width + spare / Double(stretchable))
        }
    }

    /// Fewest lines of a long text that are worth keeping on a page.
    private static let lineCountMin = 4

    /// The same question with fewer lines, so that it fits into the rest of a page; nil where too few would be left.
    func shrunk(toFit height: Double, _ engine: TextEngine) -> FormCell? {
        guard case .writing(let lines, let wanted) = question.manner, lines > Self.lineCountMin else { return nil }
        let fitting = Int((height - headHeight - FormMeasure.labelGap) / FormMeasure.linePitch)
        guard (Self.lineCountMin..<lines).contains(fitting) else { return nil }
        var question = question
        question.manner = .writing(lines: fitting, width: wanted)
        return FormCell(question, words, engine, width: width)
    }

    private var isStretchable: Bool {
        guard case .writing = question.manner else { return false }
        return question.kind != .number
    }

    // MARK: Heights

    var headHeight: Double { label.height + (help.map { $0.height + 0.5 } ?? 0) }

    private var answerHeight: Double {
        switch question.manner {
        case .writing(let lines, _): lines > 1 ? Double(lines) * FormMeasure.linePitch : FormMeasure.boxHeight
        case .comb: FormMeasure.boxHeight
        case .ticking: boxes.map(\.height) ?? 0
        }
    }

    /// Boxes of a row stand on one line, below the tallest label.
    static func height(of cells: [FormCell]) -> Double {
        if cells.count == 1, cells[0].isSideways { return max(cells[0].headHeight, cells[0].answerHeight) + 2 }
        let head = cells.map(\.headHeight).max() ?? 0
        return head + FormMeasure.labelGap + (cells.map(\.answerHeight).max() ?? 0)
    }

    // MARK: Drawing

    func add(to layout: inout FormLayout, x: Double, headHeight: Double) {
        let top = layout.y + (isSideways ? 1 : headHeight - self.headHeight)
        layout.put(label, x: x, y: top)
        if let help { layout.put(help, x: x, y: top + label.height + 0.5) }
        let answerTop = layout.y + headHeight + FormMeasure.labelGap
        var takesOne = false
        let places: [FormPlace]
        switch question.manner {
        case .writing(let lines, _): places = [addBox(to: &layout, x: x, y: answerTop, lines: lines)]
        case .comb(let pattern): places = [CombCells(pattern).add(to: &layout, x: x, y: answerTop)]
        case .ticking(_, let one):
            takesOne = one
            let side = PagePoint(x: x + answerX, y: layout.y + 0.5)
            let point = isSideways ? side : PagePoint(x: x, y: answerTop)
            places = boxes?.add(to: &layout, at: point) ?? []
        }
        layout.note(
            FormMapField(
                name: question.name,
                kind: question.kind,
                label: question.label,
                labelPlace: FormMapField.LabelPlace(page: layout.pageNumber, box: label.box(x: x, y: top)),
                places: places,
                takesOne: takesOne
            )
        )
    }

    private func addBox(to layout: inout FormLayout, x: Double, y: Double, lines: Int) -> FormPlace {
        let frame = PageBox(x: x, y: y, width: boxWidth, height: answerHeight)
        layout.draw(.box(frame, fill: .white, stroke: .frame, width: FormMeasure.frameWidth))
        for line in 1..<max(2, lines) where lines > 1 {
            let ruleY = y + Double(line) * FormMeasure.linePitch
            layout.draw(.rule(x: x + 4, y: ruleY, toX: x + boxWidth - 4, toY: ruleY, ink: .faint, width: 0.5))
        }
        return FormPlace(page: layout.pageNumber, box: frame.inside(0.5).rounded, role: .text(lines: lines))
    }

    /// A number needs no more room than its digits.
    private var boxWidth: Double { question.kind == .number ? min(width, FormMeasure.mm(32)) : width }
}

/// A point on a page.
struct PagePoint {
    var x: Double
    var y: Double
}
