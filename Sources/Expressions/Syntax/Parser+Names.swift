import FormModel

/// Which bare words are names and which are constants.
extension Parser {
    /// An operand that has to be a name, if it is a bare word.
    mutating func resolved(_ operand: Operand) throws(ExpressionError) -> Node {
        switch operand {
        case .node(let node): return node
        case .bareWord(let token, let word):
            guard knownNames.map({ $0.contains(word) || BuiltInName(rawValue: word) != nil }) ?? true else {
                throw ExpressionError(
                    code: .nameUnknown,
                    offset: token.offset,
                    found: word,
                    suggestion: nearest(to: word)
                )
            }
            return try part(.name(slot: slot(for: word)))
        }
    }

    /// A bare word that is no known name stands for itself, in lists and next to a name.
    mutating func constantIfUnknown(_ operand: Operand) throws(ExpressionError) -> Node {
        guard case .bareWord(_, let word) = operand, !isName(word) else { return try resolved(operand) }
        return try part(.constant(.text(word)))
    }

    /// Both sides of a comparison: the side opposite to a name may be a bare constant.
    mutating func compared(_ left: Operand, _ right: Operand) throws(ExpressionError) -> (Node, Node) {
        switch (left, right) {
        case (.bareWord(_, let word), .node) where !isName(word) && knownNames != nil:
            return (try resolved(left), try resolved(right))
        case (.bareWord(_, let first), .bareWord(_, let second))
        where knownNames != nil && !isName(first) && isName(second):
            let constant = try constantIfUnknown(left)
            let name = try resolved(right)
            note(left, comparedWith: name)
            return (constant, name)
        case (_, .bareWord):
            let name = try resolved(left)
            let constant = try constantIfUnknown(right)
            note(right, comparedWith: name)
            return (name, constant)
        default:
            let first = try resolved(left)
            let second = try resolved(right)
            noteConstants(of: second, comparedWith: first)
            noteConstants(of: first, comparedWith: second)
            return (first, second)
        }
    }

    mutating func membership(of left: Operand, in right: Operand, isNegated: Bool) throws(ExpressionError) -> Node {
        if case .bareWord(_, let word) = right, !isName(word), let set = CountrySets.byName[word] {
            return try setMembership(of: resolved(left), in: set, isNegated: isNegated)
        }
        // `uk in languages`: the constant stands on the left.
        if case .bareWord(_, let first) = left, !isName(first), case .bareWord(_, let second) = right, isName(second) {
            let constant = try constantIfUnknown(left)
            let name = try resolved(right)
            note(left, comparedWith: name)
            return try part(isNegated ? .notMember(constant, of: name) : .member(constant, of: name))
        }
        let element = try resolved(left)
        let container = try resolved(right)
        if case .list(let nodes) = container {
            noteConstants(of: container, comparedWith: element)
            let texts = nodes.compactMap { node -> String? in
                if case .constant(.text(let text)) = node { text } else { nil }
            }
            if texts.count == nodes.count {
                return try setMembership(of: element, in: Set(texts), isNegated: isNegated)
            }
        }
        return try part(isNegated ? .notMember(element, of: container) : .member(element, of: container))
    }

    private mutating func setMembership(
        of element: Node,
        in set: Set<String>,
        isNegated: Bool
    ) throws(ExpressionError) -> Node {
        try part(isNegated ? .notMemberOfSet(element, set) : .memberOfSet(element, set))
    }

    func isName(_ word: String) -> Bool {
        if BuiltInName(rawValue: word) != nil { return true }
        return knownNames?.contains(word) ?? slots.keys.contains(word)
    }

    private func nearest(to word: String) -> String? {
        NearestName.of(word, among: (knownNames ?? []).union(BuiltInName.allCases.map(\.rawValue)))
    }

    mutating func slot(for name: String) -> Int {
        if let slot = slots[name] { return slot }
        slots[name] = names.count
        names.append(name)
        return names.count - 1
    }

    private mutating func note(_ operand: Operand, comparedWith node: Node) {
        guard case .name(let slot) = node, case .bareWord(let token, let word) = operand, !isName(word) else { return }
        constantUses.append(Expression.ConstantUse(name: names[slot], constant: word, offset: token.offset))
    }

    private mutating func noteConstants(of node: Node, comparedWith other: Node) {
        guard case .name(let slot) = other else { return }
        let parts: [Node] = if case .list(let elements) = node { elements } else { [node] }
        for case .constant(.text(let text)) in parts {
            // Looking backwards finds the words of the comparison that was just read.
            let token = tokens[..<index].last { $0.kind == .word(text) || $0.kind == .text(text) }
            constantUses.append(
                Expression.ConstantUse(name: names[slot], constant: text, offset: token?.offset ?? 0)
            )
        }
    }
}
