/// Reads a JSON text (RFC 8259) from bytes into values, with a bound on depth; never traps on foreign input.
///
/// Bytes that are no UTF-8 and halves of surrogate pairs are refused.
public enum JSONParser {
    public typealias Failure = JSONScanner.Failure

    /// Arrays and objects inside each other.
    public static let depthMax = 64

    public static func parse(_ bytes: some Collection<UInt8>) throws(Failure) -> JSONValue {
        let result = bytes.withContiguousStorageIfAvailable { buffer in parse(buffer: buffer) }
        return try (result ?? Array(bytes).withUnsafeBufferPointer { parse(buffer: $0) }).get()
    }

    public static func parse(_ text: String) throws(Failure) -> JSONValue {
        try parse(text.utf8)
    }

    private static func parse(buffer: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, Failure> {
        var scanner = JSONScanner(buffer, illFormed: .refused, depthMax: depthMax)
        do throws(Failure) {
            let value = try value(&scanner)
            try scanner.finish()
            return .success(value)
        } catch {
            return .failure(error)
        }
    }

    private static func value(_ scanner: inout JSONScanner) throws(Failure) -> JSONValue {
        switch try scanner.next() {
        case UInt8(ascii: "{"):
            var members: [JSONValue.Member] = []
            try scanner.object { (scanner, key) throws(Failure) in
                members.append(JSONValue.Member(key, try value(&scanner)))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var elements: [JSONValue] = []
            try scanner.array { (scanner) throws(Failure) in elements.append(try value(&scanner)) }
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
        default: return .number(try scanner.number().text)
        }
    }
}
