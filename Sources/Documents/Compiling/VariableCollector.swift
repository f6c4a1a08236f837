/// Gathers the names a template asks of its data.
struct VariableCollector {
    private(set) var paths: Set<String> = []
    private(set) var loops: [TemplateVariables.Loop] = []
    /// The same with places and whole paths.
    var uses = VariableUses()
    /// Loops by the place of their variable.
    private var loopBySlot: [Int: Int] = [:]

    /// - Parameter isOptional: whether the expression is a bare condition, which may ask for what is not there.
    mutating func use(_ expression: Expression, isOptional: Bool = false) {
        uses.note(expression, isOptional: isOptional)
        collect(expression)
    }

    private mutating func collect(_ expression: Expression) {
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
        for child in expression.children { collect(child) }
    }

    /// The expressions between square brackets are used as well.
    private mutating func useSubscripts(_ expression: Expression) {
        switch expression {
        case .attribute(let base, _): useSubscripts(base)
        case .item(let base, let key):
            collect(key)
            useSubscripts(base)
        default: break
        }
    }

    mutating func beginLoop(_ iterable: Expression, targets: [(name: String, slot: Int)]) {
        use(iterable)
        uses.beginLoop(iterable, slots: targets.map(\.slot))
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
        uses.add(other.uses)
    }

    var variables: TemplateVariables { TemplateVariables(paths: paths.sorted(), loops: loops, uses: uses.uses) }

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
