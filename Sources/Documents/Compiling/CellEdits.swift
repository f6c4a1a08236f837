import FormModel
import OfficePackage

/// Tags that change the cell they stand in: `colspan`, `cellbg`, `hm`, `vm`, as docxtpl knows them.
extension PartCompiler {
    func editCells() {
        for tag in tags where tag.kind == .statement && ["colspan", "cellbg", "hm", "vm"].contains(tag.keyword) {
            guard let cell = tree.ancestor(paragraphs[tag.paragraph].node, .tc), !tree.nodes[cell].isEmptyTag else {
                report(
                    SyntaxFault(
                        .tagMisplaced,
                        pl: "„\(tag.keyword)” musi stać w komórce tabeli.",
                        en: "“\(tag.keyword)” must stand in a table cell."
                    ),
                    tag: tag
                )
                continue
            }
            edit(cell, tag)
        }
    }

    private func edit(_ cell: Int, _ tag: TemplateTag) {
        let order: [XMLName] = [.tcW, .gridSpan, .hMerge, .vMerge]
        switch tag.keyword {
        case "colspan":
            property(.gridSpan, of: cell, after: Array(order[..<1]), value: tag.rest, tag) {
                "<:gridSpan :val=\"\($0)\"/>"
            }
        case "cellbg":
            property(.shd, of: cell, after: order, value: tag.rest, tag) {
                "<:shd :val=\"clear\" :color=\"auto\" :fill=\"\($0)\"/>"
            }
        case "vm":
            let value = "'restart' if loop.first else 'continue'"
            property(.vMerge, of: cell, after: Array(order[..<3]), value: value, tag) { "<:vMerge :val=\"\($0)\"/>" }
            let start = tree.child(cell, .tcPr).map { tree.nodes[$0].end } ?? tree.nodes[cell].contentStart
            condition("if loop.first", tag, at: start, order: EditList.beginning)
            condition("else", tag, at: tree.nodes[cell].contentEnd, order: EditList.ending)
            edits.insert(.bytes(markup("<:p/>")), at: tree.nodes[cell].contentEnd, order: EditList.ending)
            condition("endif", tag, at: tree.nodes[cell].contentEnd, order: EditList.ending)
        default:
            let span =
                tree.child(cell, .tcPr).flatMap { tree.child($0, .gridSpan) }.flatMap { tree.value($0, "val") } ?? "1"
            property(.gridSpan, of: cell, after: Array(order[..<1]), value: "loop.length * \(Int(span) ?? 1)", tag) {
                "<:gridSpan :val=\"\($0)\"/>"
            }
            condition("if loop.first", tag, at: tree.nodes[cell].start, order: EditList.beginning)
            condition("endif", tag, at: tree.nodes[cell].end, order: EditList.ending)
        }
    }

    /// Sets a property of the cell in the place that the schema asks for (ISO 29500-1, 17.4.69), instead of the old one.
    private func property(
        _ name: XMLName,
        of cell: Int,
        after earlier: [XMLName],
        value: String,
        _ tag: TemplateTag,
        _ text: (String) -> String
    ) {
        let pieces = text("\u{1}").split(separator: "\u{1}", omittingEmptySubsequences: false).map {
            markup(String($0))
        }
        var put = tag
        put.kind = .value
        put.inner = value
        var position = tree.nodes[cell].contentStart
        let properties = tree.child(cell, .tcPr)
        if let properties {
            if let old = tree.child(properties, name) { edits.remove(tree.nodes[old].start..<tree.nodes[old].end) }
            position = tree.nodes[properties].contentStart
            for child in tree.children(properties) where earlier.contains(tree.nodes[child].name) || isStyleMark(child)
            {
                position = tree.nodes[child].end
            }
        } else {
            edits.insert(.bytes(markup("<:tcPr>")), at: position, order: 0)
        }
        edits.insert(.bytes(pieces[0]), at: position, order: 1)
        edits.insert(.plain(EditList.PlainTag(node: cell, tag: put)), at: position, order: 1)
        edits.insert(.bytes(pieces[1]), at: position, order: 1)
        if properties == nil { edits.insert(.bytes(markup("</:tcPr>")), at: position, order: 2) }
    }

    private func isStyleMark(_ node: Int) -> Bool { localName(node) == "cnfStyle" }

    private func condition(_ statement: String, _ tag: TemplateTag, at position: Int, order: Int) {
        var made = tag
        made.inner = statement
        edits.insert(.synthetic(made), at: position, order: order)
    }
}
