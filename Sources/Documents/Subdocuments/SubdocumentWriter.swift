import OfficePackage

/// Puts sub-documents into one document: gives their styles, lists, notes, bookmarks and relationships new ids, once a
/// document or once an insertion.
final class SubdocumentWriter {
    private let source: Subdocument
    private unowned let document: DocumentState
    private let outline: PackageOutline
    private let mainPart: String
    /// Kept for the whole document.
    private var styles: [String: String] = [:]
    private var abstractLists: [String: Int] = [:]
    /// Of the present insertion.
    private var lists: [String: Int] = [:]
    /// Lists of the template's own styles.
    private var ownLists: [Int: Int] = [:]
    private var bookmarks: [String: Int] = [:]
    private var insertion = 0
    private var part = ""
    private(set) var hasDropped = false

    init(_ source: Subdocument, _ document: DocumentState, _ package: TemplatePackage) {
        self.source = source
        self.document = document
        outline = package.outline
        mainPart = package.mainPart
    }

    /// The blocks of the sub-document, in the words of the document it goes into.
    func blocks(for part: String) -> [[UInt8]] {
        self.part = part
        insertion += 1
        lists = [:]
        ownLists = [:]
        bookmarks = [:]
        hasDropped = false
        let known = part == mainPart ? outline.spaces : [:]
        return source.blocks.map { written($0, of: source.body, known: known) }
    }

    private func written(
        _ block: SubdocumentBlock,
        of part: Subdocument.Part,
        known: [String: String]
    ) -> [UInt8] {
        var result: [UInt8] = []
        for piece in block.pieces {
            if case .declarations = piece {
                result += Array(declarations(block, of: part, known).utf8)
            } else {
                write(piece, of: part, to: &result)
            }
        }
        return result
    }

    private func written(_ node: Int, of part: Subdocument.Part, _ kind: PackageOutline.Kind) -> [UInt8] {
        var cutter = SubdocumentCutter(part)
        return written(cutter.block(node), of: part, known: outline.partSpaces[kind] ?? ["w": PackageAdditions.word])
    }

    private func write(_ piece: SubdocumentPiece, of part: Subdocument.Part, to result: inout [UInt8]) {
        func text(_ text: String) { XMLEscape.append(text, to: &result) }
        switch piece {
        case .source(let range): result += part.tree.bytes[range]
        case .style(let id): text(style(id))
        case .list(let id): text(list(id).map { String($0) } ?? "0")
        case .styleList(let style, let prefix): result += Array(styleList(style, prefix).utf8)
        case .listID(let id): text(String(lists[id] ?? 0))
        case .abstractList(let id): text(String(abstractLists[id] ?? 0))
        case .relationship(let attribute, let id):
            guard let made = relationship(id, of: part) else { return }
            result += Array(" \(attribute)=\"\(made)\"".utf8)
        case .drawingNumber: text(String(document.nextDrawingNumber()))
        case .bookmarkNumber(let id):
            let number = bookmarks[id] ?? document.nextBookmarkNumber()
            bookmarks[id] = number
            text(String(number))
        case .bookmarkSuffix: text("_\(document.freePrefix)\(document.subdocumentCount)")
        case .note(let kind, let id, let head, let tail):
            // Headers and footers can hold no notes (ISO 29500-1, 17.11.14).
            guard self.part == mainPart, let number = note(kind, id) else { return }
            result += part.tree.bytes[head]
            text(String(number))
            result += part.tree.bytes[tail]
        case .noteID: text(String(noteNumber))
        case .declarations: break
        case .dropped: hasDropped = true
        }
    }

    // MARK: Namespaces

    /// Declarations of the prefixes that a block uses, where the document does not declare the same already.
    private func declarations(
        _ block: SubdocumentBlock,
        of part: Subdocument.Part,
        _ known: [String: String]
    ) -> String {
        var result = ""
        var passedOver: [String] = []
        for (prefix, space) in block.spaces where known[prefix] != space {
            result += " xmlns" + (prefix.isEmpty ? "" : ":" + prefix) + "=\"\(XMLEscape.text(space))\""
            if block.ignorable.contains(prefix) { passedOver.append(prefix) }
        }
        guard !passedOver.isEmpty, let compatibility = part.spaces.first(where: { $0.value == Self.compatibility })?.key
        else { return result }
        if known[compatibility] != Self.compatibility, !result.contains("xmlns:\(compatibility)=") {
            result += " xmlns:\(compatibility)=\"\(Self.compatibility)\""
        }
        return result + " \(compatibility):Ignorable=\"\(passedOver.joined(separator: " "))\""
    }

    private static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"

    // MARK: Styles

    /// The template's own style of the same name, else the sub-document's, which comes along.
    private func style(_ id: String) -> String {
        if let known = styles[id] { return known }
        guard let style = source.styles[id], let part = source.stylesPart else { return id }
        if let own = outline.styles[PackageOutline.key(style.type, style.name)] {
            styles[id] = own
            return own
        }
        var made = id
        while outline.styleIDs.contains(made) || document.addedStyles.contains(made) { made += document.freePrefix }
        styles[id] = made
        document.addedStyles.insert(made)
        let markup = written(style.node, of: part, .styles)
        document.additions.markup[.styles, default: []] += markup
        return made
    }

    // MARK: Lists

