/// Notes in the order in which the text refers to them.
///
/// Word finds a note by its id. LibreOffice 7.4 takes the notes of the part one after the other, whatever their ids are, so
/// that a note that an `if` left without a reference, or that a loop repeats, would put every later one in a wrong place.
struct NoteOrder {
    /// Ids of the references, and the notes they stand for.
    private(set) var entries: [(id: Int, note: Int)] = []
    private var known: Set<Int> = []

    func holds(_ note: Int) -> Bool { known.contains(note) }

    mutating func add(_ id: Int, of note: Int) {
        entries.append((id, note))
        known.insert(id)
    }

    /// Whether the part has these notes and no others, in this order, when it holds so many.
    func isNatural(count: Int) -> Bool {
        entries.count == count && entries.allSatisfy { $0.id == $0.note }
            && zip(entries, entries.dropFirst()).allSatisfy { $0.id < $1.id }
    }

    /// The part with its notes as they are referred to, and no others. Lines that Word draws above notes come first.
    func arranged(_ bytes: [UInt8], _ kind: NoteKind) -> [UInt8] {
        guard let tree = try? PartTree(name: "", bytes: bytes), let root = tree.nodes.first, !root.isEmptyTag else {
            return bytes
        }
        let children = Array(tree.children(0))
        var notes: [Int: Int] = [:]
        var result = Array(bytes[..<(children.first.map { tree.nodes[$0].start } ?? root.contentEnd)])
        for child in children {
            let isNote = tree.is(child, kind.element) && ["normal", nil].contains(tree.value(child, "type"))
            if isNote, let id = tree.value(child, "id").flatMap({ Int($0) }) {
                notes[id] = child
            } else {
                result += bytes[tree.nodes[child].start..<tree.nodes[child].end]
            }
        }
        for (id, note) in entries {
            guard let node = notes[note] else { continue }
            result += id == note ? Array(bytes[tree.nodes[node].start..<tree.nodes[node].end]) : copy(node, id, tree)
        }
        return result + bytes[root.contentEnd...]
    }

    /// The note under another id, without what may stand once in a document only.
    private func copy(_ node: Int, _ id: Int, _ tree: PartTree) -> [UInt8] {
        var result: [UInt8] = []
        var position = tree.nodes[node].start
        let inside = (node..<tree.nodes.count).prefix { tree.nodes[$0].start < tree.nodes[node].end }
        for child in inside {
            for attribute in tree.attributes(child).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
                let isID = child == node && attribute.name == "id"
                guard isID || attribute.name == "paraId" || attribute.name == "textId" else { continue }
                let range = isID ? attribute.value : attribute.range
                result += tree.bytes[position..<range.lowerBound]
                if isID { result += Array(String(id).utf8) }
                position = range.upperBound
            }
        }
        return result + tree.bytes[position..<tree.nodes[node].end]
    }
}
