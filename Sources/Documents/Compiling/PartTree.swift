import OfficePackage

/// The elements of one part with their places in the part's bytes, so that everything between the tags can be copied as it is.
struct PartTree {
    struct Node {
        var name: XMLName
        var space: XMLSpace
        /// From the `<` of the start tag to behind the `>` of the end tag.
        var start: Int
        var end: Int
        /// What stands between the two tags; empty for an empty-element tag.
        var contentStart: Int
        var contentEnd: Int
        var parent: Int
        var firstChild = -1
        var nextSibling = -1
        var depth: Int

        var isEmptyTag: Bool { contentStart == end }
    }

    let name: String
    let bytes: [UInt8]
    let nodes: [Node]

    init(name: String, bytes: [UInt8]) throws(PackageError) {
        let builder = Builder(bytes)
        try XMLScanner.scan(bytes, handler: builder)
        guard !builder.hasForeignEncoding else { throw PackageError(.damaged, "encoding") }
        self.name = name
        self.bytes = bytes
        nodes = builder.nodes
    }

    func `is`(_ node: Int, _ name: XMLName) -> Bool {
        node >= 0 && nodes[node].name == name && nodes[node].space == .word
    }

    func children(_ node: Int) -> ChildSequence {
        ChildSequence(tree: self, next: nodes[node].firstChild)
    }

    func child(_ node: Int, _ name: XMLName) -> Int? {
        for child in children(node) where self.is(child, name) { return child }
        return nil
    }

    /// The nearest enclosing Word element of this name, the node itself excluded.
    func ancestor(_ node: Int, _ name: XMLName) -> Int? {
        var current = nodes[node].parent
        while current >= 0 {
            if self.is(current, name) { return current }
            current = nodes[current].parent
        }
        return nil
    }

    func isInside(_ node: Int, _ outer: Int) -> Bool {
        nodes[node].start >= nodes[outer].start && nodes[node].end <= nodes[outer].end
    }

    /// The nearest element that holds both.
    func commonAncestor(_ first: Int, _ second: Int) -> Int {
        var left = first
        var right = second
        while left != right {
            if nodes[left].depth >= nodes[right].depth {
                left = nodes[left].parent
            } else {
                right = nodes[right].parent
            }
        }
        return left
    }

    /// The child of `outer` that holds the node.
    func branch(of node: Int, below outer: Int) -> Int {
        var current = node
        while nodes[current].parent != outer, nodes[current].parent >= 0 { current = nodes[current].parent }
        return current
    }

    /// The prefix of Word's namespace in this part, with its colon: it is what the root's own tags use.
    func prefix(_ node: Int) -> [UInt8] {
        var position = nodes[node].start + 1
        while position < nodes[node].end {
            switch bytes[position] {
            case UInt8(ascii: ":"): return Array(bytes[(nodes[node].start + 1)...position])
            case UInt8(ascii: " "), UInt8(ascii: ">"), UInt8(ascii: "/"), 0x09, 0x0A, 0x0D: return []
            default: position += 1
            }
        }
        return []
    }

    /// An attribute of a start tag: its whole text with the space before it, and its value between the quotes.
    struct Attribute {
        /// Without prefix.
        var name: String
        var prefix: String
        var range: Range<Int>
        var value: Range<Int>
    }

    func attributes(_ node: Int) -> [Attribute] {
        var result: [Attribute] = []
        let tagEnd = nodes[node].isEmptyTag ? nodes[node].end : nodes[node].contentStart
        var position = nodes[node].start + 1
        while position < tagEnd, !Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") { position += 1 }
        while position < tagEnd {
            let start = position
            while position < tagEnd, Self.isSpace(bytes[position]) { position += 1 }
            let nameStart = position
            while position < tagEnd, bytes[position] != UInt8(ascii: "="), bytes[position] != UInt8(ascii: ">") {
                position += 1
            }
            guard position < tagEnd, bytes[position] == UInt8(ascii: "=") else { break }
            var name = String(decoding: bytes[nameStart..<position], as: UTF8.self).filter { !$0.isWhitespace }
            position += 1
            while position < tagEnd, Self.isSpace(bytes[position]) { position += 1 }
            guard position < tagEnd else { break }
            let quote = bytes[position]
            let valueStart = position + 1
            position = valueStart
            while position < tagEnd, bytes[position] != quote { position += 1 }
            var prefix = ""
            if let colon = name.firstIndex(of: ":") {
                prefix = String(name[..<colon])
                name = String(name[name.index(after: colon)...])
            }
            result.append(
                Attribute(name: name, prefix: prefix, range: start..<position + 1, value: valueStart..<position)
            )
            position += 1
        }
        return result
    }

    func attribute(_ node: Int, _ name: String) -> Attribute? {
        attributes(node).first { $0.name == name }
    }

    /// The value of an attribute with its references resolved.
    func value(_ node: Int, _ name: String) -> String? {
        attribute(node, name).map { String(decoding: XMLText.decoded(bytes, $0.value), as: UTF8.self) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    struct ChildSequence: Sequence, IteratorProtocol {
        let tree: PartTree
        private var upcoming: Int

        init(tree: PartTree, next: Int) {
            self.tree = tree
            upcoming = next
        }

        mutating func next() -> Int? {
            guard upcoming >= 0 else { return nil }
            defer { upcoming = tree.nodes[upcoming].nextSibling }
            return upcoming
        }
    }

    private final class Builder: XMLHandler {
        var nodes: [Node] = []
        var hasForeignEncoding = false
        private var open: [Int] = []
        private var lastChild: [Int] = []
        private let byteCount: Int
        private let bytes: [UInt8]

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            byteCount = bytes.count
            nodes.reserveCapacity(byteCount / 24)
        }

        override func start(_ element: XMLElement) {
            if nodes.isEmpty { hasForeignEncoding = !cursor.hasOffsets }
            let range = cursor.startTagRange
            let parent = open.last ?? -1
            let index = nodes.count
            let isEmpty =
                range.upperBound >= 2 && range.upperBound <= byteCount
                && bytes[range.upperBound - 2] == UInt8(ascii: "/")
            nodes.append(
                Node(
                    name: element.name,
                    space: element.space,
                    start: range.lowerBound,
                    end: range.upperBound,
                    contentStart: range.upperBound,
                    contentEnd: isEmpty ? range.upperBound : -1,
                    parent: parent,
                    depth: open.count
                )
            )
            if parent >= 0 {
                if lastChild[open.count - 1] >= 0 {
                    nodes[lastChild[open.count - 1]].nextSibling = index
                } else {
                    nodes[parent].firstChild = index
                }
                lastChild[open.count - 1] = index
            }
            open.append(index)
            lastChild.append(-1)
        }

        override func end(_ name: XMLName, _ space: XMLSpace) {
            let index = open.removeLast()
            lastChild.removeLast()
            guard nodes[index].contentEnd < 0 else { return }
            let range = cursor.endTagRange
            nodes[index].contentEnd = range.lowerBound
            nodes[index].end = range.upperBound
        }
    }
}
