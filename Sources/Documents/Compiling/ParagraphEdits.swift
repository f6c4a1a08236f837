import FieldKinds
import FormModel
import OfficePackage

/// Turns the tags of paragraphs into changes of the part's bytes.
extension PartCompiler {
    /// `{%-` joins the tag's paragraph to the one before, `-%}` the one behind to the tag's.
    func joinParagraphs() {
        for (index, tag) in tags.enumerated() where placements[index].isInline {
            let node = paragraphs[tag.paragraph].node
            if tag.trimsBefore, let before = neighbour(of: node, step: -1) { join(before, node) }
            if tag.trimsAfter, let after = neighbour(of: node, step: 1) { join(node, after) }
        }
    }

    private func neighbour(of node: Int, step: Int) -> Int? {
        let siblings = Array(tree.children(tree.nodes[node].parent))
        guard let place = siblings.firstIndex(of: node), siblings.indices.contains(place + step) else { return nil }
        let neighbour = siblings[place + step]
        return tree.is(neighbour, .p) && !tree.nodes[neighbour].isEmptyTag ? neighbour : nil
    }

    /// Leaves out everything between the content of two paragraphs; the first one's properties stay.
    private func join(_ first: Int, _ second: Int) {
        let start = tree.child(second, .pPr).map { tree.nodes[$0].end } ?? tree.nodes[second].contentStart
        edits.remove(tree.nodes[first].contentEnd..<start)
    }

    func editParagraphs() {
        joinParagraphs()
        var byParagraph: [[Int]] = Array(repeating: [], count: paragraphs.count)
        for index in tags.indices { byParagraph[tags[index].paragraph].append(index) }
        for index in paragraphs.indices {
            if !byParagraph[index].isEmpty {
                removeSpellingMarks(paragraphs[index].node)
                editElements(byParagraph[index])
                RunEditor(self, paragraph: paragraphs[index], tags: byParagraph[index]).edit()
            }
            if options.keepsOneLetterWords { keepWordsTogether(paragraphs[index], byParagraph[index]) }
        }
    }

    /// Word's spelling marks stand around tags, which it does not know; around values they say nothing.
    private func removeSpellingMarks(_ paragraph: Int) {
        for child in tree.children(paragraph) where tree.is(child, .proofErr) {
            edits.remove(tree.nodes[child].start..<tree.nodes[child].end)
        }
    }

    /// Tags that stand for whole elements: the element goes, the instructions come in its place.
    private func editElements(_ paragraphTags: [Int]) {
        for index in paragraphTags {
            let tag = tags[index]
            if tag.kind == .value, tag.reach == .paragraph {
                leaveOut(paragraphs[tag.paragraph].node, for: index)
                continue
            }
            if tag.kind == .value, tag.reach == .row || tag.reach == .cell {
                report(
                    SyntaxFault(
                        .tagMisplaced,
                        pl: "Wartość nie może stać w miejscu wiersza ani komórki. Napisz {{ … }} albo {{p … }}.",
                        en: "A value cannot stand in the place of a row or a cell. Write {{ … }} or {{p … }}."
                    ),
                    tag: tag
                )
            }
            switch placements[index] {
            case .inline: break
            case .instead(let node): leaveOut(node, for: index)
            case .before(let node): edits.insert(.tag(index), at: tree.nodes[node].start, order: index)
            case .after(let node): edits.insert(.tag(index), at: tree.nodes[node].end, order: index)
            }
        }
    }

    private func leaveOut(_ node: Int, for tag: Int) {
        let range = tree.nodes[node].start..<tree.nodes[node].end
        edits.remove(range)
        edits.insert(.tag(tag), at: range.lowerBound, order: tag)
        guard tree.is(node, .p) else { return }
        // Bookmarks may stand between paragraphs as well, and a section's settings must not go with a tag.
        for child in tree.children(node) {
            let isBookmark = tree.is(child, .bookmarkStart) || tree.is(child, .bookmarkEnd)
            if isBookmark, isFirstTag(tag, of: node) {
                edits.insert(.copy(tree.nodes[child].start..<tree.nodes[child].end), at: range.lowerBound, order: tag)
            }
        }
        if let properties = tree.child(node, .pPr), let section = tree.child(properties, .sectPr),
            isFirstTag(tag, of: node)
        {
            edits.insert(.bytes(markup("<:p><:pPr>")), at: range.lowerBound, order: tag)
            edits.insert(.copy(tree.nodes[section].start..<tree.nodes[section].end), at: range.lowerBound, order: tag)
            edits.insert(.bytes(markup("</:pPr></:p>")), at: range.lowerBound, order: tag)
        }
    }

