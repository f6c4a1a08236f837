public import FormModel

/// Where in a YAML file a path of keys stands, for faults that are found after the file was read.
public struct FilePlaces: Sendable {
    private let root: FileNode?

    public init(yaml: String) {
        var reader = YAMLReader()
        root = reader.root(of: yaml)
    }

    /// The place of `sessions[1].prefer[0]`; of its nearest part that stands in the file where the whole does not, the
    /// beginning of the file at worst. A key may hold dots: the longest that fits counts.
    public func place(of path: String) -> SourcePlace {
        var place = SourcePlace(line: 1, column: 1, path: path)
        guard var node = root else { return place }
        var rest = path[...]
        while !rest.isEmpty {
            if rest.first == "." { rest = rest.dropFirst() }
            if rest.first == "[", let end = rest.firstIndex(of: "]"),
                let index = Int(rest[rest.index(after: rest.startIndex)..<end]), let elements = node.elements,
                elements.indices.contains(index)
            {
                node = elements[index]
                place = SourcePlace(line: node.place.line, column: node.place.column, path: path)
                rest = rest[rest.index(after: end)...]
                continue
            }
            let fitting = (node.entries ?? []).filter { entry in
                rest.hasPrefix(entry.key)
                    && (rest.count == entry.key.count
                        || ".[".contains(rest[rest.index(rest.startIndex, offsetBy: entry.key.count)]))
            }
            guard let entry = fitting.max(by: { $0.key.count < $1.key.count }) else { return place }
            node = entry.value
            place = SourcePlace(line: entry.keyPlace.line, column: entry.keyPlace.column, path: path)
            rest = rest.dropFirst(entry.key.count)
        }
        return place
    }
}
