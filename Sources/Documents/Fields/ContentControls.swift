import FormModel
import OfficePackage

/// Fills content controls by their tag or data binding (ISO 29500-1, 17.5.2).
///
/// A control is filled when the data have its name, and is left as it is otherwise: forms use tags for other ends too. One
/// that holds template tags or further controls is a frame and not filled itself.
extension PartCompiler {
    func editControls() {
        for node in tree.nodes.indices where tree.is(node, .sdt) {
            guard let properties = tree.child(node, .sdtPr), let content = tree.child(node, .sdtContent),
                !tree.nodes[content].isEmptyTag, let name = name(ofControl: properties)
            else { continue }
            if tree.children(properties).contains(where: { localName($0) == "repeatingSection" }) {
                repeatSection(node, content, name)
            } else if isLeaf(node) {
                fill(node, properties, content, name)
            }
        }
    }

    private func name(ofControl properties: Int) -> String? {
        if let tag = tree.child(properties, .tag), let name = tree.value(tag, "val"), !name.isEmpty { return name }
        guard let binding = tree.child(properties, .dataBinding), let path = tree.value(binding, "xpath") else {
            return nil
        }
        // `/ns0:root[1]/ns0:person[1]/ns0:name[1]` -> `person.name`.
        let steps = path.split(separator: "/").dropFirst().map { step in
            step.prefix { $0 != "[" }.split(separator: ":").last.map { String($0) } ?? ""
        }
        return steps.isEmpty || steps.contains("") ? nil : steps.joined(separator: ".")
    }

    private func isLeaf(_ control: Int) -> Bool {
        for node in tree.nodes.indices where node != control && tree.isInside(node, control) {
            if tree.is(node, .sdt) { return false }
        }
        return !tags.contains { tree.isInside(paragraphs[$0.paragraph].node, control) || holdsTag($0, control) }
    }

    private func holdsTag(_ tag: TemplateTag, _ control: Int) -> Bool {
        let position = sourceStart(of: tag)
        return tree.nodes[control].start <= position && position < tree.nodes[control].end
    }

    // MARK: One value

    private func fill(_ control: Int, _ properties: Int, _ content: Int, _ name: String) {
        for child in tree.children(properties) where isDropped(child) {
            edits.insert(
                .ifDefined(name, isNegated: true, node: control),
                at: tree.nodes[child].start,
                order: EditList.beginning
            )
            edits.insert(.endDefined, at: tree.nodes[child].end, order: EditList.ending)
        }
        let inside = tree.nodes.indices.filter { tree.isInside($0, content) }
        if let box = tree.children(properties).first(where: { tree.nodes[$0].name == .checkbox }) {
            return check(control, box, inside, name)
        }
        let paragraph = inside.first { tree.is($0, .p) }
        let run = inside.first { tree.is($0, .r) }
        let runProperties = run.flatMap { tree.child($0, .rPr) }.flatMap { isPlaceholder($0) ? nil : $0 }
        var begin = markup("<:r>")
        if let runProperties { begin += tree.bytes[tree.nodes[runProperties].start..<tree.nodes[runProperties].end] }
        begin += markup("<:t xml:space=\"preserve\">")
        var end = markup("</:t></:r>")
        let isBlock = paragraph.map { tree.nodes[$0].parent == content } ?? false
        var place = content
        if let paragraph, isBlock {
            let style =
                tree.child(paragraph, .pPr).map { Array(tree.bytes[tree.nodes[$0].start..<tree.nodes[$0].end]) } ?? []
            begin = markup("<:p>") + style + begin
            end += markup("</:p>")
        } else if let paragraph {
            // A control around a cell: the cell's first paragraph is filled.
            guard !tree.nodes[paragraph].isEmptyTag else { return }
            place = paragraph
        }
        let start = tree.child(place, .pPr).map { tree.nodes[$0].end } ?? tree.nodes[place].contentStart
        edits.insert(.ifDefined(name, isNegated: false, node: control), at: start, order: 0)
        edits.insert(.bytes(begin), at: start, order: 0)
        edits.insert(
            .control(name, node: control, choices: choices(properties), date: datePattern(properties)),
            at: start,
            order: 0
        )
        edits.insert(.bytes(end), at: start, order: 0)
        edits.insert(.elseDefined, at: start, order: 0)
        edits.insert(.endDefined, at: tree.nodes[place].contentEnd, order: EditList.ending)
    }

