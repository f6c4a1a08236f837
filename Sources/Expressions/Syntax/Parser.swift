import FormModel

/// Reads tokens into nodes by recursive descent; precedence from loose to tight: `or`, `and`, `not`, comparisons and
/// `in`, `+ -`, `* /`, unary minus.
struct Parser {
    let tokens: [Token]
    /// Nil takes every bare word in the place of a name for one.
    let knownNames: Set<String>?
    var index = 0
    var depth = 0
    var partCount = 0
    var names: [String] = []
    var slots: [String: Int] = [:]
    var functions: Set<String> = []
    var constantUses: [Expression.ConstantUse] = []
    var activities: [Expression.ConstantUse] = []

    init(tokens: [Token], knownNames: Set<String>?) {
        self.tokens = tokens
        self.knownNames = knownNames
    }

    var current: Token { tokens[index] }

    mutating func wholeExpression() throws(ExpressionError) -> Node {
        let node = try disjunction()
        guard current.kind == .end else { throw unexpected(current) }
        return node
    }

    /// One level deeper; whoever calls it comes back up itself.
    private mutating func descend() throws(ExpressionError) {
        guard depth < ExpressionLimits.depthMax else {
            throw ExpressionError(code: .tooDeep, offset: current.offset)
        }
        depth += 1
    }

    // MARK: Conditions

    mutating func disjunction() throws(ExpressionError) -> Node {
        try descend()
        defer { depth -= 1 }
        var left = try conjunction()
        while take(word: "or") { left = try part(.either(left, conjunction())) }
        return left
    }

    private mutating func conjunction() throws(ExpressionError) -> Node {
        var left = try negation()
        while take(word: "and") { left = try part(.both(left, negation())) }
        return left
    }

    private mutating func negation() throws(ExpressionError) -> Node {
        var negationCount = 0
        while take(word: "not") {
            negationCount += 1
            try countPart()
        }
        let node = try comparison()
        return negationCount % 2 == 1 ? .not(node) : negationCount > 0 ? .not(.not(node)) : node
    }

    private mutating func comparison() throws(ExpressionError) -> Node {
        let left = try operand()
        if let comparison = takeComparison() {
            let right = try operand()
            if comparisonSymbol(current) != nil {
                throw ExpressionError(code: .comparisonChained, offset: current.offset, found: current.source)
            }
            let (first, second) = try compared(left, right)
            return try part(.compare(comparison, first, second))
        }
        let isNegated = current.kind == .word("not") && tokens[index + 1].kind == .word("in")
        if isNegated { index += 1 }
        guard take(word: "in") else { return try resolved(left) }
        let right = try operand()
        return try membership(of: left, in: right, isNegated: isNegated)
    }

    // MARK: Operands

    /// An operand whose meaning, name or constant, may depend on what it is compared with.
    enum Operand {
        case node(Node)
        case bareWord(Token, String)
    }

    mutating func operand() throws(ExpressionError) -> Operand {
        var left = try product()
        while true {
            if take(.plus) {
                left = .node(try part(.arithmetic(.add, resolved(left), resolved(periodOrProduct()))))
            } else if take(.minus) {
                left = .node(try part(.arithmetic(.subtract, resolved(left), resolved(periodOrProduct()))))
            } else {
                return left
            }
        }
    }

    private mutating func periodOrProduct() throws(ExpressionError) -> Operand {
        if case .word(let word) = current.kind, let period = ExpressionValue.period(iso: word) {
            index += 1
            return .node(try part(.constant(period)))
        }
        return try product()
    }

    private mutating func product() throws(ExpressionError) -> Operand {
        var left = try signed()
        while true {
            if take(.times) {
                left = .node(try part(.arithmetic(.multiply, resolved(left), resolved(signed()))))
            } else if take(.over) {
                left = .node(try part(.arithmetic(.divide, resolved(left), resolved(signed()))))
            } else {
                return left
            }
        }
    }

    private mutating func signed() throws(ExpressionError) -> Operand {
        guard take(.minus) else { return try primary() }
        return .node(try part(.negate(resolved(primary()))))
    }

    private mutating func primary() throws(ExpressionError) -> Operand {
        let token = current
        index += 1
        switch token.kind {
        case .number(let number): return .node(try part(.constant(.number(number))))
        case .text(let text): return .node(try part(.constant(.text(text))))
        case .date(let date): return .node(try part(.constant(.date(date))))
        case .symbol(.open):
            let inner = try disjunction()
            try expect(.close)
            return .node(inner)
        case .symbol(.openList): return .node(try list())
        case .word(let word): return try wordOperand(word, token)
        case .symbol, .end:
            index -= 1
            throw unexpected(token)
        }
    }

    private mutating func wordOperand(_ word: String, _ token: Token) throws(ExpressionError) -> Operand {
        if take(.open) { return .node(try call(word, token)) }
        switch word {
        case "true": return .node(try part(.constant(.flag(true))))
        case "false": return .node(try part(.constant(.flag(false))))
        case "and", "or", "in", "not":
            index -= 1
            throw unexpected(token)
        default: return .bareWord(token, word)
        }
    }

    private mutating func list() throws(ExpressionError) -> Node {
        try descend()
        defer { depth -= 1 }
        var elements: [Node] = []
        guard !take(.closeList) else { return try part(.list([])) }
        repeat { elements.append(try constantIfUnknown(operand())) } while take(.comma)
        try expect(.closeList)
        return try part(.list(elements))
    }
}
