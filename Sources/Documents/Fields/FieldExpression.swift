import FormModel

/// Turns fields into expressions.
struct FieldExpression {
    let scope: Scope

    /// What a MERGEFIELD or an IF prints; nil for fields that are Word's own business.
    func expression(of field: WordField) throws(SyntaxFault) -> Expression? {
        let instruction = FieldInstruction(field)
        switch instruction.name {
        case "MERGEFIELD": return try mergeField(instruction)
        case "IF": return try condition(instruction)
        case "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "DDE", "DDEAUTO", "IMPORT", "DATABASE", "LINK", "EMBED":
            throw SyntaxFault(
                .packageRefused,
                pl: "Pole \(instruction.name) wczytuje cudze pliki; takich pól w szablonach nie używamy. Usuń je.",
                en: "The field \(instruction.name) reads other files; such fields are not used in templates. Remove it."
            )
        default: return nil
        }
    }

    private func mergeField(_ instruction: FieldInstruction) throws(SyntaxFault) -> Expression {
        guard let name = instruction.arguments.first?.text, !name.isEmpty else {
            throw SyntaxFault(pl: "Pole MERGEFIELD nie ma nazwy.", en: "The field MERGEFIELD has no name.")
        }
        var value = path(name)
        var before = ""
        var after = ""
        for (letter, argument) in instruction.switches {
            switch letter {
            case "*": value = formatted(value, argument.lowercased())
            case "#": value = .filter(.picture, value, Expression.Arguments(positional: [.constant(.string(argument))]))
            case "@": value = .filter(.date, value, Expression.Arguments(positional: [.constant(.string(argument))]))
            case "b": before += argument
            case "f": after += argument
            default: break
            }
        }
        guard !before.isEmpty || !after.isEmpty else { return value }
        let whole = Expression.concatenation([.constant(.string(before)), value, .constant(.string(after))])
        return .conditional(condition: value, then: whole, otherwise: value)
    }

    private func formatted(_ value: Expression, _ format: String) -> Expression {
        switch format {
        case "upper": .filter(.upper, value, .none)
        case "lower": .filter(.lower, value, .none)
        case "firstcap": .filter(.firstcap, value, .none)
        case "caps": .filter(.title, value, .none)
        default: value
        }
    }

    /// A field's name: a member of the regions around it, a name of the data, or a path with points.
    func path(_ name: String) -> Expression {
        let plain = (try? ExpressionParser(name, scope: scope)).flatMap { parser -> Expression? in
            var parser = parser
            return try? parser.whole()
        }
        return .field(name: name, regions: scope.regionSlots, path: plain ?? .global(name))
    }

    // MARK: IF

    private func condition(_ instruction: FieldInstruction) throws(SyntaxFault) -> Expression {
        let arguments = instruction.arguments
        guard arguments.count >= 4 else { throw Self.malformed("IF", " \"tak\" \"nie\"", " \"yes\" \"no\"") }
        return .conditional(
            condition: try comparison(arguments, of: "IF"),
            then: try text(arguments[3]),
            otherwise: arguments.count > 4 ? try text(arguments[4]) : .constant(.string(""))
        )
    }

    /// What NEXTIF and SKIPIF ask; nil for NEXT, which asks nothing.
    func test(of field: WordField) throws(SyntaxFault) -> Expression? {
        let instruction = FieldInstruction(field)
        return instruction.name == "NEXT" ? nil : try comparison(instruction.arguments, of: instruction.name)
    }

    static let recordFields: Set<String> = ["NEXT", "NEXTIF", "SKIPIF"]

    private static func malformed(_ name: String, _ polish: String = "", _ english: String = "") -> SyntaxFault {
        SyntaxFault(
            pl: "Pole \(name) ma mieć postać: \(name) wartość = wartość\(polish), ze spacjami wokół znaku.",
            en: "The field \(name) has the form: \(name) value = value\(english), with blanks around the sign."
        )
    }

    private func comparison(
        _ arguments: [FieldInstruction.Argument],
        of name: String
    ) throws(SyntaxFault) -> Expression {
        guard arguments.count >= 3, let symbol = arguments[1].text, let comparison = Self.comparisons[symbol] else {
            throw Self.malformed(name)
        }
        return .wordComparison(try text(arguments[0]), comparison, try text(arguments[2]))
    }

    private static let comparisons: [String: Expression.Comparison] = [
        "=": .equal, "<>": .unequal, "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual,
    ]

    private func text(_ argument: FieldInstruction.Argument) throws(SyntaxFault) -> Expression {
        var parts: [Expression] = []
        for part in argument.parts {
            switch part {
            case .text(let text): parts.append(.constant(.string(text)))
            case .field(let field):
                guard let inner = try expression(of: field) else {
                    throw SyntaxFault(
                        pl: "W polu IF mogą stać tylko pola MERGEFIELD i IF.",
                        en: "Only the fields MERGEFIELD and IF can stand inside of IF."
                    )
                }
                parts.append(inner)
            }
        }
        return parts.count == 1 ? parts[0] : .concatenation(parts)
    }
}
