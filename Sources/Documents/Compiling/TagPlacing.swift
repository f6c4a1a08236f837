import FormModel
import OfficePackage

/// Says how far statements reach: within a line, over whole paragraphs, rows or cells.
///
/// A tag with a prefix says so itself. Without one, tags that stand alone in their paragraphs or rows reach over whole
/// paragraphs or rows and leave nothing behind, a beginning and an end in different cells of one row reach over the row,
/// and everything else stays within the line.
extension PartCompiler {
    /// Repetitions until nothing changes; each round turns at least one statement into an inline one.
    private static let roundMax = 10_000

    func place() {
        var placing = TagPlacing(self)
        for _ in 0..<Self.roundMax where !placing.isSettled { placing.round(self) }
        checkReaches()
        for statement in statements { checkNesting(statement) }
        for statement in statements where statement.keyword == "for" {
            let start = position(of: statement.tags[0])
            let end = position(of: statement.tags[statement.tags.count - 1])
            if start < end { loopRanges.append(start..<end) }
        }
    }

    private func checkReaches() {
        for tag in tags {
            let node = paragraphs[tag.paragraph].node
            let wanted: XMLName? = tag.reach == .row ? .tr : tag.reach == .cell ? .tc : nil
            guard let wanted, tree.ancestor(node, wanted) == nil else { continue }
            report(
                SyntaxFault(
                    .tagMisplaced,
                    pl: "Znacznik z „\(tag.reach.rawValue)” musi stać w tabeli.",
                    en: "A tag with “\(tag.reach.rawValue)” must stand in a table."
                ),
                tag: tag
            )
        }
    }

    /// Where the instructions of a tag stand in the part.
    func position(of tag: Int) -> Int {
        switch placements[tag] {
        case .inline: sourceStart(of: tags[tag])
        case .instead(let node), .before(let node): tree.nodes[node].start
        case .after(let node): tree.nodes[node].end
        }
    }

    /// The element whose children the tag's instructions stand among.
    func parent(of tag: Int) -> Int {
        switch placements[tag] {
        case .inline:
            let paragraph = paragraphs[tags[tag].paragraph]
            let run = paragraph.pieces[paragraph.piece(at: tags[tag].range.lowerBound)].run
            // A field that becomes a link holds its runs like an element, though the part has none.
            if let link = fieldLink(paragraph: tags[tag].paragraph, run: run) { return -2 - link }
            return tree.nodes[paragraph.runs[run].node].parent
        case .instead(let node), .before(let node), .after(let node): return tree.nodes[node].parent
        }
    }

    /// Both ends of what is left out or repeated have to lie in the same element, or in neighbouring paragraphs.
    private func checkNesting(_ statement: TemplateStatement) {
        let first = statement.tags[0]
        for tag in statement.tags.dropFirst() where !matches(parent(of: first), parent(of: tag)) {
            report(
                SyntaxFault(
                    .blockCrossed,
                    pl: "Początek i koniec „\(statement.keyword)” leżą w różnych miejscach (np. akapit i komórka, "
                        + "tekst i odsyłacz). Przenieś oba do tego samego miejsca.",
                    en: "The beginning and the end of “\(statement.keyword)” lie in different places (such as a "
                        + "paragraph and a cell, a text and a link). Move both to the same place."
                ),
                tag: tags[tag]
            )
            return
        }
    }

    private func matches(_ first: Int, _ second: Int) -> Bool {
        first == second
            || (tree.is(first, .p) && tree.is(second, .p) && tree.nodes[first].parent == tree.nodes[second].parent)
    }
}

/// The state of placing: which paragraphs stay and which statements had to be made inline.
private struct TagPlacing {
    private var keptParagraphs: Set<Int> = []
    private var inlineStatements: Set<Int> = []
    private(set) var isSettled = false
    /// Tags by paragraph, in order.
    private let tagsByParagraph: [Int: [Int]]
    private let compiler: PartCompiler
    private var silent: [Int: Bool] = [:]

    init(_ compiler: PartCompiler) {
        self.compiler = compiler
        tagsByParagraph = Dictionary(grouping: compiler.tags.indices) { compiler.tags[$0].paragraph }
        for paragraph in tagsByParagraph.keys {
            silent[paragraph] = Self.isSilent(paragraph, tagsByParagraph, compiler)
        }
    }