    private func list(_ id: String) -> Int? {
        if let known = lists[id] { return known }
        guard let list = source.lists[id], let part = source.numberingPart,
            let abstractNode = source.abstractLists[list.abstract]
        else { return nil }
        let number = document.nextListNumber(outline)
        lists[id] = number
        if abstractLists[list.abstract] == nil {
            abstractLists[list.abstract] = document.nextAbstractListNumber(outline)
            let markup = written(abstractNode, of: part, .numbering)
            document.additions.abstractLists += markup
        }
        var markup = written(list.node, of: part, .numbering)
        // Every insertion counts from the start again; a list that says itself where it starts does so already.
        if insertion > 1, part.tree.children(list.node).allSatisfy({ !ListMarkup.isOverride($0, part.tree) }) {
            let prefix = String(decoding: part.tree.prefix(list.node), as: UTF8.self)
            let starts = ListMarkup.starts(abstractNode, part.tree, prefix: prefix)
            if let end = markup.lastIndex(of: UInt8(ascii: "<")) {
                markup.insert(contentsOf: Array(starts.utf8), at: end)
            }
        }
        document.additions.markup[.numbering, default: []] += markup
        return number
    }

    /// `w:numPr` for a paragraph whose style brings a list along: each insertion counts from the start.
    private func styleList(_ id: String, _ w: String) -> String {
        let made = style(id)
        let list: (number: Int, level: Int)
        if outline.styleIDs.contains(made) {
            // The style is the template's own, and so is its list.
            guard let (own, level) = outline.lists.byStyle[made] else { return "" }
            guard let number = ownList(own) else { return "" }
            list = (number, level)
        } else {
            guard insertion > 1, let (own, level) = source.listsByStyle[id], let number = self.list(String(own)) else {
                return ""
            }
            list = (number, level)
        }
        return "<\(w)numPr><\(w)ilvl \(w)val=\"\(list.level)\"/><\(w)numId \(w)val=\"\(list.number)\"/></\(w)numPr>"
    }

    /// A list of the template that starts again for this insertion; nil for one that does not count.
    private func ownList(_ list: Int) -> Int? {
        if let known = ownLists[list] { return known }
        guard let restart = outline.lists.restarts[list] else { return nil }
        let number = document.nextListNumber(outline)
        ownLists[list] = number
        document.additions.markup[.numbering, default: []] += restart.written(number)
        return number
    }

    // MARK: Notes

    private var noteNumber = 0

    private func note(_ kind: NoteKind, _ id: String) -> Int? {
        guard let part = source.notes[kind],
            let node = part.tree.nodes.indices.first(where: {
                part.tree.is($0, kind.element) && part.tree.value($0, "id") == id
            })
        else { return nil }
        noteNumber = document.nextNoteNumber(kind, outline)
        let number = document.refer(to: noteNumber, kind)
        let shared: PackageOutline.Kind = kind == .footnotes ? .footnotes : .endnotes
        let markup = written(node, of: part, shared)
        document.additions.markup[shared, default: []] += markup
        return number
    }

    // MARK: Relationships

    private func relationship(_ id: String, of part: Subdocument.Part) -> String? {
        guard let target = part.targets[id] else { return nil }
        let owner = notePart(part) ?? self.part
        if target.isExternal {
            return target.kind == "hyperlink" ? document.relationship(toAddress: target.target, from: owner) : nil
        }
        guard target.kind == "image", let name = target.part, let bytes = source.media[name],
            let format = name.split(separator: ".").last.flatMap({ MediaFormat(ending: String($0)) })
        else { return nil }
        if format == .svg, SVGCheck.cleaned(bytes) == nil { return nil }
        return document.relationship(toMedia: bytes, format, from: owner)
    }

    /// The document's part that takes the notes of this one.
    private func notePart(_ part: Subdocument.Part) -> String? {
        for kind in NoteKind.allCases where source.notes[kind]?.tree.name == part.tree.name {
            return document.partName(kind == .footnotes ? .footnotes : .endnotes)
        }
        return nil
    }
}

/// Pieces of `word/numbering.xml`.
enum ListMarkup {
    /// Whether an element of `w:pPr` has its place before `w:numPr` (ISO 29500-1, 17.3.1.26).
    static func standsBeforeList(_ name: String) -> Bool {
        ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"].contains(name)
    }

    static func isOverride(_ node: Int, _ tree: PartTree) -> Bool {
        tree.is(node, .unknown) && name(node, tree).hasSuffix("lvlOverride")
    }

    /// `w:lvlOverride`s that start each level of a definition again where it starts.
    static func starts(_ abstract: Int, _ tree: PartTree, prefix w: String) -> String {
        var result = ""
        for level in tree.children(abstract) where name(level, tree).hasSuffix(":lvl") || name(level, tree) == "lvl" {
            let place = tree.value(level, "ilvl") ?? "0"
            let start = tree.child(level, .start).flatMap { tree.value($0, "val") } ?? "1"
            guard Int(place) != nil, Int(start) != nil else { continue }
            result +=
                "<\(w)lvlOverride \(w)ilvl=\"\(place)\"><\(w)startOverride \(w)val=\"\(start)\"/></\(w)lvlOverride>"
        }
        return result
    }

    /// Whether some level counts instead of showing a dot.
    static func isCounted(_ abstract: Int, _ tree: PartTree) -> Bool {
        tree.children(abstract).contains { level in
            tree.children(level).contains { child in
                name(child, tree).hasSuffix("numFmt") && !["bullet", "none"].contains(tree.value(child, "val") ?? "")
            }
        }
    }

    static func name(_ node: Int, _ tree: PartTree) -> String {
        let start = tree.nodes[node].start + 1
        let end = tree.bytes[start...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
        return String(decoding: tree.bytes[start..<(end ?? start)], as: UTF8.self)
    }
}