    private func isFirstTag(_ tag: Int, of node: Int) -> Bool {
        tag == 0 || tags[tag - 1].paragraph != tags[tag].paragraph
    }

    /// Non-breaking spaces after one-letter words of the template's own text.
    private func keepWordsTogether(_ paragraph: ParagraphText, _ paragraphTags: [Int]) {
        guard paragraph.text.contains(0x20) else { return }
        var text: [UInt8] = []
        var places: [Int] = []
        var position = 0
        let ranges =
            paragraphTags.map { (tags[$0].range, tags[$0].kind == .value) } + [
                (paragraph.text.count..<paragraph.text.count, false)
            ]
        for (range, isValue) in ranges {
            text.append(contentsOf: paragraph.text[position..<max(position, range.lowerBound)])
            places.append(contentsOf: position..<max(position, range.lowerBound))
            if isValue {
                // Stands for the value: a word of its own that is neither a letter nor a digit.
                text.append(contentsOf: [0xEF, 0xBF, 0xBC])
                places.append(contentsOf: [-1, -1, -1])
            }
            position = max(position, range.upperBound)
        }
        let kept = Array(NonBreaking.apply(String(decoding: text, as: UTF8.self)).utf8)
        var source = 0
        var target = 0
        while source < text.count, target < kept.count {
            if text[source] == 0x20, kept[target] == 0xC2 {
                replaceSpace(paragraph, at: places[source])
                target += 1
            }
            source += 1
            target += 1
        }
    }

    private func replaceSpace(_ paragraph: ParagraphText, at offset: Int) {
        let piece = paragraph.pieces[paragraph.piece(at: offset)]
        guard !piece.isElement else { return }
        let source = paragraph.source(of: offset, in: piece)
        edits.remove(source..<source + 1)
        edits.insert(.bytes([0xC2, 0xA0]), at: source, order: 0, isAttached: false)
    }
}

/// Takes the tags out of the runs of one paragraph and puts values and instructions in their place.
private struct RunEditor {
    private let compiler: PartCompiler
    private let paragraph: ParagraphText
    private let tags: [Int]

    /// Something in a run, in order.
    private enum Item {
        case text(Range<Int>)
        case element(Int)
        case value(Int)
        case statement(Int)
    }

    init(_ compiler: PartCompiler, paragraph: ParagraphText, tags: [Int]) {
        self.compiler = compiler
        self.paragraph = paragraph
        self.tags = tags
    }

    func edit() {
        for run in paragraph.runs.indices { edit(run: run) }
    }

    /// Tags that begin, end or lie in this run.
    private func edit(run index: Int) {
        let run = paragraph.runs[index]
        guard let first = run.pieces.first, let last = run.pieces.last else { return }
        let start = paragraph.pieces[first].text.lowerBound
        let end = paragraph.pieces[last].text.upperBound
        let touching = tags.filter {
            compiler.tags[$0].range.lowerBound < end && compiler.tags[$0].range.upperBound > start
        }
        guard !touching.isEmpty else { return }
        let items = items(of: run, touching)
        removeText(of: run, touching)
        let contents = items.indices.filter { if case .statement = items[$0] { false } else { true } }
        guard let firstContent = contents.first, let lastContent = contents.last else {
            return removeRun(run, items)
        }
        var group: [Int] = []
        for (place, item) in items.enumerated() {
            if case .statement(let tag) = item {
                if place < firstContent {
                    compiler.edits.insert(.tag(tag), at: compiler.tree.nodes[run.node].start, order: tag)
                } else if place > lastContent {
                    compiler.edits.insert(.tag(tag), at: compiler.tree.nodes[run.node].end, order: tag)
                } else {
                    group.append(tag)
                }
                continue
            }
            split(run, at: group)
            group = []
            if case .value(let tag) = item { insertValue(tag) }
        }
        preserveSpace(of: run, touching)
    }

