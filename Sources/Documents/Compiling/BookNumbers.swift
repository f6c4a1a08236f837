import OfficePackage

/// Footnotes, endnotes or comments of a template that becomes a book: each letter has its own, under new ids.
struct BookNotes {
    /// Names of a note by the kind of its part.
    static let elements: [String: XMLName] = ["footnotes": .footnote, "endnotes": .endnote, "comments": .comment]

    /// The notes, in their order.
    let nodes: [Int]
    private let ids: [Int]
    private let idMax: Int

    /// Nil for a part without notes besides the lines that Word draws above them.
    init?(_ element: XMLName, _ tree: PartTree) {
        guard !tree.nodes.isEmpty else { return nil }
        let children = Array(tree.children(0))
        let nodes = children.filter { node in
            tree.is(node, element) && ["normal", nil].contains(tree.value(node, "type"))
        }
        let ids = nodes.compactMap { tree.value($0, "id").flatMap { Int($0) } }
        // What is repeated has to be one stretch at the end.
        guard !nodes.isEmpty, ids.count == nodes.count, Array(children.suffix(nodes.count)) == nodes else { return nil }
        self.nodes = nodes
        self.ids = ids
        idMax = max(ids.max() ?? 0, 0)
    }

    /// Writes the id that a note has in the present letter; `kind` where the text refers to it.
    func operation(_ id: Int, _ kind: NoteKind? = nil) -> Operation? {
        guard let place = ids.firstIndex(of: id) else { return nil }
        let first = Int32(idMax + 1 + place)
        guard let kind else { return .noteNumber(id: Int32(id), first: first, step: Int32(ids.count)) }
        return .noteReference(kind, id: Int32(id), first: first, step: Int32(ids.count))
    }

    var count: Int { ids.count }
}

/// Lists that count: each letter of a book starts them again.
struct BookLists: Sendable {
    /// A copy of a list that starts again, before and behind its number.
    struct Restart: Sendable {
        var head: [UInt8]
        var tail: [UInt8]

        func written(_ number: Int) -> [UInt8] { head + Array(String(number).utf8) + tail }
    }

    private(set) var restarts: [Int: Restart] = [:]
    /// Lists and levels that styles bring along.
    private(set) var byStyle: [String: (list: Int, level: Int)] = [:]

    init(_ parts: [PackageOutline.Kind: String], _ archive: ZipArchive) throws(PackageError) {
        func tree(_ kind: PackageOutline.Kind) throws(PackageError) -> PartTree? {
            guard let name = parts[kind], let bytes = try archive.part(named: name) else { return nil }
            return try PartTree(name: name, bytes: bytes)
        }
        self.init(numbering: try tree(.numbering), styles: try tree(.styles))
    }

    init(numbering: PartTree? = nil, styles: PartTree? = nil) {
        guard let tree = numbering else { return }
        let abstract = Self.byValue(tree, .abstractNum, "abstractNumId")
        var levels: [String: Int] = [:]
        for (id, node) in Self.byValue(tree, .num, "numId") {
            guard let base = tree.child(node, .abstractNumId).flatMap({ tree.value($0, "val") }).flatMap({ Int($0) }),
                let definition = abstract[base], ListMarkup.isCounted(definition, tree)
            else { continue }
            restarts[id] = Self.restart(node, definition, tree)
        }
        for level in abstract.values.flatMap({ tree.children($0) }) {
            guard let style = tree.child(level, .pStyle).flatMap({ tree.value($0, "val") }) else { continue }
            levels[style] = tree.value(level, "ilvl").flatMap { Int($0) } ?? 0
        }
        if let styles { readStyles(styles, levels) }
    }

    private static func byValue(_ tree: PartTree, _ name: XMLName, _ attribute: String) -> [Int: Int] {
        var result: [Int: Int] = [:]
        for node in tree.nodes.indices where tree.is(node, name) && tree.nodes[node].parent == 0 {
            if let id = tree.value(node, attribute).flatMap({ Int($0) }) { result[id] = node }
        }
        return result
    }

    private static func restart(_ node: Int, _ definition: Int, _ tree: PartTree) -> Restart? {
        guard let id = tree.attribute(node, "numId")?.value, !tree.nodes[node].isEmptyTag else { return nil }
        let hasOwn = tree.children(node).contains { ListMarkup.isOverride($0, tree) }
        let prefix = String(decoding: tree.prefix(node), as: UTF8.self)
        let starts = hasOwn ? "" : ListMarkup.starts(definition, tree, prefix: prefix)
        let content = Array(tree.bytes[id.upperBound..<tree.nodes[node].contentEnd])
        let end = Array(tree.bytes[tree.nodes[node].contentEnd..<tree.nodes[node].end])
        return Restart(
            head: Array(tree.bytes[tree.nodes[node].start..<id.lowerBound]),
            tail: content + Array(starts.utf8) + end
        )
    }

