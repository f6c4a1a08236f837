/// All mappings that a mapping leads to.
enum ShapeWalk {
    /// The root first, then the others in the order of their first use, each once by name.
    static func mappings(from root: MappingShape) -> [MappingShape] {
        var found: [MappingShape] = []
        collect(root, into: &found)
        return found
    }

    private static func collect(_ shape: MappingShape, into found: inout [MappingShape]) {
        guard !found.contains(where: { $0.name == shape.name }) else { return }
        found.append(shape)
        for key in shape.keys {
            for inner in inner(key.shape) { collect(inner, into: &found) }
        }
    }

    private static func inner(_ shape: ValueShape) -> [MappingShape] {
        switch shape {
        case .mapping(let mapping): [mapping]
        case .list(let element), .map(_, let element): inner(element)
        case .either(let first, let second): inner(first) + inner(second)
        default: []
        }
    }
}
