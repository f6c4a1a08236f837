import FormModel
import Foundation

extension Machine {
    /// Longest text or list that `*` or `**` may make.
    private static let repetitionMax = 1_000_000

    func arithmetic(
        _ operation: Expression.Arithmetic,
        _ left: DataValue,
        _ right: DataValue
    ) throws(EvaluationError) -> DataValue {
        if !options.isCompatible {
            if left.isUndefined { return left }
            if right.isUndefined { return right }
        }
        if let first = left.numeric, let second = right.numeric {
            return try calculate(operation, first, second)
        }
        switch (operation, left.storage, right.storage) {
        case (.add, .string(let first), .string(let second)): return .string(first + second)
        case (.add, .array(let first), .array(let second)): return .array(first + second)
        case (.multiply, .string(let text), .integer(let count)), (.multiply, .integer(let count), .string(let text)):
            guard text.utf8.count * max(0, count) <= Self.repetitionMax else { throw tooLarge() }
            return .string(String(repeating: text, count: max(0, count)))
        case (.multiply, .array(let elements), .integer(let count)),
            (.multiply, .integer(let count), .array(let elements)):
            guard elements.count * max(0, count) <= Self.repetitionMax else { throw tooLarge() }
            return .array(Array(repeatElement(elements, count: max(0, count)).joined()))
        case (.remainder, .string(let format), _):
            return .string(formatted(format, right.elements ?? [right]))
        default: throw .unsuitable("\(left.kindName), \(right.kindName)", for: operation.rawValue)
        }
    }

    private func tooLarge() -> EvaluationError {
        EvaluationError(.outputLimit, pl: "Wynik mnożenia jest zbyt długi.", en: "The product is too long.")
    }

    private func calculate(
        _ operation: Expression.Arithmetic,
        _ left: Numeric,
        _ right: Numeric
    ) throws(EvaluationError) -> DataValue {
        // Python calculates with binary fractions: 0.1 + 0.2 is 0.30000000000000004 there, 0.3 here.
        let first = options.isCompatible ? left.asPython : left
        let second = options.isCompatible ? right.asPython : right
        switch operation {
        case .add: return Numeric.add(first, second, subtract: false).value
        case .subtract: return Numeric.add(first, second, subtract: true).value
        case .multiply: return Numeric.multiply(first, second).value
        case .divide, .floorDivide, .remainder: return try divide(operation, first, second)
        case .power: return try power(first, second)
        }
    }

    private func divide(
        _ operation: Expression.Arithmetic,
        _ left: Numeric,
        _ right: Numeric
    ) throws(EvaluationError) -> DataValue {
        guard right.double != 0 else {
            throw EvaluationError(pl: "Dzielenie przez zero.", en: "Division by zero.")
        }
        if operation == .divide { return DataValue(.double(left.double / right.double)) }
        if case .integer(let first) = left, case .integer(let second) = right, second != -1 {
            let quotient = first / second
            let rest = first % second
            let isShifted = rest != 0 && (rest < 0) != (second < 0)
            return .integer(
                operation == .floorDivide ? quotient - (isShifted ? 1 : 0) : rest + (isShifted ? second : 0)
            )
        }
        let quotient = (left.double / right.double).rounded(.down)
        if operation == .floorDivide { return DataValue(.double(quotient)) }
        return DataValue(.double(left.double - quotient * right.double))
    }

    private func power(_ left: Numeric, _ right: Numeric) throws(EvaluationError) -> DataValue {
        if case .integer(let base) = left, case .integer(let exponent) = right, (0...64).contains(exponent) {
            var result = 1
            var overflowed = false
            for _ in 0..<exponent where !overflowed {
                (result, overflowed) = result.multipliedReportingOverflow(by: base)
            }
            if !overflowed { return .integer(result) }
        }
        return DataValue(.double(pow(left.double, right.double)))
    }
}

extension Numeric {
    /// The number as Python holds it: every fraction is binary.
    var asPython: Numeric {
        if case .decimal(let number) = self { return .double(number.doubleValue) }
        return self
    }
}