    private func removeRun(_ run: ParagraphText.Run, _ items: [Item]) {
        let node = compiler.tree.nodes[run.node]
        compiler.edits.remove(node.start..<node.end)
        for case .statement(let tag) in items { compiler.edits.insert(.tag(tag), at: node.start, order: tag) }
    }

    private func items(of run: ParagraphText.Run, _ touching: [Int]) -> [Item] {
        var found: [(position: Int, item: Item)] = []
        for index in run.pieces {
            let piece = paragraph.pieces[index]
            for live in liveRanges(piece.text, touching) {
                found.append(
                    (
                        paragraph.source(of: live.lowerBound, in: piece),
                        piece.isElement ? .element(piece.node) : .text(live)
                    )
                )
            }
            if piece.isElement, piece.text.isEmpty { found.append((piece.source.lowerBound, .element(piece.node))) }
        }
        for node in run.otherContent { found.append((compiler.tree.nodes[node].start, .element(node))) }
        for tag in touching where isBegin(tag, in: run) {
            switch compiler.tags[tag].kind {
            case .value where compiler.tags[tag].reach != .paragraph, .literal:
                found.append((compiler.sourceStart(of: compiler.tags[tag]), .value(tag)))
            case .statement where compiler.placements[tag].isInline:
                found.append((compiler.sourceStart(of: compiler.tags[tag]), .statement(tag)))
            default: break
            }
        }
        return found.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(
            \.element.item
        )
    }

    private func isBegin(_ tag: Int, in run: ParagraphText.Run) -> Bool {
        run.pieces.contains(paragraph.piece(at: compiler.tags[tag].range.lowerBound))
    }

    /// What is left of a stretch of text when the tags are taken out.
    private func liveRanges(_ range: Range<Int>, _ touching: [Int]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var position = range.lowerBound
        for tag in touching {
            let taken = compiler.tags[tag].range.clamped(to: range)
            guard !taken.isEmpty else { continue }
            if position < taken.lowerBound { result.append(position..<taken.lowerBound) }
            position = max(position, taken.upperBound)
        }
        if position < range.upperBound { result.append(position..<range.upperBound) }
        return result
    }

    private func removeText(of run: ParagraphText.Run, _ touching: [Int]) {
        for index in run.pieces {
            let piece = paragraph.pieces[index]
            for tag in touching {
                let taken = compiler.tags[tag].range.clamped(to: piece.text)
                guard !taken.isEmpty else { continue }
                if piece.isElement || piece.text.count != piece.source.count {
                    compiler.edits.remove(piece.source)
                } else {
                    let start = paragraph.source(of: taken.lowerBound, in: piece)
                    compiler.edits.remove(start..<start + taken.count)
                }
            }
        }
    }

    private func insertValue(_ tag: Int) {
        let position = compiler.sourceStart(of: compiler.tags[tag])
        if case .literal(let text) = compiler.tags[tag].kind {
            compiler.edits.insert(.bytes(Array(text.utf8)), at: position, order: tag)
        } else {
            compiler.edits.insert(.tag(tag), at: position, order: tag)
        }
    }

    /// Closes the run before instructions and opens it again behind them, so that every run is whole.
    private func split(_ run: ParagraphText.Run, at group: [Int]) {
        guard let first = group.first, let last = group.last else { return }
        let position = compiler.sourceStart(of: compiler.tags[first])
        compiler.edits.insert(.bytes(compiler.markup("</:t></:r>")), at: position, order: first)
        for tag in group { compiler.edits.insert(.tag(tag), at: position, order: tag) }
        compiler.edits.insert(.bytes(compiler.markup("<:r>")), at: position, order: last)
        compiler.edits.insert(.copy(run.properties), at: position, order: last)
        compiler.edits.insert(.bytes(compiler.markup("<:t xml:space=\"preserve\">")), at: position, order: last)
    }

    private func preserveSpace(of run: ParagraphText.Run, _ touching: [Int]) {
        var seen: Set<Int> = []
        for index in run.pieces where !paragraph.pieces[index].isElement {
            let node = paragraph.pieces[index].node
            guard seen.insert(node).inserted, compiler.tree.attribute(node, "space") == nil else { continue }
            compiler.edits.insert(
                .bytes(Array(" xml:space=\"preserve\"".utf8)),
                at: compiler.tree.nodes[node].contentStart - 1,
                order: 0,
                isAttached: true
            )
        }
    }
}