    /// Whether a paragraph holds nothing but statements, comments and blanks.
    private static func isSilent(_ index: Int, _ tags: [Int: [Int]], _ compiler: PartCompiler) -> Bool {
        let paragraph = compiler.paragraphs[index]
        var position = 0
        for tag in (tags[index] ?? []).map({ compiler.tags[$0] }) {
            switch tag.kind {
            case .value, .literal: return false
            case .statement where ["cellbg", "colspan", "vm", "hm"].contains(tag.keyword): return false
            default: break
            }
            if !isBlank(paragraph, position..<tag.range.lowerBound, compiler) { return false }
            position = tag.range.upperBound
        }
        if !isBlank(paragraph, position..<paragraph.text.count, compiler) { return false }
        return paragraph.runs.allSatisfy(\.otherContent.isEmpty)
    }

    private static func isBlank(_ paragraph: ParagraphText, _ range: Range<Int>, _ compiler: PartCompiler) -> Bool {
        guard range.lowerBound < range.upperBound else { return true }
        for byte in paragraph.text[range] where byte > 0x20 && byte != 0xC2 && byte != 0xA0 { return false }
        // A page break is no blank: somebody put it there on purpose.
        for piece in paragraph.pieces where piece.isElement && range.contains(piece.text.lowerBound) {
            if compiler.tree.is(piece.node, .br), compiler.tree.attribute(piece.node, "type") != nil { return false }
        }
        return true
    }

    mutating func round(_ compiler: PartCompiler) {
        isSettled = true
        for index in compiler.tags.indices { compiler.placements[index] = commentPlacement(index) }
        for index in compiler.statements.indices { placeStatement(index) }
        keepParagraphs()
        if isSettled { checkOrder() }
    }

    private func element(_ reach: TemplateTag.Reach, of tag: Int) -> Int? {
        let node = compiler.paragraphs[compiler.tags[tag].paragraph].node
        switch reach {
        case .paragraph: return node
        case .row: return compiler.tree.ancestor(node, .tr)
        case .cell: return compiler.tree.ancestor(node, .tc)
        case .run, .none: return nil
        }
    }

    private func isRemovable(_ paragraph: Int) -> Bool {
        !keptParagraphs.contains(paragraph) && silent[paragraph] ?? false
    }

    private func commentPlacement(_ tag: Int) -> TagPlacement {
        guard compiler.tags[tag].kind == .comment else { return .inline }
        if let node = element(compiler.tags[tag].reach, of: tag) { return .instead(of: node) }
        let paragraph = compiler.tags[tag].paragraph
        return isRemovable(paragraph) ? .instead(of: compiler.paragraphs[paragraph].node) : .inline
    }

    private mutating func placeStatement(_ index: Int) {
        let statement = compiler.statements[index]
        let reaches = statement.tags.map { compiler.tags[$0].reach }
        if let reach = reaches.first(where: { $0 != .none && $0 != .run }) {
            return placeByReach(statement, reach)
        }
        if inlineStatements.contains(index) || reaches.contains(.run) || isTrimming(statement) { return }
        let nodes = statement.tags.map { compiler.paragraphs[compiler.tags[$0].paragraph].node }
        guard let level = level(of: nodes, statement) else { return }
        let chosen = statement.tags.indices.map { placement(statement, $0, level) }
        if chosen.allSatisfy({ $0 != nil }) {
            for (tag, placement) in zip(statement.tags, chosen) { compiler.placements[tag] = placement ?? .inline }
        }
    }

    private func isTrimming(_ statement: TemplateStatement) -> Bool {
        statement.tags.contains { compiler.tags[$0].trimsBefore || compiler.tags[$0].trimsAfter }
    }

    private mutating func placeByReach(_ statement: TemplateStatement, _ reach: TemplateTag.Reach) {
        for tag in statement.tags {
            let own = compiler.tags[tag].reach
            guard let node = element(own == .none || own == .run ? reach : own, of: tag) else { continue }
            compiler.placements[tag] = .instead(of: node)
        }
    }

    private enum Level {
        case paragraphs(container: Int)
        case rows(table: Int)
        case wholeRow(Int)
    }

    /// What the tags of a statement have in common; nil for what stays within one line.
    private func level(of nodes: [Int], _ statement: TemplateStatement) -> Level? {
        let tree = compiler.tree
        if nodes.allSatisfy({ $0 == nodes[0] }) {
            return isRemovable(compiler.tags[statement.tags[0]].paragraph)
                ? .paragraphs(container: tree.nodes[nodes[0]].parent) : nil
        }
        let common = nodes.dropFirst().reduce(nodes[0]) { tree.commonAncestor($0, $1) }
        if tree.is(common, .tr) { return .wholeRow(common) }
        if tree.is(common, .tbl) { return .rows(table: common) }
        return nodes.allSatisfy { tree.nodes[$0].parent == common } ? .paragraphs(container: common) : nil
    }

