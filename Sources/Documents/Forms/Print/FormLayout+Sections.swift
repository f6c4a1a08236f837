import FormModel

/// Sections: heading, rows of questions, entries, clauses; and the signature at the end.
extension FormLayout {
    mutating func add(_ section: FormSection, number: Int) {
        let groups = rows(of: section.items)
        var first = groups.first.map(height) ?? 0
        if case .entry = groups.first, groups.count > 1 { first += height(groups[1]) }
        addHeading(section.title, number: number, note: section.note, with: first)
        for (index, group) in groups.enumerated() {
            // The head of an entry goes along with its first row.
            let next = index + 1 < groups.count ? groups[index + 1] : nil
            if case .entry = group, let next { ensure(height(group) + height(next)) }
            add(group)
        }
    }

    /// What is laid out as one piece.
    enum Group {
        case row([FormCell])
        case entry(TextBlock)
        case note(TextBlock)
        case clause(FormClause)
    }

    /// Packs questions into rows of the grid, in their order.
    private func rows(of items: [FormSection.Item]) -> [Group] {
        var groups: [Group] = []
        var open: [FormCell] = []
        func close() {
            if !open.isEmpty { groups.append(.row(FormCell.stretched(open, engine))) }
            open = []
        }
        for item in items {
            guard case .question(let question) = item else {
                close()
                switch item {
                case .entry(let title): groups.append(.entry(engine.block(title, FormMeasure.entryStyle)))
                case .note(let text):
                    groups.append(.note(engine.block(text, FormMeasure.clauseStyle, width: FormMeasure.width)))
                case .clause(let clause): groups.append(.clause(clause))
                case .question: break
                }
                continue
            }
            let cell = FormCell(question, sheet.words, engine)
            let taken = open.reduce(0) { $0 + $1.width + FormMeasure.gutter }
            if taken + cell.width > FormMeasure.width + 0.01 { close() }
            open.append(cell)
        }
        close()
        return groups
    }

    private func height(_ group: Group) -> Double {
        switch group {
        case .row(let cells): FormCell.height(of: cells) + FormMeasure.rowGap
        case .entry(let block): block.height + 9
        case .note(let block): block.height + 6
        case .clause: FormMeasure.mm(16)
        }
    }

    private mutating func add(_ group: Group) {
        switch group {
        case .row(let wanted):
            let shrunk = wanted.count == 1 ? wanted[0].shrunk(toFit: room, engine) : nil
            let cells = shrunk.map { [$0] } ?? wanted
            ensure(FormCell.height(of: cells))
            let head = cells.map(\.headHeight).max() ?? 0
            var x = FormMeasure.left
            for cell in cells {
                cell.add(to: &self, x: x, headHeight: head)
                x += cell.width + FormMeasure.gutter
            }
            y += FormCell.height(of: cells) + FormMeasure.rowGap
        case .entry(let block):
            put(block, x: FormMeasure.left, y: y + 3, tag: "H3")
            let middle = y + 3 + block.height / 2
            draw(
                .rule(
                    x: FormMeasure.left + block.width + 8,
                    y: middle,
                    toX: FormMeasure.right,
                    toY: middle,
                    ink: .hairline,
                    width: 0.75
                )
            )
            y += block.height + 9
        case .note(let block):
            ensure(block.height)
            put(block, x: FormMeasure.left, y: y)
            y += block.height + 8
        case .clause(let clause): add(clause)
        }
    }

    /// The number in a filled circle would be one more thing to subtract: it stands in the accent, before the title.
    private mutating func addHeading(_ title: String, number: Int, note: String, with next: Double) {
        let runs = [TextRun(text: "\(number)", ink: .accent), TextRun(text: "\u{2002}" + title, ink: .text)]
        let block = engine.block(runs, FormMeasure.sectionStyle, width: FormMeasure.width)
        let noteBlock = note.isEmpty ? nil : engine.block(note, FormMeasure.helpStyle, width: FormMeasure.width)
        let height = block.height + (noteBlock.map { $0.height + 2 } ?? 0) + 14
        ensure(height + next)
        if self.y > FormMeasure.top { self.y += 8 }
        put(block, x: FormMeasure.left, y: self.y, tag: "H2")
        self.y += block.height + 2.5
        rule(at: self.y, .accent, width: 1)
        self.y += 5
        if let noteBlock {
            put(noteBlock, x: FormMeasure.left, y: self.y)
            self.y += noteBlock.height + 4
        }
    }

    // MARK: Clauses

