/// Notes each use of the data with its place and its whole path, through the variables of loops and of `{% set %}`.
struct VariableUses {
    private struct Found: Hashable {
        var path: String
        var isOptional: Bool
        var isInRegion: Bool
        var node: Int
        var tag: String
    }

    /// Where the tag that is being compiled stands.
    var node = 0
    var tag = ""
    private(set) var uses: [TemplateVariables.Use] = []
    private var found: [Found] = []
    private var known: Set<Found> = []
    /// What a variable stands for, by its place; one that was worked out stands for nothing in the data.
    private var origins: [Int: String] = [:]

    /// Notes what an expression asks for. A bare truth value, `is defined` and `default(…)` may ask for what is not there.
    mutating func note(_ expression: Expression, isOptional: Bool = false) {
        if let path = path(of: expression) {
            add(path, isOptional: isOptional)
            return noteKeys(of: expression)
        }
        switch expression {
        case .test(let test, let base, let arguments, _) where test == .defined || test == .undefined:
            note(base, isOptional: true)
            note(arguments)
        case .filter(let filter, let base, let arguments) where filter.acceptsUndefined:
            note(base, isOptional: true)
            note(arguments)
        case .not(let base): note(base, isOptional: true)
        case .and(let left, let right), .or(let left, let right):
            note(left, isOptional: true)
            note(right, isOptional: isOptional)
        case .conditional(let condition, let then, let otherwise):
            note(condition, isOptional: true)
            note(then, isOptional: isOptional)
            if let otherwise { note(otherwise, isOptional: isOptional) }
        case .field(_, let regions, let path) where !regions.isEmpty:
            if let path = self.path(of: path) { add(path, isOptional: isOptional, isInRegion: true) }
        default:
            for child in expression.children { note(child) }
        }
    }

    /// The variable of a loop stands for an element of what is looped over.
    mutating func beginLoop(_ iterable: Expression, slots: [Int]) {
        for slot in slots { origins[slot] = nil }
        if slots.count == 1, let list = listPath(of: iterable) { origins[slots[0]] = list + "[]" }
    }

    /// What an element of a loop is called, `rows[]`; nil for one of a list that was worked out.
    func elementPath(_ slot: Int) -> String? { origins[slot] }

    /// A variable that is set to a path stands for it.
    mutating func assign(_ slot: Int, _ value: Expression) {
        origins[slot] = path(of: value)
    }

    /// Finishes a part: places are put into words once, when all are known.
    mutating func finish(part: String, place: (Int) -> String) {
        uses += found.map { use in
            TemplateVariables.Use(
                path: use.path,
                isOptional: use.isOptional,
                isInRegion: use.isInRegion,
                part: part,
                place: place(use.node),
                tag: use.tag
            )
        }
        found = []
    }

    mutating func add(_ other: VariableUses) {
        uses += other.uses
    }

    private mutating func note(_ arguments: Expression.Arguments) {
        for argument in arguments.positional { note(argument) }
        for argument in arguments.named { note(argument.value) }
    }

    private mutating func add(_ path: String, isOptional: Bool, isInRegion: Bool = false) {
        let use = Found(path: path, isOptional: isOptional, isInRegion: isInRegion, node: node, tag: tag)
        if known.insert(use).inserted { found.append(use) }
    }

    /// The expressions between square brackets are used as well.
    private mutating func noteKeys(of expression: Expression) {
        switch expression {
        case .attribute(let base, _): noteKeys(of: base)
        case .item(let base, let key):
            note(key)
            noteKeys(of: base)
        default: break
        }
    }

    /// The path of a name with its members; nil for everything that is worked out.
    private func path(of expression: Expression) -> String? {
        switch expression {
        case .global(let name): return name
        case .local(let slot, _): return origins[slot]
        case .attribute(let base, let name): return path(of: base).map { $0 + "." + name }
        case .item(let base, .constant(let key)):
            return path(of: base).map { $0 + (key.text.map { "." + $0 } ?? "[]") }
        case .item(let base, _): return path(of: base).map { $0 + "[]" }
        case .field(_, let regions, let path) where regions.isEmpty: return self.path(of: path)
        default: return nil
        }
    }

    /// A list that was only sorted, turned round or thinned out has the same elements.
    private func listPath(of expression: Expression) -> String? {
        switch expression {
        case .filter(let filter, let base, _):
            let keeps: Set<Filter> = [.sort, .reverse, .list, .unique, .select, .reject, .selectattr, .rejectattr]
            return keeps.contains(filter) ? listPath(of: base) : nil
        case .slice(let base, _, _, _): return listPath(of: base)
        default: return path(of: expression)
        }
    }
}
