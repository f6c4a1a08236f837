import FormModel

extension DataValue {
    var isUndefined: Bool {
        if case .undefined = storage { return true }
        return false
    }

    /// Whether the value counts as true in an `if`, as in Jinja2: not empty, not zero, not null.
    var isTrue: Bool {
        switch storage {
        case .undefined, .null: false
        case .bool(let flag): flag
        case .integer(let number): number != 0
        case .number(let digits): Double(digits) != 0
        case .double(let number): number != 0
        case .string(let text): !text.isEmpty
        case .array(let elements): !elements.isEmpty
        case .object(let object): object.count > 0
        case .bytes(let bytes): !bytes.isEmpty
        case .namespace: true
        case .stream(let stream): stream.makeNext()() != nil
        }
    }

    /// The number this value is; true and false count as 1 and 0, as in Jinja2. Texts are no numbers.
    var numeric: Numeric? {
        switch storage {
        case .bool(let flag): .integer(flag ? 1 : 0)
        case .integer(let number): .integer(number)
        case .double(let number): .double(number)
        case .number(let digits): Self.numeric(digits)
        default: nil
        }
    }

    static func numeric(_ digits: String) -> Numeric? {
        if let integer = Int(digits) { return .integer(integer) }
        if let decimal = DecimalNumber(digits) { return .decimal(decimal) }
        return Double(digits).map { .double($0) }
    }

    /// What the value is, for messages.
    var kindName: String {
        switch storage {
        case .undefined: "undefined"
        case .null: "null"
        case .bool: "bool"
        case .integer, .number, .double: "number"
        case .string: "text"
        case .array, .stream: "list"
        case .object, .namespace: "object"
        case .bytes: "bytes"
        }
    }

    static func areEqual(_ left: DataValue, _ right: DataValue) -> Bool {
        switch (left.storage, right.storage) {
        case (.string(let left), .string(let right)): return left.utf8.elementsEqual(right.utf8)
        case (.null, .null): return true
        case (.undefined, .undefined): return true
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { areEqual($0, $1) }
        case (.object(let left), .object(let right)):
            guard left.count == right.count else { return false }
            return left.keys.allSatisfy { key in
                guard let first = left[key], let second = right[key] else { return false }
                return areEqual(first, second)
            }
        default:
            guard let first = left.numeric, let second = right.numeric else { return false }
            return Numeric.order(first, second) == 0
        }
    }

    /// Negative, zero or positive; nil for values that have no order.
    static func order(_ left: DataValue, _ right: DataValue) -> Int? {
        switch (left.storage, right.storage) {
        case (.string(let left), .string(let right)):
            return left.unicodeScalars.elementsEqual(right.unicodeScalars)
                ? 0 : left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? -1 : 1
        case (.array(let left), .array(let right)):
            for (first, second) in zip(left, right) where !areEqual(first, second) { return order(first, second) }
            return left.count - right.count
        default:
            guard let first = left.numeric, let second = right.numeric else { return nil }
            return Numeric.order(first, second)
        }
    }
}
