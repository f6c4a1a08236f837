import FormModel

/// Comparing two values. Every comparison with a missing value is false, `!=` and `not in` too.
enum ValueComparison {
    static func holds(_ comparison: Node.Comparison, _ left: ExpressionValue, _ right: ExpressionValue) -> Bool {
        if left.isMissing || right.isMissing { return false }
        switch comparison {
        case .equal: return isEqual(left, right)
        case .unequal: return !isEqual(left, right)
        case .less: return isOrdered(left, right) ?? false
        case .greaterOrEqual: return isOrdered(left, right).map { !$0 } ?? false
        case .greater: return isOrdered(right, left) ?? false
        case .lessOrEqual: return isOrdered(right, left).map { !$0 } ?? false
        }
    }

    /// Whether the element is in the list; of several choices, whether at least one is. Nil when something is missing.
    static func isMember(_ element: ExpressionValue, of list: ExpressionValue) -> Bool? {
        let members: [ExpressionValue]
        switch list {
        case .missing: return nil
        case .list(let values): members = values
        default: members = [list]
        }
        return anyElement(of: element) { one in members.contains { isEqual(one, $0) } }
    }

    static func isMember(_ element: ExpressionValue, of set: Set<String>) -> Bool? {
        switch element {
        case .text(let text): set.contains(text)
        default:
            anyElement(of: element) { one in
                if case .text(let text) = one { set.contains(text) } else { set.contains { isEqual(one, .text($0)) } }
            }
        }
    }

    private static func anyElement(of value: ExpressionValue, is included: (ExpressionValue) -> Bool) -> Bool? {
        switch value {
        case .missing: nil
        case .list(let elements): elements.contains(where: included)
        default: included(value)
        }
    }

    static func isEqual(_ left: ExpressionValue, _ right: ExpressionValue) -> Bool {
        switch (left, right) {
        case (.missing, _), (_, .missing): false
        case (.text(let first), .text(let second)): first == second
        case (.number, _), (_, .number):
            if let first = left.number, let second = right.number { first == second } else { false }
        case (.date, _), (_, .date):
            if let first = left.date, let second = right.date { first == second } else { false }
        case (.flag(let flag), .text(let text)), (.text(let text), .flag(let flag)):
            ExpressionValue.flag(text) == flag
        // One choice made among several compares like a single choice.
        case (.list(let elements), .text), (.list(let elements), .flag):
            elements.count == 1 && isEqual(elements[0], right)
        case (.text, .list(let elements)), (.flag, .list(let elements)):
            elements.count == 1 && isEqual(left, elements[0])
        default: left == right
        }
    }

    /// Whether the left value comes before the right one; nil for values without a common order.
    private static func isOrdered(_ left: ExpressionValue, _ right: ExpressionValue) -> Bool? {
        switch (left, right) {
        case (.text(let first), .text(let second)):
            if let first = left.number, let second = right.number { return first < second }
            return first.utf8.lexicographicallyPrecedes(second.utf8)
        case (.number, _), (_, .number):
            guard let first = left.number, let second = right.number else { return nil }
            return first < second
        case (.date, _), (_, .date):
            guard let first = left.date, let second = right.date else { return nil }
            return first < second
        default: return nil
        }
    }
}
