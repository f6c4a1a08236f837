import FormModel

/// Reads JSON (RFC 8259) and JSON Lines into `DataValue`s.
///
/// Numbers keep their digits. Bytes that are no UTF-8 and halves of surrogate pairs become U+FFFD, because a letter with
/// one odd sign is better than none.
public enum DataReader {
    /// The text is not JSON.
    public struct Failure: Error, Hashable, Sendable {
        public enum Code: String, Sendable {
            case unexpectedByte, unexpectedEnd, invalidEscape, invalidNumber, tooDeep, trailingText
        }

        public let code: Code
        /// Counted from 1.
        public let line: Int
        /// Counted from 1, in bytes.
        public let column: Int
    }

    /// Arrays and objects inside each other.
    public static let depthMax = 128
    /// Digits of whole numbers that are kept as integers and not as text.
    private static let integerDigitCountMax = 18

    /// One value and nothing after it.
    public static func read(_ bytes: [UInt8]) throws(Failure) -> DataValue {
        try scan(bytes) { (scanner) throws(JSONScanner.Failure) in
            let value = try value(&scanner)
            try scanner.finish()
            return value
        }
    }

    /// The records of a data file: the elements of an array, one object, or one object a line.
    public static func records(_ bytes: [UInt8]) throws(Failure) -> [DataValue] {
        let values = try scan(bytes) { (scanner) throws(JSONScanner.Failure) in
            var values: [DataValue] = []
            scanner.skipSpace()
            while !scanner.isAtEnd {
                values.append(try value(&scanner))
                scanner.skipSpace()
            }
            return values
        }
        if values.count == 1, let elements = values[0].elements { return elements }
        return values
    }

    private static func scan<Product>(
        _ bytes: [UInt8],
        _ body: (inout JSONScanner) throws(JSONScanner.Failure) -> Product
    ) throws(Failure) -> Product {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<Product, JSONScanner.Failure> in
            var scanner = JSONScanner(buffer, illFormed: .replaced, depthMax: depthMax)
            scanner.skipMark()
            do throws(JSONScanner.Failure) {
                return .success(try body(&scanner))
            } catch {
                return .failure(error)
            }
        }
        return try result.mapError { placed($0, in: bytes) }.get()
    }

    /// The failure with line and column.
    private static func placed(_ failure: JSONScanner.Failure, in bytes: [UInt8]) -> Failure {
        let before = bytes.prefix(failure.byteOffset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return Failure(
            code: Failure.Code(rawValue: failure.code.rawValue) ?? .unexpectedByte,
            line: before.count { $0 == 0x0A } + 1,
            column: before.count - lineStart + 1
        )
    }

    private static func value(_ scanner: inout JSONScanner) throws(JSONScanner.Failure) -> DataValue {
        switch try scanner.next() {
        case UInt8(ascii: "{"):
            var members: [(String, DataValue)] = []
            try scanner.object { (scanner, key) throws(JSONScanner.Failure) in
                members.append((key, try value(&scanner)))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [DataValue] = []
            try scanner.array { (scanner) throws(JSONScanner.Failure) in elements.append(try value(&scanner)) }
            return .array(elements)
        case UInt8(ascii: "\""): return .string(try scanner.string())
        case UInt8(ascii: "t"):
            try scanner.literal("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try scanner.literal("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try scanner.literal("null")
            return .null
        default: return value(of: try scanner.number())
        }
    }

    private static func value(of number: JSONScanner.Number) -> DataValue {
        let isNegative = number.bytes.first == UInt8(ascii: "-")
        let digits = isNegative ? number.bytes.dropFirst() : number.bytes
        guard number.isWhole, digits.count <= integerDigitCountMax else { return DataValue(.number(number.text)) }
        let magnitude = digits.reduce(0) { $0 * 10 + Int($1 & 15) }
        return .integer(isNegative ? -magnitude : magnitude)
    }
}
