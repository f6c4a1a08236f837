/// A part of a compiled expression. Names are slots, constant lists are sets, functions are resolved.
indirect enum Node: Sendable {
    case constant(ExpressionValue)
    case name(slot: Int)
    case list([Node])
    case not(Node)
    case negate(Node)
    case both(Node, Node)
    case either(Node, Node)
    case compare(Comparison, Node, Node)
    case arithmetic(Arithmetic, Node, Node)
    case member(Node, of: Node)
    /// Membership in texts that are all known beforehand.
    case memberOfSet(Node, Set<String>)
    case notMember(Node, of: Node)
    case notMemberOfSet(Node, Set<String>)
    case choose(Node, Node, Node)
    case call(Function, [Node])
    case attended(activity: String)

    enum Comparison: Sendable {
        case equal, unequal, less, lessOrEqual, greater, greaterOrEqual
    }

    enum Arithmetic: Sendable {
        case add, subtract, multiply, divide
    }
}
