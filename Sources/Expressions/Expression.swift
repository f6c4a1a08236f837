/// A condition or a formula over the fields of a form, read once and evaluated many times.
///
/// ```swift
/// let adult = try Expression(parsing: "age_on(event.start) >= 18", knownNames: ["birth_date", "country"])
/// adult.isTrue(in: AnswersContext(answers: answers, eventStart: start))
/// ```
/// The language has no loops, no assignments and no effects; its grammar stands in `docs/expressions.md`.
public struct Expression: Sendable {
    /// A constant text next to a name, `sector == ngo`: whoever knows the field's options can check the spelling.
    public struct ConstantUse: Hashable, Sendable {
        /// The field.
        public var name: String
        public var constant: String
        /// Characters from the start of the expression.
        public var offset: Int
    }

    public let source: String
    /// The fields, attributes and built-in names it reads, each once, in the order of their first use.
    public let names: [String]
    /// The functions it calls, in alphabetical order.
    public let functions: [String]
    /// Constants compared with names.
    public let constantUses: [ConstantUse]
    /// Activities it asks the attendance of; `name` is `attended`.
    public let attendedActivities: [ConstantUse]
    private let root: Node

    /// Reads an expression.
    ///
    /// A bare word is a name when `knownNames` or `BuiltInName` contains it; else it stands for itself as a text inside a
    /// list or next to a name (`country in [PL, DE]`), and is a fault anywhere else. With `knownNames` nil every bare
    /// word in the place of a name is taken for one.
    public init(parsing source: String, knownNames: Set<String>? = nil) throws(ExpressionError) {
        var parser = Parser(tokens: try Lexer.tokens(of: source), knownNames: knownNames)
        root = try parser.wholeExpression()
        self.source = source
        names = parser.names
        functions = parser.functions.sorted()
        constantUses = parser.constantUses
        attendedActivities = parser.activities
    }

    /// The value for one context. Never fails: what cannot be computed is `.missing`.
    public func evaluate(in context: some ExpressionContext) -> ExpressionValue {
        Evaluation(names: names, context: context).value(of: root)
    }

    /// Whether the condition holds; missing counts as no.
    public func isTrue(in context: some ExpressionContext) -> Bool {
        Evaluation(names: names, context: context).isTrue(root)
    }

    /// The names of all functions, for documentation and suggestions.
    public static let allFunctions = Function.allCases.map(\.rawValue)
}

extension Expression: Hashable {
    /// Equal when written the same; the compiled form follows from the text and the names.
    public static func == (left: Expression, right: Expression) -> Bool {
        left.source == right.source && left.names == right.names
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(source)
    }
}