    /// A box to tick at the left, the statement's name and text at the right; the text may run over to further pages.
    private mutating func add(_ clause: FormClause) {
        let indent = FormMeasure.checkSide + FormMeasure.mm(3)
        let x = FormMeasure.left + indent
        let width = FormMeasure.width - indent
        let label = engine.block(labelRuns(clause), FormMeasure.labelStyle, width: width)
        let blocks = clause.paragraphs.map { engine.block($0, FormMeasure.clauseStyle, width: width) }
        let first = blocks.first.map { $0.height(of: 0..<min(3, $0.lines.count)) } ?? 0
        ensure(max(FormMeasure.checkSide, label.height) + first + 6)
        addCheck(clause, label: label, x: x)
        y += max(FormMeasure.checkSide + 2, label.height) + 2
        for block in blocks { flow(block, x: x) }
        y += 8
    }

    private func labelRuns(_ clause: FormClause) -> [TextRun] {
        var runs = [TextRun(text: clause.label, isBold: true)]
        if clause.isOptional, clause.condition.isEmpty {
            runs.append(TextRun(text: "   " + sheet.words[.optional], ink: .muted, scale: 0.88))
        }
        if !clause.condition.isEmpty { runs.append(TextRun(text: "   " + clause.condition, ink: .muted, scale: 0.88)) }
        if !clause.version.isEmpty { runs.append(TextRun(text: "   " + clause.version, ink: .muted, scale: 0.82)) }
        return runs
    }

    private mutating func addCheck(_ clause: FormClause, label: TextBlock, x: Double) {
        let frame = PageBox(x: FormMeasure.left, y: y, width: FormMeasure.checkSide, height: FormMeasure.checkSide)
        draw(.box(frame, fill: .white, stroke: .text, width: 0.9))
        let firstLine = label.lines.first?.height ?? 0
        let labelY = y + max(0, (FormMeasure.checkSide - firstLine) / 2)
        put(label, x: x, y: labelY)
        let place = FormPlace(
            page: pageNumber,
            box: frame.inside(0.5).rounded,
            role: .check(option: "true"),
            label: clause.label
        )
        note(
            FormMapField(
                name: clause.name,
                kind: .consent,
                label: clause.label,
                labelPlace: FormMapField.LabelPlace(page: pageNumber, box: label.box(x: x, y: labelY)),
                places: [place],
                takesOne: true
            )
        )
    }

    /// Puts a paragraph down line by line, over as many pages as it takes.
    private mutating func flow(_ block: TextBlock, x: Double) {
        var start = 0
        while start < block.lines.count {
            var end = start
            var height = 0.0
            while end < block.lines.count, height + block.lines[end].height <= room {
                height += block.lines[end].height
                end += 1
            }
            if end == start {
                startPage()
                continue
            }
            put(block, lines: start..<end, x: x, y: y)
            y += height
            if end < block.lines.count { startPage() }
            start = end
        }
        y += 2.5
    }

    // MARK: Signature

    mutating func addSignature(number: Int) {
        let height = FormMeasure.signatureHeight
        let widths = [FormMeasure.mm(62), FormMeasure.width - FormMeasure.mm(62) - FormMeasure.gutter]
        let texts = [sheet.signature.placeAndDate, sheet.signature.signature]
        let blocks = zip(texts, widths).map { engine.block($0, FormMeasure.labelStyle, width: $1) }
        let labelHeight = blocks.map(\.height).max() ?? 0
        addHeading(sheet.signature.title, number: number, note: "", with: height + labelHeight + 4)
        var x = FormMeasure.left
        for (index, role) in [FormSigning.Role.placeAndDate, .signature].enumerated() {
            put(blocks[index], x: x, y: y + labelHeight - blocks[index].height)
            let frame = PageBox(x: x, y: y + labelHeight + FormMeasure.labelGap, width: widths[index], height: height)
            draw(.box(frame, fill: .white, stroke: .frame, width: FormMeasure.frameWidth))
            note(FormSigning(role: role, page: pageNumber, box: frame.inside(0.5).rounded))
            x += widths[index] + FormMeasure.gutter
        }
        y += labelHeight + height + 4
    }
}

extension PageBox {
    /// The box without a border of that width.
    func inside(_ border: Double) -> PageBox {
        PageBox(x: x + border, y: y + border, width: width - 2 * border, height: height - 2 * border)
    }
}

extension TextBlock {
    func box(x: Double, y: Double) -> PageBox {
        PageBox(x: x, y: y, width: max(0.1, width), height: max(0.1, height)).rounded
    }
}