    /// Styles based on each other deeper than this are read as if they ended here.
    private static let baseDepthMax = 16

    private mutating func readStyles(_ tree: PartTree, _ levels: [String: Int]) {
        var own: [String: (list: Int, level: Int?)] = [:]
        var bases: [String: String] = [:]
        for node in tree.nodes.indices where tree.is(node, .style) {
            guard let id = tree.value(node, "styleId") else { continue }
            bases[id] = tree.child(node, .basedOn).flatMap { tree.value($0, "val") }
            guard let properties = tree.child(node, .pPr).flatMap({ tree.child($0, .numPr) }),
                let list = tree.child(properties, .numId).flatMap({ tree.value($0, "val") }).flatMap({ Int($0) })
            else { continue }
            own[id] = (list, tree.child(properties, .ilvl).flatMap { tree.value($0, "val") }.flatMap { Int($0) })
        }
        for id in Set(own.keys).union(bases.keys) {
            var current: String? = id
            for _ in 0..<Self.baseDepthMax {
                guard let style = current else { break }
                if let (list, level) = own[style] {
                    byStyle[id] = (list, levels[id] ?? levels[style] ?? level ?? 0)
                    break
                }
                current = bases[style]
            }
        }
    }
}

extension PartCompiler {
    /// The notes of each letter stand behind those of the letter before.
    func editNotes(_ element: XMLName) {
        guard let notes = BookNotes(element, tree), let first = notes.nodes.first, let last = notes.nodes.last else {
            return
        }
        edits.insert(.operation(.letterBegin), at: tree.nodes[first].start, order: EditList.ending)
        edits.insert(.operation(.letterEnd), at: tree.nodes[last].end, order: EditList.beginning)
        for node in notes.nodes { number(node, notes) }
    }

    /// References in the text: to notes, which stand in the order of their references, and to a book's comments.
    func editNoteReferences() {
        for node in tree.nodes.indices where tree.nodes[node].space == .word {
            switch tree.nodes[node].name {
            case .footnoteReference: number(node, .footnotes)
            case .endnoteReference: number(node, .endnotes)
            case .commentReference: if let notes = bookNotes[.comment] { number(node, notes) }
            case .unknown where localName(node).hasPrefix("commentRange"):
                if let notes = bookNotes[.comment] { number(node, notes) }
            default: break
            }
        }
    }

    private func number(_ node: Int, _ kind: NoteKind) {
        guard let id = tree.value(node, "id").flatMap({ Int32($0) }) else { return }
        referredNotes.insert(kind)
        let plain = Operation.noteReference(kind, id: id, first: 0, step: 0)
        number(node, isBook ? bookNotes[kind.element]?.operation(Int(id), kind) ?? plain : plain)
    }

    private func number(_ node: Int, _ notes: BookNotes) {
        guard let id = tree.value(node, "id").flatMap({ Int($0) }), let operation = notes.operation(id) else { return }
        self.number(node, operation)
    }

    private func number(_ node: Int, _ operation: Operation) {
        guard let id = tree.attribute(node, "id") else { return }
        edits.remove(id.value)
        edits.insert(.operation(operation), at: id.value.lowerBound, order: 0, isAttached: true)
    }

    /// Lists that count start again in each letter, whether the paragraph names them or its style does.
    func editLists() {
        guard let lists = bookLists, !lists.restarts.isEmpty else { return }
        for node in tree.nodes.indices where tree.is(node, .p) {
            guard let properties = tree.child(node, .pPr), !tree.nodes[properties].isEmptyTag else { continue }
            if let own = tree.child(properties, .numPr) {
                guard let list = tree.child(own, .numId), let value = tree.attribute(list, "val"),
                    let number = tree.value(list, "val").flatMap({ Int($0) }), lists.restarts[number] != nil
                else { continue }
                edits.remove(value.value)
                edits.insert(
                    .operation(.listNumber(Int32(number))),
                    at: value.value.lowerBound,
                    order: 0,
                    isAttached: true
                )
            } else if let style = tree.child(properties, .pStyle), let id = tree.value(style, "val"),
                let (list, level) = lists.byStyle[id], lists.restarts[list] != nil
            {
                insertList(list, level, properties)
            }
        }
    }

    private func insertList(_ list: Int, _ level: Int, _ properties: Int) {
        var position = tree.nodes[properties].contentStart
        for child in tree.children(properties) where ListMarkup.standsBeforeList(localName(child)) {
            position = tree.nodes[child].end
        }
        let head = markup("<:numPr><:ilvl :val=\"\(level)\"/><:numId :val=\"")
        edits.insert(.bytes(head), at: position, order: 0, isAttached: true)
        edits.insert(.operation(.listNumber(Int32(list))), at: position, order: 0, isAttached: true)
        edits.insert(.bytes(markup("\"/></:numPr>")), at: position, order: 0, isAttached: true)
    }
}
