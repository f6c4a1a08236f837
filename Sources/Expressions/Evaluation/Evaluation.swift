import FormModel

/// One walk over an expression's parts.
struct Evaluation<Context: ExpressionContext> {
    let names: [String]
    let context: Context

    func value(of node: Node) -> ExpressionValue {
        switch node {
        case .constant(let value): value
        case .name(let slot): context.value(of: names[slot])
        case .list(let nodes): .list(nodes.map(value))
        case .negate(let inner): value(of: inner).number.map { .number($0.negated) } ?? .missing
        case .arithmetic(let arithmetic, let left, let right):
            ValueArithmetic.result(arithmetic, value(of: left), value(of: right))
        case .choose(let condition, let first, let second): value(of: isTrue(condition) ? first : second)
        case .attended(let activity):
            context.attended(activity: activity).map { .number(ExactNumber($0)) } ?? .missing
        case .call(let function, let arguments): FunctionCall.value(function, arguments.map(value))
        case .not, .both, .either, .compare, .member, .memberOfSet, .notMember, .notMemberOfSet: .flag(isTrue(node))
        }
    }

    func isTrue(_ node: Node) -> Bool {
        switch node {
        case .not(let inner): !isTrue(inner)
        case .both(let first, let second): isTrue(first) && isTrue(second)
        case .either(let first, let second): isTrue(first) || isTrue(second)
        case .compare(let comparison, let left, let right):
            ValueComparison.holds(comparison, value(of: left), value(of: right))
        case .member(let element, let list):
            ValueComparison.isMember(value(of: element), of: value(of: list)) ?? false
        case .notMember(let element, let list):
            ValueComparison.isMember(value(of: element), of: value(of: list)).map { !$0 } ?? false
        case .memberOfSet(let element, let set):
            ValueComparison.isMember(value(of: element), of: set) ?? false
        case .notMemberOfSet(let element, let set):
            ValueComparison.isMember(value(of: element), of: set).map { !$0 } ?? false
        default: value(of: node).isTrue
        }
    }
}
