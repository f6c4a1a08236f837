import OfficePackage

/// What a document needs so that its body can be repeated, a section for each letter.
extension PartCompiler {
    /// Marks where a letter begins and ends, and lets page numbers start anew in each.
    func editBook() {
        guard let body = tree.nodes.indices.first(where: { tree.is($0, .body) }) else { return }
        let children = Array(tree.children(body))
        guard let final = children.last, tree.is(final, .sectPr) else { return }
        let first = tree.nodes.indices.first { tree.is($0, .sectPr) } ?? final
        restartPages(first)
        editLists()
        for section in tree.nodes.indices where tree.is(section, .sectPr) { referToParts(section) }
        edits.insert(.operation(.letterBegin), at: tree.nodes[body].contentStart, order: EditList.ending)
        endLetter(children.dropLast().last, final)
    }

    /// The section of a letter ends in its last paragraph, so that no empty one is left over.
    private func endLetter(_ last: Int?, _ final: Int) {
        let end = tree.nodes[final].start
        let isWhole =
            last.map { last in
                tree.is(last, .p) && !tree.nodes[last].isEmptyTag && !isPlaced(last) && !mayBeReplaced(last)
            } ?? false
        if let last, isWhole {
            let properties = tree.child(last, .pPr)
            let hasOwnSection = properties.map { tree.child($0, .sectPr) != nil } ?? false
            if let properties, !tree.nodes[properties].isEmptyTag, !hasOwnSection {
                let change = tree.children(properties).first { tree.is($0, .pPrChange) }
                let position = change.map { tree.nodes[$0].start } ?? tree.nodes[properties].contentEnd
                edits.insert(.operation(.sectionBreak(.bare)), at: position, order: EditList.beginning)
            } else if properties == nil {
                edits.insert(
                    .operation(.sectionBreak(.properties)),
                    at: tree.nodes[last].contentStart,
                    order: EditList.ending
                )
            } else {
                edits.insert(.operation(.sectionBreak(.paragraph)), at: end, order: EditList.ending)
            }
        } else {
            edits.insert(.operation(.sectionBreak(.paragraph)), at: end, order: EditList.ending)
        }
        edits.insert(.operation(.letterEnd), at: end, order: EditList.beginning)
    }

    /// Whether a tag takes the paragraph away, or stands around it.
    private func isPlaced(_ node: Int) -> Bool {
        tags.indices.contains { index in
            switch placements[index] {
            case .inline: tags[index].reach == .paragraph && paragraphs[tags[index].paragraph].node == node
            case .instead(let other), .before(let other), .after(let other): other == node
            }
        }
    }

    /// Whether the paragraph is nothing but a value, which may be a sub-document that takes its place.
    private func mayBeReplaced(_ node: Int) -> Bool {
        tags.contains { $0.kind == .value && paragraphs[$0.paragraph].node == node && isAlone($0) }
    }

    private func restartPages(_ section: Int) {
        guard !tree.nodes[section].isEmptyTag else { return }
        if let numbers = tree.children(section).first(where: { localName($0) == "pgNumType" }) {
            guard tree.attribute(numbers, "start") == nil else { return }
            let position =
                tree.nodes[numbers].isEmptyTag ? tree.nodes[numbers].end - 2 : tree.nodes[numbers].contentStart - 1
            edits.insert(.bytes(markup(" :start=\"1\"")), at: position, order: 0)
            return
        }
        let earlier: Set<String> = [
            "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc",
            "pgBorders",
            "lnNumType",
        ]
        var position = tree.nodes[section].contentStart
        for child in tree.children(section) where earlier.contains(localName(child)) {
            position = tree.nodes[child].end
        }
        edits.insert(.bytes(markup("<:pgNumType :start=\"1\"/>")), at: position, order: 0)
    }

    /// Headers and footers with tags are made for each letter, and each letter's section names its own.
    private func referToParts(_ section: Int) {
        for child in tree.children(section) where tree.is(child, .headerReference) || tree.is(child, .footerReference) {
            guard let id = tree.attribute(child, "id"),
                let program = programByRelationship[tree.value(child, "id") ?? ""]
            else {
                continue
            }
            edits.remove(id.value)
            ownReferences[Int32(program)] = tree.value(child, "id") ?? ""
            edits.insert(.operation(.partReference(Int32(program))), at: id.value.lowerBound, order: 0)
        }
    }
}
