/// Reads a JSON text (RFC 8259) from bytes, with bounds on depth and size; never traps on foreign input.
public struct JSONParser {
    public struct Failure: Error, Hashable, Sendable {
        public enum Code: String, Sendable {
            case unexpectedByte, unexpectedEnd, invalidUTF8, invalidEscape, invalidNumber, tooDeep, trailingText
        }

        public let code: Code
        /// Counted from 0.
        public let byteOffset: Int
    }

    /// Arrays and objects inside each other.
    public static let depthMax = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    public static func parse(_ bytes: some Collection<UInt8>) throws(Failure) -> JSONValue {
        let result = bytes.withContiguousStorageIfAvailable { buffer in parse(buffer: buffer) }
        switch result ?? Array(bytes).withUnsafeBufferPointer({ parse(buffer: $0) }) {
        case .success(let value): return value
        case .failure(let failure): throw failure
        }
    }

    public static func parse(_ text: String) throws(Failure) -> JSONValue {
        try parse(text.utf8)
    }

    private static func parse(buffer: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, Failure> {
        var parser = JSONParser(bytes: buffer)
        do throws(Failure) {
            let value = try parser.value(depth: 0)
            parser.skipSpace()
            guard parser.position == buffer.count else { throw parser.failure(.trailingText) }
            return .success(value)
        } catch {
            return .failure(error)
        }
    }

    private func failure(_ code: Failure.Code) -> Failure {
        Failure(
            code: position < bytes.count ? code : code == .unexpectedByte ? .unexpectedEnd : code,
            byteOffset: position
        )
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        guard depth <= Self.depthMax else { throw failure(.tooDeep) }
        skipSpace()
        guard position < bytes.count else { throw failure(.unexpectedEnd) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == word.utf8Start[index] else {
                throw failure(.unexpectedByte)
            }
            position += 1
        }
        return value
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        position += 1
        var members: [JSONValue.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
            let key = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw failure(.unexpectedByte) }
            members.append(JSONValue.Member(key, try value(depth: depth + 1)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw failure(.unexpectedByte) }
        }
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw failure(.unexpectedByte) }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func number() throws(Failure) -> String {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let wholeStart = position
        let wholeCount = digits()
        guard wholeCount > 0, wholeCount == 1 || bytes[wholeStart] != UInt8(ascii: "0") else {
            throw failure(position == start ? .unexpectedByte : .invalidNumber)
        }
        if take(UInt8(ascii: ".")), digits() == 0 { throw failure(.invalidNumber) }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            if digits() == 0 { throw failure(.invalidNumber) }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = position
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            position += 1
        }
        return position - start
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return try text(bytes[start..<position])
            case UInt8(ascii: "\\"):
                return try escapedString(from: start)
            case 0..<0x20: throw failure(.unexpectedByte)
            default: position += 1
            }
        }
        throw failure(.unexpectedEnd)
    }

    private func text(_ slice: Slice<UnsafeBufferPointer<UInt8>>) throws(Failure) -> String {
        let plain = UnsafeBufferPointer(rebasing: slice)
        guard let text = String(validating: plain, as: UTF8.self) else { throw failure(.invalidUTF8) }
        return text
    }

    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var decoded = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: decoded, as: UTF8.self) else { throw failure(.invalidUTF8) }
                return text
            case UInt8(ascii: "\\"): try escape(into: &decoded)
            case 0..<0x20: throw failure(.unexpectedByte)
            default: decoded.append(byte)
            }
        }
        throw failure(.unexpectedEnd)
    }

    private mutating func escape(into decoded: inout [UInt8]) throws(Failure) {
        guard position < bytes.count else { throw failure(.unexpectedEnd) }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"): decoded.append(contentsOf: String(Character(try unicodeScalar())).utf8)
        default: throw failure(.invalidEscape)
        }
    }

    /// The scalar of `\uXXXX`, joined with its second half where it is a surrogate; a lone surrogate is refused.
    private mutating func unicodeScalar() throws(Failure) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw failure(.invalidEscape) }
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw failure(.invalidEscape) }
        return scalar
    }

    private mutating func codeUnit() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else {
                throw failure(.invalidEscape)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
