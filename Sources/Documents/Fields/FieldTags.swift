import FormModel
import OfficePackage

/// Lets merge fields take part in a template like tags: the shown result is the tag's text.
extension PartCompiler {
    func collectFields(_ index: Int) {
        guard
            paragraphs[index].runs.contains(where: {
                !$0.otherContent.isEmpty || tree.is(tree.nodes[$0.node].parent, .fldSimple)
            })
        else { return }
        var scanner = FieldScanner(paragraphs[index], in: tree)
        for field in scanner.fields() { take(field, paragraph: index) }
    }

    private func take(_ field: WordField, paragraph index: Int) {
        let instruction = FieldInstruction(field)
        if takeLink(field, instruction, paragraph: index) { return }
        let source = instruction.name + instruction.arguments.prefix(1).map { " " + ($0.text ?? "") }.joined()
        var tag = TemplateTag(
            kind: .value,
            reach: .none,
            source: source,
            inner: source,
            paragraph: index,
            range: field.result
        )
        tag.field = field
        do throws(SyntaxFault) {
            let reader = FieldExpression(scope: Scope())
            if FieldExpression.recordFields.contains(instruction.name) {
                _ = try reader.test(of: field)
                tag.kind = .statement
                tag.inner = instruction.name == "SKIPIF" ? "skip" : "next"
            } else if try reader.expression(of: field) == nil {
                return
            }
        } catch {
            return report(error, paragraph: index, range: field.result)
        }
        if instruction.name == "MERGEFIELD", let name = instruction.arguments.first?.text {
            if let region = Self.region(name, "TableStart:", "RangeStart:") {
                tag.kind = .statement
                tag.inner = "for \(Scope.regionPrefix)\(region.filter { $0.isLetter || $0.isNumber }) in \(region)"
            } else if Self.region(name, "TableEnd:", "RangeEnd:") != nil {
                tag.kind = .statement
                tag.inner = "endfor"
            }
        }
        removeMarks(of: field, paragraph: index)
        if field.result.isEmpty {
            insertWithoutResult(tag, field)
        } else {
            fieldTags.append(tag)
        }
    }

    private static func region(_ name: String, _ prefixes: String...) -> String? {
        prefixes.first { name.hasPrefix($0) }.map { String(name.dropFirst($0.count)) }
    }

    /// Takes away the marks of a field and whatever stands in its instruction.
    func removeMarks(of field: WordField, paragraph index: Int) {
        for range in field.shownInInstruction {
            let text = TextWindow.text(paragraphs[index].text, range)
            fieldTags.append(
                TemplateTag(kind: .comment, reach: .none, source: text, inner: "", paragraph: index, range: range)
            )
        }
        let nodes = Set(field.allNodes)
        for run in field.runs {
            let others = paragraphs[index].runs[run].otherContent
            guard others.contains(where: nodes.contains) else { continue }
            let isEmptied = paragraphs[index].runs[run].pieces.isEmpty && others.allSatisfy(nodes.contains)
            if isEmptied {
                let node = tree.nodes[paragraphs[index].runs[run].node]
                edits.remove(node.start..<node.end)
            } else {
                for node in others where nodes.contains(node) {
                    edits.remove(tree.nodes[node].start..<tree.nodes[node].end)
                }
            }
            paragraphs[index].dropContent(nodes, ofRun: run)
        }
        if let simple = field.simple {
            edits.remove(tree.nodes[simple].start..<tree.nodes[simple].contentStart)
            edits.remove(tree.nodes[simple].contentEnd..<tree.nodes[simple].end)
        }
    }

    /// A field that shows nothing yet gets a run of its own, in the format of its first mark.
    private func insertWithoutResult(_ tag: TemplateTag, _ field: WordField) {
        let run = paragraphs[tag.paragraph].runs[field.runs.lowerBound]
        let position = tree.nodes[run.node].start
        guard tag.kind == .value else { return edits.insert(.synthetic(tag), at: position, order: 0) }
        edits.insert(.bytes(markup("<:r>")), at: position, order: 0)
        edits.insert(.copy(run.properties), at: position, order: 0)
        edits.insert(.bytes(markup("<:t xml:space=\"preserve\">")), at: position, order: 0)
        edits.insert(.field(tag, run: field.runs.lowerBound), at: position, order: 0)
        edits.insert(.bytes(markup("</:t></:r>")), at: position, order: 0)
    }

    /// Wraps each table row of merge fields into a loop, unless the row is part of a statement already.
    func repeatFieldRows() {
        var names: [Int: [String]] = [:]
        var taken: Set<Int> = []
        for tag in tags {
            guard let row = tree.ancestor(paragraphs[tag.paragraph].node, .tr) else { continue }
            if tag.kind == .statement { taken.insert(row) }
            guard let field = tag.field, tag.kind == .value else { continue }
            if let name = FieldInstruction(field).arguments.first?.text { names[row, default: []].append(name) }
        }
        for (row, names) in names.sorted(by: { $0.key < $1.key }) where !taken.contains(row) {
            let range = tree.nodes[row].start..<tree.nodes[row].end
            edits.insert(.rowsBegin(names: names, row: row), at: range.lowerBound, order: EditList.beginning)
            edits.insert(.rowsEnd, at: range.upperBound, order: EditList.ending)
            loopRanges.append(range)
            fieldRowTables.insert(tree.nodes[row].parent)
        }
    }
}
