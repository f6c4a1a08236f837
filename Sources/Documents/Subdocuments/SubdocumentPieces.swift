import OfficePackage

/// What has to change in a piece of a sub-document when it is put into another document.
enum SubdocumentPiece: Sendable {
    /// Copied as it is.
    case source(Range<Int>)
    case style(String)
    case list(String)
    /// Where a paragraph whose list comes with this style gets one of its own, in the part's prefix.
    case styleList(String, prefix: String)
    /// An attribute that names a relationship; written with its name, or left out.
    case relationship(attribute: String, id: String)
    case drawingNumber
    case bookmarkNumber(String)
    /// What makes a bookmark's name, or a link to it, unique.
    case bookmarkSuffix(name: String)
    /// The reference to a note, between these pieces of its element.
    case note(NoteKind, String, head: Range<Int>, tail: Range<Int>)
    /// The id of a note, where its text stands.
    case noteID(NoteKind, String)
    case abstractList(String)
    case listID(String)
    /// Where declarations of namespaces go: behind the name of the outermost element.
    case declarations
    /// A drawing that cannot be taken over was left out.
    case dropped
}

/// One element of a sub-document, cut into pieces.
struct SubdocumentBlock: Sendable {
    var pieces: [SubdocumentPiece]
    /// Prefixes it uses, with their namespaces; the empty one stands for elements without prefix.
    var spaces: [(prefix: String, space: String)]
    /// Those of them that older programs may pass over (ISO 29500-3, 7.2).
    var ignorable: [String]
}

/// Cuts one element of a sub-document into pieces.
struct SubdocumentCutter {
    private let tree: PartTree
    private let part: Subdocument.Part
    private let relationshipPrefixes: Set<String>
    private var changes: [(range: Range<Int>, piece: SubdocumentPiece?)] = []

    init(_ part: Subdocument.Part) {
        tree = part.tree
        self.part = part
        relationshipPrefixes = Set(
            part.spaces.filter { $0.value.hasSuffix("/officeDocument/2006/relationships") }.map(\.key)
        )
    }

    private static let styleNames: Set<String> = [
        "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink",
    ]
    private static let droppedNames: Set<String> = [
        "sectPr", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd", "altChunk", "subDoc", "object",
        "control", "nsid", "lvlPicBulletId", "numberingChange", "annotationRef",
    ]
    /// Pictures, shapes, groups and canvases; charts and diagrams have parts of their own.
    private static let drawnKinds = ["/picture", "wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas"]

    mutating func block(_ root: Int) -> SubdocumentBlock {
        let range = tree.nodes[root].start..<tree.nodes[root].end
        let text = String(decoding: tree.bytes[range], as: UTF8.self)
        let needsAll = text.contains("Requires=")
        let spaces = part.spaces.sorted { $0.key < $1.key }.filter { prefix, _ in
            prefix.isEmpty || needsAll || text.contains(prefix + ":")
        }
        return SubdocumentBlock(
            pieces: pieces(of: root),
            spaces: spaces.map { (prefix: $0.key, space: $0.value) },
            ignorable: spaces.map(\.key).filter(part.ignorable.contains)
        )
    }

    private mutating func pieces(of root: Int) -> [SubdocumentPiece] {
        changes = []
        let start = tree.nodes[root].start
        changes.append((nameEnd(root)..<nameEnd(root), .declarations))
        var skipped = start
        for node in root..<tree.nodes.count {
            guard tree.nodes[node].start < tree.nodes[root].end else { break }
            guard tree.nodes[node].start >= skipped else { continue }
            if isDropped(node) {
                let range = tree.nodes[node].start..<tree.nodes[node].end
                let isDrawing = tree.is(node, .drawing)
                changes.append((range, isDrawing ? .dropped : nil))
                skipped = range.upperBound
            } else {
                meet(node)
            }
        }
        return assembled(tree.nodes[root].start..<tree.nodes[root].end)
    }

    private static func comesFirst(
        _ left: (range: Range<Int>, piece: SubdocumentPiece?),
        _ right: (range: Range<Int>, piece: SubdocumentPiece?)
    ) -> Bool {
        (left.range.lowerBound, left.range.upperBound) < (right.range.lowerBound, right.range.upperBound)
    }

    private func assembled(_ whole: Range<Int>) -> [SubdocumentPiece] {
        var result: [SubdocumentPiece] = []
        var position = whole.lowerBound
        for (range, piece) in changes.sorted(by: Self.comesFirst) {
            guard range.lowerBound >= position else { continue }
            if range.lowerBound > position { result.append(.source(position..<range.lowerBound)) }
            if let piece { result.append(piece) }
            position = range.upperBound
        }
        if position < whole.upperBound { result.append(.source(position..<whole.upperBound)) }
        return result
    }

