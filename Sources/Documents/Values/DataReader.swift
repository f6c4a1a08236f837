/// Reads JSON (RFC 8259) and JSON Lines into `DataValue`s.
///
/// Numbers keep their digits. Bytes that are no UTF-8 and halves of surrogate pairs become U+FFFD, because a letter with
/// one odd sign is better than none.
public struct DataReader {
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

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// Keys met so far by place in the object, because the records of one file share them.
    private var keys: [String] = []

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        // The byte order mark of UTF-8 is no part of the text (RFC 8259, 8.1 lets a parser ignore it).
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    }

    /// One value and nothing after it.
    public static func read(_ bytes: [UInt8]) throws(Failure) -> DataValue {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<DataValue, Failure> in
            var reader = DataReader(buffer)
            do throws(Failure) {
                let value = try reader.value(depth: 0)
                reader.skipSpace()
                guard reader.position == buffer.count else { throw reader.failure(.trailingText) }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The records of a data file: the elements of an array, one object, or one object a line.
    public static func records(_ bytes: [UInt8]) throws(Failure) -> [DataValue] {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<[DataValue], Failure> in
            var reader = DataReader(buffer)
            var values: [DataValue] = []
            do throws(Failure) {
                reader.skipSpace()
                while reader.position < buffer.count {
                    values.append(try reader.value(depth: 0))
                    reader.skipSpace()
                }
                return .success(values)
            } catch {
                return .failure(error)
            }
        }
        let values = try result.get()
        if values.count == 1, let elements = values[0].elements { return elements }
        return values
    }

    private func failure(_ code: Failure.Code) -> Failure {
        let end = min(position, bytes.count)
        var line = 1
        var lineStart = 0
        for index in 0..<end where bytes[index] == 0x0A {
            line += 1
            lineStart = index + 1
        }
        let isAtEnd = position >= bytes.count && code == .unexpectedByte
        return Failure(code: isAtEnd ? .unexpectedEnd : code, line: line, column: end - lineStart + 1)
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(Failure) -> DataValue {
        guard depth <= Self.depthMax else { throw failure(.tooDeep) }
        skipSpace()
        guard position < bytes.count else { throw failure(.unexpectedEnd) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ text: StaticString, _ value: DataValue) throws(Failure) -> DataValue {
        for index in 0..<text.utf8CodeUnitCount {
            guard position < bytes.count, bytes[position] == text.utf8Start[index] else {
                throw failure(.unexpectedByte)
            }
            position += 1
        }
        return value
    }

    private mutating func object(depth: Int) throws(Failure) -> DataValue {
        position += 1
        var members: [(String, DataValue)] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object([]) }
        while true {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
            let key = try key(at: members.count)
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw failure(.unexpectedByte) }
            members.append((key, try value(depth: depth + 1)))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw failure(.unexpectedByte) }
        }
    }

    private mutating func array(depth: Int) throws(Failure) -> DataValue {
        position += 1
        var elements: [DataValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array([]) }
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

    private mutating func number() throws(Failure) -> DataValue {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let wholeStart = position
        let wholeCount = digits()
        guard wholeCount > 0 else { throw failure(.unexpectedByte) }
        guard wholeCount == 1 || bytes[wholeStart] != UInt8(ascii: "0") else { throw failure(.invalidNumber) }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard digits() > 0 else { throw failure(.invalidNumber) }
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() > 0 else { throw failure(.invalidNumber) }
        }
        if isWhole, wholeCount <= 18 {
            var number = 0
            for index in wholeStart..<position { number = number * 10 + Int(bytes[index] & 15) }
            return .integer(wholeStart > start ? -number : number)
        }
        return DataValue(.number(String(decoding: bytes[start..<position], as: UTF8.self)))
    }

    private mutating func digits() -> Int {
        let start = position
        while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
        return position - start
    }

    /// A key; the same `String` as in the record before where it stands at the same place, which saves its storage.
    private mutating func key(at place: Int) throws(Failure) -> String {
        if place < keys.count {
            var known = keys[place]
            let length = known.utf8.count
            let end = position + 1 + length
            if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
                let isSame = known.withUTF8 { text in
                    for index in 0..<length where text[index] != bytes[position + 1 + index] { return false }
                    return true
                }
                if isSame, !known.utf8.contains(UInt8(ascii: "\\")) {
                    position = end + 1
                    return keys[place]
                }
            }
        }
        let key = try string()
        if place < keys.count { keys[place] = key } else if place == keys.count { keys.append(key) }
        return key
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                defer { position += 1 }
                return String(decoding: bytes[start..<position], as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
            guard byte >= 0x20 else { throw failure(.unexpectedByte) }
            position += 1
        }
        throw failure(.unexpectedEnd)
    }

    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var decoded = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: decoded, as: UTF8.self)
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
        case UInt8(ascii: "u"): decoded.append(contentsOf: String(Character(try scalar())).utf8)
        default: throw failure(.invalidEscape)
        }
    }

    /// The scalar of `\uXXXX`, joined with its second half where it is a surrogate.
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return "\u{FFFD}" }
        let afterFirst = position
        position += 2
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else {
            position = afterFirst
            return "\u{FFFD}"
        }
        return scalar
    }

    private mutating func codeUnit() throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count else { throw failure(.unexpectedEnd) }
            switch bytes[position] {
            case 0x30...0x39: value = value << 4 | UInt32(bytes[position] - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(bytes[position] - 0x41 + 10)
            case 0x61...0x66: value = value << 4 | UInt32(bytes[position] - 0x61 + 10)
            default: throw failure(.invalidEscape)
            }
            position += 1
        }
        return value
    }
}
