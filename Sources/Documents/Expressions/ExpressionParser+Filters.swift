import FormModel

/// Filters and tests behind an operand.
extension ExpressionParser {
    /// Filters and tests after an operand.
    mutating func filtered(_ base: Expression) throws(SyntaxFault) -> Expression {
        var result = base
        while true {
            if take("|") {
                result = try filter(of: result)
            } else if takeWord("is") {
                result = try test(of: result)
            } else {
                return result
            }
        }
    }

    mutating func filter(of base: Expression) throws(SyntaxFault) -> Expression {
        let word = try name()
        guard let filter = Filter(word) else {
            throw SyntaxFault(
                .filterUnknown,
                pl: "Nie ma filtra „\(word)”. Lista filtrów stoi w docs/szablony.md.",
                en: "There is no filter “\(word)”. The list of filters stands in docs/templates.md.",
                suggestion: Spelling.nearest(to: word, among: Filter.allCases.map(\.rawValue))
            )
        }
        return .filter(filter, base, take("(") ? try arguments() : .none)
    }

    mutating func test(of base: Expression) throws(SyntaxFault) -> Expression {
        let isNegated = takeWord("not")
        var word = try name()
        if word == "divisibleby" || word == "divisible_by" { word = "divisibleby" }
        guard let test = Test(word) else {
            throw SyntaxFault(
                .testUnknown,
                pl: "Nie ma sprawdzenia „is \(word)”. Lista stoi w docs/szablony.md.",
                en: "There is no test “is \(word)”. The list stands in docs/templates.md.",
                suggestion: Spelling.nearest(to: word, among: Test.allCases.map(\.rawValue))
            )
        }
        if take("(") { return .test(test, base, try arguments(), isNegated: isNegated) }
        if test.takesArgument, isOperandStart {
            let operand = try postfix(primary())
            return .test(test, base, Expression.Arguments(positional: [operand]), isNegated: isNegated)
        }
        return .test(test, base, .none, isNegated: isNegated)
    }

    /// `x is divisibleby 3`: the argument may follow without brackets.
    var isOperandStart: Bool {
        switch current {
        case .integer, .number, .text, .symbol("["), .symbol("{"): true
        case .name(let name): !["and", "or", "not", "if", "else", "is", "in"].contains(name)
        default: false
        }
    }
}
