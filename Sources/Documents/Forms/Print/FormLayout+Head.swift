import FormModel

/// The head of the first page: logos, title, facts, how to fill in.
extension FormLayout {
    mutating func addHead() {
        addLogos()
        let width = FormMeasure.width
        y = FormMeasure.top + 4
        put(engine.block(sheet.kind, FormMeasure.kindStyle, width: width), x: FormMeasure.left, y: y)
        y += 17
        let title = engine.block(sheet.title, FormMeasure.titleStyle, width: width)
        put(title, x: FormMeasure.left, y: y, tag: "H1")
        y += title.height + 3
        if !sheet.subtitle.isEmpty, sheet.subtitle != sheet.title {
            let subtitle = engine.block(sheet.subtitle, FormMeasure.subtitleStyle, width: width)
            put(subtitle, x: FormMeasure.left, y: y)
            y += subtitle.height + 2
        }
        if !sheet.summary.isEmpty {
            let summary = engine.block(sheet.summary, FormMeasure.textStyle, width: FormMeasure.mm(150))
            put(summary, x: FormMeasure.left, y: y + 2)
            y += summary.height + 4
        }
        y += 5
        addFacts()
        addInstructions()
    }

    /// Logos in one row of equal optical height, left; the code has the right.
    private mutating func addLogos() {
        let gap = FormMeasure.mm(7)
        let room = FormMeasure.width - FormMeasure.codeSide - FormMeasure.mm(10)
        let ratios = sheet.logos.map { Double($0.pixelWidth) / Double(max(1, $0.pixelHeight)) }
        guard !ratios.isEmpty else { return addOrganiserName() }
        let wanted = ratios.map { $0 > 4 ? FormMeasure.mm(11) * (4 / $0).squareRoot() : FormMeasure.mm(11) }
        let total = zip(wanted, ratios).reduce(0) { $0 + $1.0 * $1.1 }
        let scale = min(1, (room - gap * Double(ratios.count - 1)) / total)
        var x = FormMeasure.left
        let middle = FormMeasure.bandTop + FormMeasure.codeSide / 2
        for (index, ratio) in ratios.enumerated() {
            let height = wanted[index] * scale
            let box = PageBox(x: x, y: middle - height / 2, width: height * ratio, height: height)
            draw(.logo(index, box))
            x += box.width + gap
        }
    }

    private mutating func addOrganiserName() {
        let block = engine.block(sheet.organiser, TextStyle(size: 11, isBold: true), width: FormMeasure.mm(140))
        put(block, x: FormMeasure.left, y: FormMeasure.bandTop + (FormMeasure.codeSide - block.height) / 2)
    }

    /// Label and text side by side, between hairlines.
    private mutating func addFacts() {
        guard !sheet.facts.isEmpty else { return }
        let labels = sheet.facts.map { engine.block($0.label, FormMeasure.helpStyle) }
        let indent = min(FormMeasure.mm(45), (labels.map(\.width).max() ?? 0) + FormMeasure.mm(6))
        rule(at: y, .hairline)
        for (fact, label) in zip(sheet.facts, labels) {
            let text = engine.block(fact.text, FormMeasure.textStyle, width: FormMeasure.width - indent)
            put(text, x: FormMeasure.left + indent, y: y + 3.5)
            put(
                label,
                x: FormMeasure.left,
                y: y + 3.5 + (text.lines.first?.baseline ?? 0) - (label.lines.first?.baseline ?? 0)
            )
            y += text.height + 7
            rule(at: y, .hairline)
        }
        y += 7
    }

    private mutating func addInstructions() {
        let block = engine.block(sheet.instructions, FormMeasure.helpStyle, width: FormMeasure.width)
        put(block, x: FormMeasure.left, y: y)
        y += block.height + 4
    }

    mutating func rule(at y: Double, _ ink: Ink, width: Double = 0.75) {
        draw(.rule(x: FormMeasure.left, y: y, toX: FormMeasure.right, toY: y, ink: ink, width: width))
    }
}
