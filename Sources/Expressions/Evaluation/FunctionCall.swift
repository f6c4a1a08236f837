import FormModel

/// What the functions compute. A missing argument gives a missing result, but for `has`, `count`, `sum`, `min`, `max`.
enum FunctionCall {
    static func value(_ function: Function, _ arguments: [ExpressionValue]) -> ExpressionValue {
        switch function {
        case .has: .flag(!arguments[0].isMissing)
        case .count: .number(ExactNumber(count(arguments[0])))
        case .ageOn: age(bornOn: arguments[0], on: arguments[1])
        case .daysBetween: days(from: arguments[0], to: arguments[1])
        case .year: arguments[0].date.map { .number(ExactNumber($0.year)) } ?? .missing
        case .min: extreme(of: arguments, wantsGreater: false)
        case .max: extreme(of: arguments, wantsGreater: true)
        case .sum: sum(arguments)
        case .length: text(arguments[0]).map { .number(ExactNumber($0.count)) } ?? .missing
        case .lower: text(arguments[0]).map { .text($0.lowercased()) } ?? .missing
        case .contains: contains(arguments[0], arguments[1])
        case .matches: matches(arguments[0], arguments[1])
        // The parser makes nodes of their own for these two.
        case .choose, .attended: .missing
        }
    }

    private static func count(_ value: ExpressionValue) -> Int {
        switch value {
        case .missing: 0
        case .entries(let count): count
        case .list(let elements): elements.count { !$0.isMissing }
        default: 1
        }
    }

    private static func age(bornOn birth: ExpressionValue, on day: ExpressionValue) -> ExpressionValue {
        guard let birth = birth.date, let day = day.date, birth <= day else { return .missing }
        return .number(ExactNumber(birth.fullYears(at: day)))
    }

    private static func days(from start: ExpressionValue, to end: ExpressionValue) -> ExpressionValue {
        guard let start = start.date, let end = end.date else { return .missing }
        return .number(ExactNumber(end.daysSinceEpoch - start.daysSinceEpoch))
    }

    private static func flattened(_ arguments: [ExpressionValue]) -> [ExpressionValue] {
        arguments.flatMap { argument -> [ExpressionValue] in
            if case .list(let elements) = argument { elements } else { [argument] }
        }.filter { !$0.isMissing }
    }

    private static func sum(_ arguments: [ExpressionValue]) -> ExpressionValue {
        var total: ExactNumber? = ExactNumber(0)
        for value in flattened(arguments) {
            guard let number = value.number else { return .missing }
            total = total.flatMap { $0 + number }
        }
        return total.map(ExpressionValue.number) ?? .missing
    }

    private static func extreme(of arguments: [ExpressionValue], wantsGreater: Bool) -> ExpressionValue {
        var best: ExpressionValue = .missing
        for value in flattened(arguments) {
            if best.isMissing || ValueComparison.holds(wantsGreater ? .greater : .less, value, best) { best = value }
        }
        return best
    }

    private static func text(_ value: ExpressionValue) -> String? {
        switch value {
        case .text(let text): text
        case .number(let number): number.description
        case .date(let date): date.description
        default: nil
        }
    }

    /// A choice among several, or a piece of a text.
    private static func contains(_ value: ExpressionValue, _ part: ExpressionValue) -> ExpressionValue {
        switch (value, part) {
        case (.missing, _), (_, .missing): .flag(false)
        case (.text(let whole), .text(let piece)): .flag(piece.isEmpty || whole.contains(piece))
        default: .flag(ValueComparison.isMember(part, of: value) ?? false)
        }
    }

    private static func matches(_ value: ExpressionValue, _ pattern: ExpressionValue) -> ExpressionValue {
        guard let text = text(value), case .text(let pattern) = pattern else { return .flag(false) }
        return .flag(GlobPattern.matches(text, pattern))
    }
}
