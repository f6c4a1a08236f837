import OfficePackage

/// The text of one paragraph, joined over its runs, with the place of each byte in the part.
///
/// Word cuts text into runs as it pleases: for spelling marks, languages, revisions. Tags are found in the joined text.
struct ParagraphText {
    /// A piece of text that lies in one `w:t` (or is one `w:br`, `w:tab`), in one run.
    struct Piece {
        /// In the joined text.
        var text: Range<Int>
        /// In the part. As long as the text, but for references and for elements.
        var source: Range<Int>
        /// Index into `runs`.
        var run: Int
        /// The `w:t`, or the element that stands for the character.
        var node: Int
        var isElement: Bool
    }

    /// A run with everything it holds.
    struct Run {
        var node: Int
        /// Pieces of this run.
        var pieces: Range<Int>
        /// `w:rPr` of the run.
        var properties: Range<Int>
        /// Whether it holds something besides text and its properties: a picture, a field character, a note.
        var otherContent: [Int]
    }

    let node: Int
    private(set) var text: [UInt8] = []
    private(set) var pieces: [Piece] = []
    private(set) var runs: [Run] = []
    /// `w:pPr`.
    let properties: Range<Int>

    init(_ node: Int, in tree: PartTree) {
        self.node = node
        properties = tree.child(node, .pPr).map { tree.nodes[$0].start..<tree.nodes[$0].end } ?? 0..<0
        walk(node, tree, depth: 0)
    }

    /// Elements that may stand around runs inside of a paragraph.
    private static let wrapperDepthMax = 16

    private mutating func walk(_ parent: Int, _ tree: PartTree, depth: Int) {
        guard depth < Self.wrapperDepthMax else { return }
        for child in tree.children(parent) where tree.nodes[child].space == .word {
            switch tree.nodes[child].name {
            case .r: addRun(child, tree)
            case .hyperlink, .ins, .moveTo, .smartTag, .fldSimple, .sdt, .sdtContent, .bdo, .dir, .customXml:
                walk(child, tree, depth: depth + 1)
            default: break
            }
        }
    }

    private mutating func addRun(_ node: Int, _ tree: PartTree) {
        let first = pieces.count
        var properties = 0..<0
        var others: [Int] = []
        for child in tree.children(node) {
            let element = tree.nodes[child]
            switch (element.space, element.name) {
            case (.word, .rPr): properties = element.start..<element.end
            case (.word, .t): addText(child, tree)
            case (.word, .tab), (.word, .ptab): addElement(child, tree, "\t")
            case (.word, .br), (.word, .cr): addElement(child, tree, "\n")
            case (.word, .noBreakHyphen): addElement(child, tree, "-")
            case (.word, .softHyphen), (.word, .lastRenderedPageBreak): addElement(child, tree, "")
            default: others.append(child)
            }
        }
        runs.append(Run(node: node, pieces: first..<pieces.count, properties: properties, otherContent: others))
    }

    private mutating func addElement(_ node: Int, _ tree: PartTree, _ sign: String) {
        let start = text.count
        text.append(contentsOf: sign.utf8)
        pieces.append(
            Piece(
                text: start..<text.count,
                source: tree.nodes[node].start..<tree.nodes[node].end,
                run: runs.count,
                node: node,
                isElement: true
            )
        )
    }

    private mutating func addText(_ node: Int, _ tree: PartTree) {
        let range = tree.nodes[node].contentStart..<tree.nodes[node].contentEnd
        var plainStart = text.count
        var sourceStart = range.lowerBound
        func close(_ source: Int, _ pieces: inout [Piece], _ text: Int, _ run: Int) {
            if text > plainStart {
                pieces.append(
                    Piece(text: plainStart..<text, source: sourceStart..<source, run: run, node: node, isElement: false)
                )
            }
        }
        var joined = text
        var found = pieces
        let run = runs.count
        XMLText.forEach(tree.bytes, range) { characters, source in
            if characters.count == source.count, source.lowerBound == sourceStart + (joined.count - plainStart) {
                joined.append(contentsOf: characters)
                return
            }
            // A reference or a gap ends the piece: behind it the distance between text and source is another.
            close(sourceStart + (joined.count - plainStart), &found, joined.count, run)
            let start = joined.count
            joined.append(contentsOf: characters)
            found.append(Piece(text: start..<joined.count, source: source, run: run, node: node, isElement: false))
            plainStart = joined.count
            sourceStart = source.upperBound
        }
        close(sourceStart + (joined.count - plainStart), &found, joined.count, run)
        text = joined
        pieces = found
    }

    /// Forgets elements of a run that will not be there any more.
    mutating func dropContent(_ nodes: Set<Int>, ofRun run: Int) {
        runs[run].otherContent.removeAll(where: nodes.contains)
    }

    /// The piece that holds the byte at this place of the text.
    func piece(at offset: Int) -> Int {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].text.upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Where a byte of the text stands in the part.
    func source(of offset: Int, in piece: Piece) -> Int {
        piece.text.count == piece.source.count
            ? piece.source.lowerBound + offset - piece.text.lowerBound : piece.source.lowerBound
    }
}