    private func nameEnd(_ node: Int) -> Int {
        let start = tree.nodes[node].start + 1
        return tree.bytes[start...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
            ?? start
    }

    private func name(_ node: Int) -> String {
        let text = String(decoding: tree.bytes[(tree.nodes[node].start + 1)..<nameEnd(node)], as: UTF8.self)
        return text.split(separator: ":").last.map(String.init) ?? text
    }

    private func isDropped(_ node: Int) -> Bool {
        if tree.is(node, .drawing) {
            let inside = tree.nodes[node...].prefix { $0.start < tree.nodes[node].end }
            let data = inside.firstIndex { $0.name == .graphicData }
            let uri = data.flatMap { tree.value($0, "uri") } ?? ""
            return !Self.drawnKinds.contains { uri.contains($0) }
        }
        guard tree.nodes[node].space == .word else { return false }
        if tree.is(node, .r) { return tree.children(node).contains { tree.is($0, .commentReference) } }
        if tree.is(node, .id) { return tree.is(tree.nodes[node].parent, .sdtPr) }
        return Self.droppedNames.contains(name(node))
    }

    private mutating func meet(_ node: Int) {
        let element = tree.nodes[node]
        let isWord = element.space == .word
        for attribute in tree.attributes(node) {
            let value = String(decoding: XMLText.decoded(tree.bytes, attribute.value), as: UTF8.self)
            if relationshipPrefixes.contains(attribute.prefix) {
                let named = attribute.prefix + ":" + attribute.name
                changes.append((attribute.range, .relationship(attribute: named, id: value)))
            } else if isWord {
                meetWord(node, attribute, value)
            } else if element.name == .docPr, element.space == .word2006Drawing, attribute.name == "id" {
                changes.append((attribute.value, .drawingNumber))
            } else if attribute.name == "anchorId" || attribute.name == "editId" || attribute.name == "spid" {
                changes.append((attribute.range, nil))
            }
        }
    }

    /// A list that comes with a style would go on counting from one insertion to the next.
    private mutating func meetParagraphStyle(_ node: Int, _ style: String) {
        let properties = tree.nodes[node].parent
        guard tree.is(properties, .pPr), tree.is(tree.nodes[properties].parent, .p),
            tree.child(properties, .numPr) == nil
        else { return }
        var position = tree.nodes[node].end
        for child in tree.children(properties) where ListMarkup.standsBeforeList(name(child)) {
            position = max(position, tree.nodes[child].end)
        }
        let prefix = String(decoding: tree.prefix(node), as: UTF8.self)
        changes.append((position..<position, .styleList(style, prefix: prefix)))
    }

    private mutating func meetWord(_ node: Int, _ attribute: PartTree.Attribute, _ value: String) {
        let element = name(node)
        switch (element, attribute.name) {
        case ("p", "paraId"), ("p", "textId"), ("tr", "paraId"), ("tr", "textId"), ("style", "default"):
            changes.append((attribute.range, nil))
        case (_, "val") where Self.styleNames.contains(element), ("style", "styleId"):
            changes.append((attribute.value, .style(value)))
            if element == "pStyle" { meetParagraphStyle(node, value) }
        case ("numId", "val") where value != "0": changes.append((attribute.value, .list(value)))
        case ("num", "numId"): changes.append((attribute.value, .listID(value)))
        case ("abstractNum", "abstractNumId"), ("abstractNumId", "val"):
            changes.append((attribute.value, .abstractList(value)))
        case ("bookmarkStart", "id"), ("bookmarkEnd", "id"):
            changes.append((attribute.value, .bookmarkNumber(value)))
        case ("bookmarkStart", "name"), ("hyperlink", "anchor"):
            let end = attribute.value.upperBound
            changes.append((end..<end, .bookmarkSuffix(name: value)))
        case ("footnoteReference", "id"), ("endnoteReference", "id"):
            let range = tree.nodes[node].start..<tree.nodes[node].end
            changes.append(
                (
                    range,
                    .note(
                        element == "footnoteReference" ? .footnotes : .endnotes,
                        value,
                        head: range.lowerBound..<attribute.value.lowerBound,
                        tail: attribute.value.upperBound..<range.upperBound
                    )
                )
            )
        case ("footnote", "id"): changes.append((attribute.value, .noteID(.footnotes, value)))
        case ("endnote", "id"): changes.append((attribute.value, .noteID(.endnotes, value)))
        default: break
        }
    }
}
