import OfficePackage

/// A field as Word writes it: between `w:fldChar` marks or as `w:fldSimple` (ISO 29500-1, 17.16).
struct WordField {
    /// A stretch of the instruction: text, or a field inside of it.
    indirect enum Part {
        case text(String)
        case field(WordField)
    }

    var instruction: [Part] = []
    /// The marks and pieces of the instruction, which go when the field is filled in.
    var nodes: [Int] = []
    /// The shown result, in the paragraph's text.
    var result: Range<Int> = 0..<0
    /// Runs from the first mark to the last.
    var runs: ClosedRange<Int>
    /// The `w:fldSimple`.
    var simple: Int?

    /// Fields inside each other.
    static let depthMax = 8

    /// What fields inside of the instruction showed when the template was saved.
    var shownInInstruction: [Range<Int>] {
        instruction.flatMap { part -> [Range<Int>] in
            guard case .field(let field) = part else { return [] }
            return (field.result.isEmpty ? [] : [field.result]) + field.shownInInstruction
        }
    }

    /// All nodes of this field and of those inside.
    var allNodes: [Int] {
        nodes
            + instruction.flatMap { part -> [Int] in
                if case .field(let field) = part { field.allNodes } else { [] }
            }
    }
}

/// Finds the fields of a paragraph; one that does not end in it is left alone.
struct FieldScanner {
    private let tree: PartTree
    private let paragraph: ParagraphText
    private var open: [(field: WordField, isResult: Bool, resultStart: Int)] = []
    private var found: [WordField] = []

    init(_ paragraph: ParagraphText, in tree: PartTree) {
        self.paragraph = paragraph
        self.tree = tree
    }

    mutating func fields() -> [WordField] {
        for run in paragraph.runs.indices {
            addSimple(run)
            for node in paragraph.runs[run].otherContent { meet(node, run) }
        }
        return found
    }

    private mutating func addSimple(_ run: Int) {
        let parent = tree.nodes[paragraph.runs[run].node].parent
        guard tree.is(parent, .fldSimple), open.allSatisfy({ $0.isResult && !Self.isReplaced($0.field) }) else {
            return
        }
        let text = textRange(of: run)
        if let last = found.last, last.simple == parent {
            found[found.count - 1].runs = last.runs.lowerBound...run
            found[found.count - 1].result = last.result.isEmpty ? text : last.result.lowerBound..<text.upperBound
            return
        }
        var field = WordField(runs: run...run)
        field.instruction = [.text(tree.value(parent, "instr") ?? "")]
        field.simple = parent
        field.result = text
        found.append(field)
    }

    private func textRange(of run: Int) -> Range<Int> {
        let pieces = paragraph.runs[run].pieces
        guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
        return paragraph.pieces[first].text.lowerBound..<paragraph.pieces[last].text.upperBound
    }

    private mutating func meet(_ node: Int, _ run: Int) {
        if tree.is(node, .instrText), !open.isEmpty {
            open[open.count - 1].field.nodes.append(node)
            let range = tree.nodes[node].contentStart..<tree.nodes[node].contentEnd
            let text = String(decoding: XMLText.decoded(tree.bytes, range), as: UTF8.self)
            // Within another instruction Word writes what a field shows as a piece of instruction too.
            if !open[open.count - 1].isResult { open[open.count - 1].field.instruction.append(.text(text)) }
        }
        guard tree.is(node, .fldChar) else { return }
        switch tree.value(node, "fldCharType") {
        case "begin" where open.count < WordField.depthMax:
            var field = WordField(runs: run...run)
            field.nodes = [node]
            open.append((field, false, 0))
        case "separate" where !open.isEmpty:
            open[open.count - 1].field.nodes.append(node)
            open[open.count - 1].isResult = true
            open[open.count - 1].resultStart = offset(of: node)
        case "end" where !open.isEmpty: close(node, run)
        default: break
        }
    }

    private mutating func close(_ node: Int, _ run: Int) {
        var (field, isResult, start) = open.removeLast()
        field.nodes.append(node)
        field.runs = field.runs.lowerBound...run
        if isResult { field.result = start..<max(start, offset(of: node)) }
        // What another field shows may hold fields of ours: a link around a name.
        if open.allSatisfy({ $0.isResult && !Self.isReplaced($0.field) }) {
            found.append(field)
        } else if !open[open.count - 1].isResult {
            open[open.count - 1].field.instruction.append(.field(field))
        } else {
            open[open.count - 1].field.nodes += field.allNodes
        }
    }

    /// Whether what the field shows is taken away, with the fields in it.
    private static func isReplaced(_ field: WordField) -> Bool {
        ["MERGEFIELD", "IF"].contains(FieldInstruction(field).name)
    }

    /// Where a mark stands in the paragraph's text.
    private func offset(of node: Int) -> Int {
        let position = tree.nodes[node].start
        return paragraph.pieces.first { $0.source.lowerBound > position }?.text.lowerBound ?? paragraph.text.count
    }
}
