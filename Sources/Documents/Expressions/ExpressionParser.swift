import FormModel

/// Parses the expressions of Jinja2: precedence, filters, tests, slices, inline `if`.
struct ExpressionParser {
    /// Brackets and operators inside each other.
    static let depthMax = 64

    var tokens: [ExpressionToken]
    var position = 0
    var depth = 0
    private(set) var scope: Scope

    init(_ text: String, scope: Scope) throws(SyntaxFault) {
        self.scope = scope
        tokens = try ExpressionLexer.tokens(of: text)
    }

    var current: ExpressionToken { tokens[position] }

    var isAtEnd: Bool { current == .end }

    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    mutating func take(_ symbol: String) -> Bool {
        guard current == .symbol(symbol) else { return false }
        advance()
        return true
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard current == .name(word) else { return false }
        advance()
        return true
    }

    mutating func expect(_ symbol: String) throws(SyntaxFault) {
        guard take(symbol) else { throw unexpected(wanting: symbol) }
    }

    mutating func expectEnd() throws(SyntaxFault) {
        guard isAtEnd else { throw unexpected(wanting: nil) }
    }

    mutating func name() throws(SyntaxFault) -> String {
        guard case .name(let name) = current else {
            throw SyntaxFault(
                pl: "W tym miejscu powinna stać nazwa, a stoi \(shown(current)).",
                en: "A name should stand here, but \(shown(current)) does."
            )
        }
        advance()
        return name
    }

    func unexpected(wanting symbol: String?) -> SyntaxFault {
        let wantedPolish = symbol.map { " Oczekiwano „\($0)”." } ?? ""
        let wantedEnglish = symbol.map { " “\($0)” was expected." } ?? ""
        if isAtEnd {
            return SyntaxFault(
                pl: "Znacznik urywa się za wcześnie.\(wantedPolish)",
                en: "The tag ends too early.\(wantedEnglish)"
            )
        }
        return SyntaxFault(
            pl: "\(shown(current)) nie pasuje w tym miejscu.\(wantedPolish) Sprawdź nawiasy, kropki i operatory.",
            en: "\(shown(current)) does not fit here.\(wantedEnglish) Check brackets, dots and operators."
        )
    }

    func shown(_ token: ExpressionToken) -> String {
        switch token {
        case .name(let name): "„\(name)”"
        case .integer(let number): "„\(number)”"
        case .number(let digits): "„\(digits)”"
        case .text(let text): "„\(text)”"
        case .symbol(let symbol): "„\(symbol)”"
        case .end: "koniec / the end"
        }
    }

    /// The whole text as one expression.
    mutating func whole() throws(SyntaxFault) -> Expression {
        let result = try expression()
        try expectEnd()
        return result
    }

