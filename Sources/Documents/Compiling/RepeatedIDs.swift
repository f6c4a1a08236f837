import OfficePackage

/// Numbers and names that Word wants once in a document, inside of what a loop repeats.
extension PartCompiler {
    func editRepeatedIDs() {
        let ranges = isRepeated ? [0..<tree.bytes.count] : loopRanges
        func isInLoop(_ node: Int) -> Bool { ranges.contains { $0.contains(tree.nodes[node].start) } }
        var bookmarks: [String: (slot: Int32, start: Int)] = [:]
        for node in tree.nodes.indices where isInLoop(node) {
            switch (tree.nodes[node].space, tree.nodes[node].name) {
            case (.word2006Drawing, .docPr): number(node)
            case (.word2006Drawing, .inline), (.word2006Drawing, .anchor): drop(["anchorId", "editId"], of: node)
            case (.word, .p), (.word, .tr): drop(["paraId", "textId"], of: node)
            case (.word, .bookmarkStart): openBookmark(node, &bookmarks)
            case (.word, .bookmarkEnd): closeBookmark(node, &bookmarks)
            case (.word, .commentReference) where isNumbered(node): break
            case (.word, .unknown) where localName(node).hasPrefix("commentRange") && isNumbered(node): break
            case (.word, .commentReference): drop(tree.ancestor(node, .r) ?? node)
            case (.word, .sdtPr): dropControlID(node)
            case (.vml, _), (.office, _): drop(["spid"], of: node)
            case (.word, .unknown) where localName(node).hasPrefix("commentRange"): drop(node)
            default: break
            }
        }
        // A bookmark that ends outside of the loop would begin many times and end once.
        for (id, bookmark) in bookmarks {
            drop(bookmark.start)
            dropPartner(.bookmarkEnd, id)
        }
    }

    /// A comment of a book's letter that no loop repeats has a number of its own instead.
    private func isNumbered(_ node: Int) -> Bool {
        isBook && bookNotes[.comment] != nil && !loopRanges.contains { $0.contains(tree.nodes[node].start) }
    }

    /// The other half of a bookmark that lost one half in a loop.
    private func dropPartner(_ name: XMLName, _ id: String) {
        for node in tree.nodes.indices where tree.is(node, name) && tree.value(node, "id") == id { drop(node) }
    }

    private func drop(_ node: Int) {
        edits.remove(tree.nodes[node].start..<tree.nodes[node].end)
    }

    private func drop(_ names: [String], of node: Int) {
        for attribute in tree.attributes(node) where names.contains(attribute.name) { edits.remove(attribute.range) }
    }

    private func number(_ node: Int) {
        guard let id = tree.attribute(node, "id") else { return }
        edits.remove(id.value)
        edits.insert(.operation(.drawingNumber), at: id.value.lowerBound, order: 0, isAttached: true)
    }

    private func dropControlID(_ node: Int) {
        if let id = tree.child(node, .id) { drop(id) }
    }

    private func openBookmark(_ node: Int, _ bookmarks: inout [String: (slot: Int32, start: Int)]) {
        guard let id = tree.attribute(node, "id"), let name = tree.attribute(node, "name"),
            let text = tree.value(node, "id")
        else { return drop(node) }
        let slot = Int32(bookmarkCount)
        bookmarkCount += 1
        if let before = bookmarks[text] { drop(before.start) }
        bookmarks[text] = (slot, node)
        pendingBookmarks[text] = (node, id.value, name.value, slot)
    }

    private func closeBookmark(_ node: Int, _ bookmarks: inout [String: (slot: Int32, start: Int)]) {
        guard let text = tree.value(node, "id"), let end = tree.attribute(node, "id"),
            bookmarks.removeValue(forKey: text) != nil, let pending = pendingBookmarks.removeValue(forKey: text),
            isSameRound(pending.node, node)
        else {
            if let text = tree.value(node, "id") {
                pendingBookmarks[text] = nil
                dropPartner(.bookmarkStart, text)
            }
            return drop(node)
        }
        edits.remove(pending.id)
        edits.insert(
            .operation(.bookmarkNumber(slot: pending.slot, isStart: true)),
            at: pending.id.lowerBound,
            order: 0,
            isAttached: true
        )
        edits.insert(
            .operation(.bookmarkSuffix(slot: pending.slot)),
            at: pending.name.upperBound,
            order: 0,
            isAttached: true
        )
        edits.remove(end.value)
        edits.insert(
            .operation(.bookmarkNumber(slot: pending.slot, isStart: false)),
            at: end.value.lowerBound,
            order: 0,
            isAttached: true
        )
    }

    /// Whether both places are repeated by the very same loops.
    private func isSameRound(_ first: Int, _ second: Int) -> Bool {
        loopRanges.allSatisfy { $0.contains(tree.nodes[first].start) == $0.contains(tree.nodes[second].start) }
    }
}