    /// The mark of a placeholder, and the binding by which Word would put the old value back on opening.
    private func isDropped(_ node: Int) -> Bool {
        tree.is(node, .showingPlcHdr) || tree.is(node, .dataBinding)
    }

    private func isPlaceholder(_ properties: Int) -> Bool {
        tree.child(properties, .rStyle).flatMap { tree.value($0, "val") } == "PlaceholderText"
    }

    private func choices(_ properties: Int) -> [(value: String, text: String)] {
        guard
            let list = tree.children(properties).first(where: { tree.is($0, .dropDownList) || tree.is($0, .comboBox) })
        else {
            return []
        }
        return tree.children(list).filter { tree.is($0, .listItem) }.map { item in
            let value = tree.value(item, "value") ?? ""
            return (value, tree.value(item, "displayText") ?? value)
        }
    }

    private func datePattern(_ properties: Int) -> String? {
        guard let date = tree.child(properties, .date) else { return nil }
        return tree.child(date, .dateFormat).flatMap { tree.value($0, "val") } ?? "short"
    }

    /// `w14:checkbox`: the state in the properties and the glyph in the text.
    private func check(_ control: Int, _ box: Int, _ inside: [Int], _ name: String) {
        guard let checked = tree.children(box).first(where: { tree.nodes[$0].name == .checked }),
            let value = tree.attribute(checked, "val")?.value, let text = inside.first(where: { tree.is($0, .t) })
        else { return }
        func glyph(_ state: XMLName, _ usual: String) -> [UInt8] {
            let node = tree.children(box).first { tree.nodes[$0].name == state }
            let number = node.flatMap { tree.value($0, "val") }.flatMap { UInt32($0, radix: 16) }
            return Array((number.flatMap { Unicode.Scalar($0) }.map { String(Character($0)) } ?? usual).utf8)
        }
        let content = tree.nodes[text].contentStart..<tree.nodes[text].contentEnd
        let states: [(Range<Int>, [UInt8], [UInt8])] = [
            (value, Array("1".utf8), Array("0".utf8)),
            (content, glyph(.checkedState, "☒"), glyph(.uncheckedState, "☐")),
        ]
        for (range, on, off) in states {
            edits.insert(.ifDefined(name, isNegated: false, node: control), at: range.lowerBound, order: 0)
            edits.insert(.ifTrue(name, node: control), at: range.lowerBound, order: 0)
            edits.insert(.bytes(on), at: range.lowerBound, order: 0)
            edits.insert(.elseDefined, at: range.lowerBound, order: 0)
            edits.insert(.bytes(off), at: range.lowerBound, order: 0)
            edits.insert(.endDefined, at: range.lowerBound, order: 0)
            edits.insert(.elseDefined, at: range.lowerBound, order: 0)
            edits.insert(.endDefined, at: range.upperBound, order: EditList.ending)
        }
    }

    // MARK: Repeating sections

    /// The first item is repeated for each element, the others go (MS-DOCX, 2.5.1).
    private func repeatSection(_ control: Int, _ content: Int, _ name: String) {
        let items = tree.children(content).filter { tree.is($0, .sdt) }
        guard let first = items.first else { return }
        for item in items.dropFirst() { edits.remove(tree.nodes[item].start..<tree.nodes[item].end) }
        let range = tree.nodes[first].start..<tree.nodes[first].end
        edits.insert(.sectionBegin(name, node: control), at: range.lowerBound, order: EditList.beginning)
        edits.insert(.rowsEnd, at: range.upperBound, order: EditList.ending)
        loopRanges.append(range)
    }
}
