import FormModel

/// Function calls, and the small steps every rule of the grammar is made of.
extension Parser {
    mutating func call(_ word: String, _ token: Token) throws(ExpressionError) -> Node {
        guard let function = Function(rawValue: word) else {
            throw ExpressionError(
                code: .functionUnknown,
                offset: token.offset,
                found: word,
                suggestion: NearestName.of(word, among: Function.allCases.map(\.rawValue))
            )
        }
        functions.insert(word)
        let start = index
        let arguments = try arguments(of: function)
        guard function.argumentCount.contains(arguments.count) else {
            throw ExpressionError(code: .argumentCountWrong, offset: token.offset, found: word)
        }
        return try part(node(of: function, arguments, argumentOffset: tokens[start].offset))
    }

    private mutating func arguments(of function: Function) throws(ExpressionError) -> [Node] {
        var arguments: [Node] = []
        guard !take(.close) else { return [] }
        repeat {
            arguments.append(try argument(arguments.count, of: function))
        } while take(.comma)
        try expect(.close)
        return arguments
    }

    private mutating func argument(_ position: Int, of function: Function) throws(ExpressionError) -> Node {
        if position == function.constantPosition, case .word(let word) = current.kind,
            [.symbol(.comma), .symbol(.close)].contains(tokens[index + 1].kind)
        {
            let token = current
            index += 1
            return function == .attended
                ? try part(.constant(.text(word))) : try constantIfUnknown(.bareWord(token, word))
        }
        return try disjunction()
    }

    private mutating func node(
        of function: Function,
        _ arguments: [Node],
        argumentOffset: Int
    ) throws(ExpressionError) -> Node {
        switch function {
        case .choose: return .choose(arguments[0], arguments[1], arguments[2])
        case .attended:
            guard case .constant(.text(let activity)) = arguments[0] else {
                throw ExpressionError(code: .constantExpected, offset: argumentOffset)
            }
            activities.append(Expression.ConstantUse(name: "attended", constant: activity, offset: argumentOffset))
            return .attended(activity: activity)
        case .has:
            guard case .name = arguments[0] else {
                throw ExpressionError(code: .nameExpected, offset: argumentOffset)
            }
            return .call(.has, arguments)
        case .ageOn where arguments.count == 1:
            let birthDate = try resolved(
                .bareWord(Token(kind: .word("birth_date"), offset: argumentOffset, source: "birth_date"), "birth_date")
            )
            return .call(.ageOn, [birthDate, arguments[0]])
        default: return .call(function, arguments)
        }
    }

    // MARK: Steps

    func unexpected(_ token: Token) -> ExpressionError {
        token.kind == .end
            ? ExpressionError(code: .endUnexpected, offset: token.offset)
            : ExpressionError(code: .partUnexpected, offset: token.offset, found: token.source)
    }

    mutating func take(_ symbol: Token.Symbol) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        index += 1
        return true
    }

    mutating func take(word: String) -> Bool {
        guard current.kind == .word(word) else { return false }
        index += 1
        return true
    }

    mutating func expect(_ symbol: Token.Symbol) throws(ExpressionError) {
        guard take(symbol) else { throw unexpected(current) }
    }

    mutating func takeComparison() -> Node.Comparison? {
        guard let comparison = comparisonSymbol(current) else { return nil }
        index += 1
        return comparison
    }

    func comparisonSymbol(_ token: Token) -> Node.Comparison? {
        switch token.kind {
        case .symbol(.equal): .equal
        case .symbol(.unequal): .unequal
        case .symbol(.less): .less
        case .symbol(.lessOrEqual): .lessOrEqual
        case .symbol(.greater): .greater
        case .symbol(.greaterOrEqual): .greaterOrEqual
        default: nil
        }
    }

    /// Counts a part that was made; the bound on parts bounds the steps of every evaluation.
    mutating func part(_ node: Node) throws(ExpressionError) -> Node {
        try countPart()
        return node
    }

    mutating func countPart() throws(ExpressionError) {
        partCount += 1
        guard partCount <= ExpressionLimits.partCountMax else {
            throw ExpressionError(code: .tooManyParts, offset: current.offset)
        }
    }
}
