/// Gathers the names a template asks of its data.
struct VariableCollector {
    private(set) var paths: Set<String> = []
    private(set) var loops: [TemplateVariables.Loop] = []
    /// Loops by the place of their variable.
    private var loopBySlot: [Int: Int] = [:]

    mutating func use(_ expression: Expression) {
        if let (root, path) = Self.path(of: expression) {
            switch root {
            case .global(let name): paths.insert(path.isEmpty ? name : name + path)
            case .local(let slot, _):
                if let loop = loopBySlot[slot] {
                    let member = path.hasPrefix(".") ? String(path.dropFirst()) : path
                    if !loops[loop].members.contains(member) { loops[loop].members.append(member) }
                }
            default: break
            }
            useSubscripts(expression)
            return
        }
        for child in expression.children { use(child) }
    }

    /// The expressions between square brackets are used as well.
    private mutating func useSubscripts(_ expression: Expression) {
        switch expression {
        case .attribute(let base, _): useSubscripts(base)
        case .item(let base, let key):
            use(key)
            useSubscripts(base)
        default: break
        }
    }

    mutating func beginLoop(_ iterable: Expression, targets: [(name: String, slot: Int)]) {
        use(iterable)
        let path = Self.path(of: iterable).map { root, path in
            switch root {
            case .global(let name), .local(_, let name): name + path
            default: ""
            }
        }
        for (name, slot) in targets.prefix(1) {
            loopBySlot[slot] = loops.count
            loops.append(TemplateVariables.Loop(path: path ?? "", variable: name, members: []))
        }
    }

    mutating func add(_ other: VariableCollector) {
        paths.formUnion(other.paths)
        loops += other.loops
    }

    var variables: TemplateVariables { TemplateVariables(paths: paths.sorted(), loops: loops) }

    /// The name an expression begins with and the path behind it; nil for everything that is no plain path.
    private static func path(of expression: Expression) -> (root: Expression, path: String)? {
        switch expression {
        case .global, .local: return (expression, "")
        case .attribute(let base, let name): return path(of: base).map { ($0.root, $0.path + "." + name) }
        case .item(let base, _): return path(of: base).map { ($0.root, $0.path + "[]") }
        default: return nil
        }
    }
}
