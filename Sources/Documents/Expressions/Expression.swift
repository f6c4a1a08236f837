/// A compiled expression: what stands between `{{` and `}}` or after a keyword.
indirect enum Expression: Sendable {
    case constant(DataValue)
    /// A name of the data.
    case global(String)
    /// A variable of the template; while it was not set, the name of the data.
    case local(slot: Int, name: String)
    /// `loop` of the loop at this depth, counted from 0.
    case loop(depth: Int)
    case attribute(Expression, String)
    case item(Expression, Expression)
    case slice(Expression, start: Expression?, end: Expression?, step: Expression?)
    case filter(Filter, Expression, Arguments)
    case test(Test, Expression, Arguments, isNegated: Bool)
    case function(Function, Arguments)
    case method(Expression, String, Arguments)
    case negative(Expression)
    case positive(Expression)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case conditional(condition: Expression, then: Expression, otherwise: Expression?)
    case comparison(Expression, [(Comparison, Expression)])
    case arithmetic(Arithmetic, Expression, Expression)
    case concatenation([Expression])
    case list([Expression])
    case dictionary([(Expression, Expression)])
    /// A merge field: a member of the regions around, a name of the data, or a path.
    case field(name: String, regions: [Int], path: Expression)
    /// The records that a table row is repeated for: those of the first merge field whose value is a list of objects.
    case mergeRows([String])
    /// A comparison as Word makes it: by number where both sides are numbers, else by text with wildcards.
    case wordComparison(Expression, Comparison, Expression)

    enum Comparison: String, Sendable {
        case equal = "=="
        case unequal = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case contained = "in"
        case notContained = "not in"
    }

    enum Arithmetic: String, Sendable {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case floorDivide = "//"
        case remainder = "%"
        case power = "**"
    }

    /// What stands in the brackets of a filter, test, function or method.
    struct Arguments: Sendable {
        var positional: [Expression] = []
        var named: [(name: String, value: Expression)] = []

        static let none = Arguments()

        var isEmpty: Bool { positional.isEmpty && named.isEmpty }
    }
}

extension Expression {
    /// All expressions directly inside of this one.
    var children: [Expression] {
        switch self {
        case .constant, .global, .local, .loop, .mergeRows: []
        case .field(_, _, let path): [path]
        case .wordComparison(let left, _, let right): [left, right]
        case .attribute(let base, _), .negative(let base), .positive(let base), .not(let base): [base]
        case .item(let base, let key): [base, key]
        case .slice(let base, let start, let end, let step): [base] + [start, end, step].compactMap(\.self)
        case .filter(_, let base, let arguments), .test(_, let base, let arguments, _),
            .method(let base, _, let arguments):
            [base] + arguments.positional + arguments.named.map(\.value)
        case .function(_, let arguments): arguments.positional + arguments.named.map(\.value)
        case .and(let left, let right), .or(let left, let right), .arithmetic(_, let left, let right): [left, right]
        case .conditional(let condition, let then, let otherwise):
            [condition, then] + (otherwise.map { [$0] } ?? [])
        case .comparison(let first, let rest): [first] + rest.map(\.1)
        case .concatenation(let parts), .list(let parts): parts
        case .dictionary(let pairs): pairs.flatMap { [$0.0, $0.1] }
        }
    }
}
