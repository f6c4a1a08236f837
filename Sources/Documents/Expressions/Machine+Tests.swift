import FormModel

extension Machine {
    func check(_ test: Test, _ value: DataValue, _ arguments: Values) throws(EvaluationError) -> Bool {
        let operand = arguments.get(0, "other") ?? .null
        switch test {
        case .defined: return !value.isUndefined
        case .undefined: return value.isUndefined
        case .none:
            if case .null = value.storage { return true }
            return false
        case .eq: return DataValue.areEqual(value, operand)
        case .ne: return !DataValue.areEqual(value, operand)
        case .sameas: return value.kindName == operand.kindName && DataValue.areEqual(value, operand)
        case .lt, .le, .gt, .ge: return try checkOrder(test, value, operand)
        case .in: return try contains(operand, value)
        case .odd, .even, .divisibleby: return try checkDivision(test, value, operand)
        case .lower: return print.text(value).lowercased() == print.text(value)
        case .upper: return print.text(value).uppercased() == print.text(value)
        case .callable, .escaped: return false
        case .filter: return Filter(print.text(value)) != nil
        case .test: return Test(print.text(value)) != nil
        default: return checkKind(test, value)
        }
    }

    private func checkKind(_ test: Test, _ value: DataValue) -> Bool {
        switch (test, value.storage) {
        case (.true, .bool(let flag)): flag
        case (.false, .bool(let flag)): !flag
        case (.boolean, .bool), (.string, .string), (.mapping, .object), (.integer, .integer), (.float, .double): true
        case (.number, .integer), (.number, .number), (.number, .double), (.number, .bool): true
        case (.integer, .number(let digits)): Int(digits) != nil || digits.utf8.allSatisfy { $0 >= 0x30 || $0 == 0x2D }
        case (.float, .number(let digits)): digits.utf8.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == 0x65 }
        case (.iterable, .array), (.iterable, .object), (.iterable, .string), (.iterable, .stream),
            (.sequence, .array), (.sequence, .object), (.sequence, .string):
            true
        case (.iterable, .undefined): true
        default: false
        }
    }

    private func checkOrder(_ test: Test, _ value: DataValue, _ operand: DataValue) throws(EvaluationError) -> Bool {
        if value.isUndefined { return false }
        guard let order = DataValue.order(value, operand) else {
            throw .unsuitable("\(value.kindName), \(operand.kindName)", for: test.rawValue)
        }
        switch test {
        case .lt: return order < 0
        case .le: return order <= 0
        case .gt: return order > 0
        default: return order >= 0
        }
    }

    private func checkDivision(_ test: Test, _ value: DataValue, _ operand: DataValue) throws(EvaluationError) -> Bool {
        if value.isUndefined { return false }
        guard let number = value.numeric?.double else { throw .unsuitable(value.kindName, for: test.rawValue) }
        let divisor = test == .divisibleby ? operand.numeric?.double ?? 0 : 2
        guard divisor != 0 else { throw .unsuitable(operand.kindName, for: test.rawValue) }
        let rest = number.truncatingRemainder(dividingBy: divisor)
        return test == .odd ? rest != 0 : rest == 0
    }
}