    mutating func expression() throws(SyntaxFault) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthMax else {
            throw SyntaxFault(
                .limit,
                pl: "Wyrażenie jest zbyt zagnieżdżone (najwyżej \(Self.depthMax) poziomy).",
                en: "The expression is nested too deeply (\(Self.depthMax) levels at most)."
            )
        }
        var result = try orExpression()
        while takeWord("if") {
            let condition = try orExpression()
            let otherwise: Expression? = takeWord("else") ? try expression() : nil
            result = .conditional(condition: condition, then: result, otherwise: otherwise)
        }
        return result
    }

    /// The same with the variables of another scope: the condition of a `for` knows the loop's variable.
    mutating func expression(in scope: Scope) throws(SyntaxFault) -> Expression {
        self.scope = scope
        return try expression()
    }

    /// Values apart by commas, as in `{% set a, b = 1, 2 %}`.
    mutating func tuple() throws(SyntaxFault) -> Expression {
        let first = try expression()
        guard current == .symbol(",") else { return first }
        var elements = [first]
        while take(","), !isAtEnd { elements.append(try expression()) }
        return .list(elements)
    }

    /// A variable of a `for`, with or without brackets around several.
    mutating func target() throws(SyntaxFault) -> String {
        while take("(") {}
        let result = try name()
        while take(")") {}
        return result
    }

    /// An expression without an inline `if` at its end: the list of a `for`, whose own `if` follows.
    mutating func orExpression() throws(SyntaxFault) -> Expression {
        var left = try andExpression()
        while takeWord("or") { left = .or(left, try andExpression()) }
        return left
    }

    mutating func andExpression() throws(SyntaxFault) -> Expression {
        var left = try notExpression()
        while takeWord("and") { left = .and(left, try notExpression()) }
        return left
    }

    mutating func notExpression() throws(SyntaxFault) -> Expression {
        var isNegated = false
        while takeWord("not") { isNegated.toggle() }
        let operand = try comparison()
        return isNegated ? .not(operand) : operand
    }

    mutating func comparison() throws(SyntaxFault) -> Expression {
        let first = try sum()
        var rest: [(Expression.Comparison, Expression)] = []
        while let comparison = takeComparison() { rest.append((comparison, try sum())) }
        return rest.isEmpty ? first : .comparison(first, rest)
    }

    mutating func takeComparison() -> Expression.Comparison? {
        switch current {
        case .symbol(let symbol):
            guard let comparison = Expression.Comparison(rawValue: symbol) else { return nil }
            advance()
            return comparison
        case .name("in"):
            advance()
            return .contained
        case .name("not") where tokens[min(position + 1, tokens.count - 1)] == .name("in"):
            advance()
            advance()
            return .notContained
        default: return nil
        }
    }

    mutating func sum() throws(SyntaxFault) -> Expression {
        var left = try concatenation()
        while true {
            if take("+") {
                left = .arithmetic(.add, left, try concatenation())
            } else if take("-") {
                left = .arithmetic(.subtract, left, try concatenation())
            } else {
                return left
            }
        }
    }

    mutating func concatenation() throws(SyntaxFault) -> Expression {
        let first = try product()
        guard current == .symbol("~") else { return first }
        var parts = [first]
        while take("~") { parts.append(try product()) }
        return .concatenation(parts)
    }

    mutating func product() throws(SyntaxFault) -> Expression {
        var left = try unary(withFilters: true)
        while case .symbol(let symbol) = current, let arithmetic = Expression.Arithmetic(rawValue: symbol),
            arithmetic != .add, arithmetic != .subtract, arithmetic != .power
        {
            advance()
            left = .arithmetic(arithmetic, left, try unary(withFilters: true))
        }
        return left
    }

    /// A sign binds weaker than `**` and stronger than a filter: `-1|abs` is `1`.
    mutating func unary(withFilters: Bool) throws(SyntaxFault) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthMax else { throw unexpected(wanting: nil) }
        var result: Expression
        if take("-") {
            let operand = try unary(withFilters: false)
            if case .constant(let value) = operand, case .integer(let number) = value.storage {
                result = .constant(.integer(-number))
            } else {
                result = .negative(operand)
            }
        } else if take("+") {
            result = .positive(try unary(withFilters: false))
        } else {
            result = try power()
        }
        if withFilters { result = try filtered(result) }
        return result
    }

    mutating func power() throws(SyntaxFault) -> Expression {
        var left = try postfix(primary())
        while take("**") { left = .arithmetic(.power, left, try unary(withFilters: false)) }
        return left
    }

    mutating func primary() throws(SyntaxFault) -> Expression {
        switch current {
        case .integer(let number):
            advance()
            return .constant(.integer(number))
        case .number(let digits):
            advance()
            return .constant(DataValue(.number(digits)))
        case .text(var text):
            advance()
            while case .text(let more) = current {
                text += more
                advance()
            }
            return .constant(.string(text))
        case .name(let name):
            advance()
            return try named(name)
        case .symbol("("): return try parenthesised()
        case .symbol("["):
            advance()
            return .list(try list(until: "]"))
        case .symbol("{"): return try dictionary()
        default: throw unexpected(wanting: nil)
        }
    }

    mutating func named(_ name: String) throws(SyntaxFault) -> Expression {
        switch name {
        case "true", "True": return .constant(.bool(true))
        case "false", "False": return .constant(.bool(false))
        case "none", "None", "null": return .constant(.null)
        case "and", "or", "not", "in", "is", "if", "else":
            position -= 1
            throw unexpected(wanting: nil)
        default: break
        }
        if current == .symbol("("), scope.slot(of: name) == nil {
            guard let function = Function(rawValue: name) else {
                let near = Spelling.nearest(to: name, among: Function.allCases.map(\.rawValue))
                throw SyntaxFault(
                    .functionUnknown,
                    pl: "Nie ma funkcji „\(name)”. Dostępne: \(Function.listing).",
                    en: "There is no function “\(name)”. Available: \(Function.listing).",
                    suggestion: near
                )
            }
            advance()
            return .function(function, try arguments())
        }
        if let slot = scope.slot(of: name) { return .local(slot: slot, name: name) }
        if name == "loop", scope.loopDepth > 0 { return .loop(depth: scope.loopDepth - 1) }
        return .global(name)
    }

    mutating func parenthesised() throws(SyntaxFault) -> Expression {
        advance()
        if take(")") { return .list([]) }
        let first = try expression()
        guard current == .symbol(",") else {
            try expect(")")
            return first
        }
        advance()
        return .list([first] + (try list(until: ")")))
    }

    mutating func list(until end: String) throws(SyntaxFault) -> [Expression] {
        var elements: [Expression] = []
        while !take(end) {
            elements.append(try expression())
            if take(end) { break }
            try expect(",")
        }
        return elements
    }

    mutating func dictionary() throws(SyntaxFault) -> Expression {
        advance()
        var pairs: [(Expression, Expression)] = []
        while !take("}") {
            let key = try expression()
            try expect(":")
            pairs.append((key, try expression()))
            if take("}") { break }
            try expect(",")
        }
        return .dictionary(pairs)
    }

    mutating func postfix(_ base: Expression) throws(SyntaxFault) -> Expression {
        var result = base
        while true {
            if take(".") {
                if case .integer(let index) = current {
                    advance()
                    result = .item(result, .constant(.integer(index)))
                } else {
                    result = .attribute(result, try name())
                }
            } else if take("[") {
                result = try subscripted(result)
            } else if current == .symbol("("), case .attribute(let object, let method) = result {
                advance()
                result = .method(object, method, try arguments())
            } else if current == .symbol("(") {
                throw SyntaxFault(
                    .functionUnknown,
                    pl: "Wartości z danych nie można wywołać jak funkcji. Usuń nawiasy.",
                    en: "A value of the data cannot be called like a function. Remove the brackets."
                )
            } else {
                return result
            }
        }
    }

    mutating func subscripted(_ base: Expression) throws(SyntaxFault) -> Expression {
        var parts: [Expression?] = [nil]
        var isSlice = false
        while !take("]") {
            if take(":") {
                isSlice = true
                parts.append(nil)
                guard parts.count <= 3 else { throw unexpected(wanting: "]") }
            } else {
                guard parts[parts.count - 1] == nil else { throw unexpected(wanting: "]") }
                parts[parts.count - 1] = try expression()
            }
        }
        if isSlice { return .slice(base, start: parts[0], end: parts[1], step: parts.count > 2 ? parts[2] : nil) }
        guard let key = parts[0] else { throw unexpected(wanting: nil) }
        if case .constant(let value) = key, let name = value.text { return .attribute(base, name) }
        return .item(base, key)
    }

    /// After the opening bracket.
    mutating func arguments() throws(SyntaxFault) -> Expression.Arguments {
        var result = Expression.Arguments()
        while !take(")") {
            if case .name(let name) = current, tokens[min(position + 1, tokens.count - 1)] == .symbol("=") {
                advance()
                advance()
                result.named.append((name, try expression()))
            } else {
                result.positional.append(try expression())
            }
            if take(")") { break }
            try expect(",")
        }
        return result
    }
}
