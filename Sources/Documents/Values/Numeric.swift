import FormModel

/// A number while it is calculated with: exact as long as it can be.
enum Numeric {
    case integer(Int)
    case decimal(DecimalNumber)
    case double(Double)

    var double: Double {
        switch self {
        case .integer(let number): Double(number)
        case .decimal(let number): number.doubleValue
        case .double(let number): number
        }
    }

    /// The number as a decimal of at most nine places; nil beyond 18 digits.
    var decimal: DecimalNumber? {
        switch self {
        case .integer(let number): return DecimalNumber(String(number))
        case .decimal(let number): return number
        case .double(let number):
            guard number.isFinite, Swift.abs(number) < 9e8 else {
                return number.isFinite && Swift.abs(number) < 9e15
                    ? DecimalNumber(unscaled: Int64((number * 100).rounded()), scale: 2) : nil
            }
            return DecimalNumber(unscaled: Int64((number * 1e9).rounded()), scale: 9)
        }
    }

    var value: DataValue {
        switch self {
        case .integer(let number): .integer(number)
        case .decimal(let number):
            number.scale == 0 ? .integer(Int(number.unscaled)) : DataValue(.number(number.description))
        case .double(let number): DataValue(.double(number))
        }
    }

    /// The order of two numbers: negative, zero or positive.
    static func order(_ left: Numeric, _ right: Numeric) -> Int {
        switch (left, right) {
        case (.integer(let left), .integer(let right)): return left < right ? -1 : left == right ? 0 : 1
        case (.double, _), (_, .double):
            return left.double < right.double ? -1 : left.double == right.double ? 0 : 1
        default:
            guard let first = left.decimal, let second = right.decimal else {
                return left.double < right.double ? -1 : left.double == right.double ? 0 : 1
            }
            return first < second ? -1 : first == second ? 0 : 1
        }
    }

    static func add(_ left: Numeric, _ right: Numeric, subtract: Bool) -> Numeric {
        if case .integer(let first) = left, case .integer(let second) = right {
            let (sum, overflow) =
                subtract ? first.subtractingReportingOverflow(second) : first.addingReportingOverflow(second)
            if !overflow { return .integer(sum) }
        } else if let pair = aligned(left, right) {
            let (sum, overflow) =
                subtract
                ? pair.left.subtractingReportingOverflow(pair.right) : pair.left.addingReportingOverflow(pair.right)
            if !overflow, let number = DecimalNumber(unscaled: sum, scale: pair.scale) { return .decimal(number) }
        }
        return .double(subtract ? left.double - right.double : left.double + right.double)
    }

    static func multiply(_ left: Numeric, _ right: Numeric) -> Numeric {
        switch (left, right) {
        case (.double, _), (_, .double): break
        case (.integer(let first), .integer(let second)):
            let (product, overflow) = first.multipliedReportingOverflow(by: second)
            if !overflow { return .integer(product) }
        default:
            if let first = left.decimal, let second = right.decimal {
                let (product, overflow) = first.unscaled.multipliedReportingOverflow(by: second.unscaled)
                let number = DecimalNumber(unscaled: product, scale: first.scale + second.scale)
                if !overflow, let number { return .decimal(number) }
            }
        }
        return .double(left.double * right.double)
    }

    private static func aligned(_ left: Numeric, _ right: Numeric) -> (left: Int64, right: Int64, scale: Int)? {
        if case .double = left { return nil }
        if case .double = right { return nil }
        guard let first = left.decimal, let second = right.decimal else { return nil }
        let scale = Swift.max(first.scale, second.scale)
        guard let left = raised(first, to: scale), let right = raised(second, to: scale) else { return nil }
        return (left, right, scale)
    }

    private static func raised(_ number: DecimalNumber, to scale: Int) -> Int64? {
        var result = number.unscaled
        for _ in number.scale..<scale {
            let (raised, overflow) = result.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            result = raised
        }
        return result
    }
}