    private func placement(_ statement: TemplateStatement, _ place: Int, _ level: Level) -> TagPlacement? {
        let tag = statement.tags[place]
        let isFirst = place == 0
        let isLast = place == statement.tags.count - 1
        let paragraph = compiler.tags[tag].paragraph
        let node = compiler.paragraphs[paragraph].node
        switch level {
        case .wholeRow(let row): return isFirst ? .before(row) : isLast ? .after(row) : nil
        case .rows(let table):
            let row = compiler.tree.branch(of: node, below: table)
            if isSilentRow(row) { return .instead(of: row) }
            return isFirst ? .before(row) : isLast ? .after(row) : nil
        case .paragraphs:
            if isRemovable(paragraph) { return .instead(of: node) }
            guard !keptParagraphs.contains(paragraph), statement.tags.count > 1 else { return nil }
            if isFirst || !isLast, isAtStart(tag) { return .before(node) }
            return isLast && isAtEnd(tag) ? .after(node) : nil
        }
    }

    /// Whether a row holds nothing but statements.
    private func isSilentRow(_ row: Int) -> Bool {
        for (index, paragraph) in compiler.paragraphs.enumerated() where compiler.tree.isInside(paragraph.node, row) {
            let isEmpty = paragraph.text.allSatisfy { $0 <= 0x20 } && paragraph.runs.allSatisfy(\.otherContent.isEmpty)
            if !isEmpty, !(silent[index] ?? false) { return false }
        }
        return true
    }

    private func isAtStart(_ tag: Int) -> Bool {
        let index = compiler.tags[tag].paragraph
        let paragraph = compiler.paragraphs[index]
        var position = 0
        for other in tagsByParagraph[index] ?? [] {
            let range = compiler.tags[other].range
            guard Self.isBlank(paragraph, position..<range.lowerBound, compiler) else { return false }
            if other == tag { return otherContent(paragraph, before: range.lowerBound, true) }
            guard compiler.tags[other].kind == .statement || compiler.tags[other].kind == .comment else { return false }
            position = range.upperBound
        }
        return false
    }

    private func isAtEnd(_ tag: Int) -> Bool {
        let index = compiler.tags[tag].paragraph
        let paragraph = compiler.paragraphs[index]
        var position = paragraph.text.count
        for other in (tagsByParagraph[index] ?? []).reversed() {
            let range = compiler.tags[other].range
            guard Self.isBlank(paragraph, range.upperBound..<position, compiler) else { return false }
            if other == tag { return otherContent(paragraph, before: range.lowerBound, false) }
            guard compiler.tags[other].kind == .statement || compiler.tags[other].kind == .comment else { return false }
            position = range.lowerBound
        }
        return false
    }

    /// Whether no picture or field stands in the runs before (or behind) this place of the text.
    private func otherContent(_ paragraph: ParagraphText, before offset: Int, _ isBefore: Bool) -> Bool {
        let run = paragraph.pieces[paragraph.piece(at: offset)].run
        let runs = isBefore ? paragraph.runs[...run] : paragraph.runs[run...]
        return runs.allSatisfy(\.otherContent.isEmpty)
    }

    /// A paragraph stays when one of its statements is inline; then the others cannot take it away.
    private mutating func keepParagraphs() {
        for (paragraph, tags) in tagsByParagraph where !keptParagraphs.contains(paragraph) {
            let node = compiler.paragraphs[paragraph].node
            let isTaken = tags.contains {
                compiler.placements[$0] == .instead(of: node) && compiler.tags[$0].reach == .none
            }
            let isNeeded = tags.contains { compiler.placements[$0].isInline && compiler.tags[$0].kind == .statement }
            if isTaken, isNeeded {
                keptParagraphs.insert(paragraph)
                isSettled = false
            }
        }
    }

    /// Instructions must come in the order of their tags; a statement that jumps the queue becomes inline.
    private mutating func checkOrder() {
        var owner: [Int: Int] = [:]
        for (index, statement) in compiler.statements.enumerated() {
            for tag in statement.tags { owner[tag] = index }
        }
        var last = (position: -1, tag: -1)
        for tag in compiler.tags.indices where compiler.tags[tag].kind == .statement {
            let position = compiler.position(of: tag)
            if position < last.position {
                for candidate in [tag, last.tag] {
                    guard let statement = owner[candidate], !inlineStatements.contains(statement) else { continue }
                    if case .inline = compiler.placements[candidate] { continue }
                    if compiler.tags[candidate].reach != .none { continue }
                    inlineStatements.insert(statement)
                    isSettled = false
                    return
                }
            } else {
                last = (position, tag)
            }
        }
    }
}
