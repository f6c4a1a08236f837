/// Walks through a JSON text (RFC 8259), token by token; never traps on foreign input.
///
/// What becomes of the tokens is the business of the readers on top of it: `JSONParser` makes values of them, the reader
/// of data for documents makes values of its own and prefers an odd sign to no letter at all.
public struct JSONScanner {
    /// The text is not JSON, or not well-formed UTF-8.
    public struct Failure: Error, Hashable, Sendable {
        public enum Code: String, Sendable {
            case unexpectedByte, unexpectedEnd, invalidUTF8, invalidEscape, invalidNumber, tooDeep, trailingText
        }

        public let code: Code
        /// Counted from 0.
        public let byteOffset: Int
    }

    /// What becomes of bytes that are no UTF-8 and of halves of surrogate pairs.
    public enum IllFormed: Sendable {
        case refused
        /// By U+FFFD.
        case replaced
    }

    /// Where a number stands.
    public struct Number {
        public let bytes: Slice<UnsafeBufferPointer<UInt8>>
        /// Whether it has neither fraction nor exponent.
        public let isWhole: Bool

        public var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let illFormed: IllFormed
    private let depthMax: Int
    private var position = 0
    private var depth = 0
    /// Keys met so far by place in the object: the objects of one text mostly share them, and so their storage.
    private var keys: [String] = []
    /// Keys that are remembered for one place in an object each.
    private static let keyCountMax = 256

    /// - Parameter depthMax: arrays and objects inside each other.
    public init(_ bytes: UnsafeBufferPointer<UInt8>, illFormed: IllFormed, depthMax: Int) {
        self.bytes = bytes
        self.illFormed = illFormed
        self.depthMax = depthMax
    }

    public var isAtEnd: Bool { position >= bytes.count }

    /// Skips the byte order mark of UTF-8, which is no part of the text (section 8.1 lets a parser ignore it).
    public mutating func skipMark() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    public mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    /// Refuses whatever follows but blanks.
    public mutating func finish() throws(Failure) {
        skipSpace()
        guard isAtEnd else { throw failure(.trailingText) }
    }

    /// The first byte of the value that comes next; it is not consumed.
    public mutating func next() throws(Failure) -> UInt8 {
        skipSpace()
        guard position < bytes.count else { throw failure(.unexpectedEnd) }
        return bytes[position]
    }

    public mutating func literal(_ word: StaticString) throws(Failure) {
        for index in 0..<word.utf8CodeUnitCount {
            guard take(word.utf8Start[index]) else { throw failure(.unexpectedByte) }
        }
    }

    /// An object whose brace comes next: `member` gets each key and consumes its value.
    public mutating func object(_ member: (inout JSONScanner, String) throws(Failure) -> Void) throws(Failure) {
        try enter()
        defer { depth -= 1 }
        var count = 0
        skipSpace()
        if take(UInt8(ascii: "}")) { return }
        while true {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
            let key = try key(at: count)
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw failure(.unexpectedByte) }
            try member(&self, key)
            count += 1
            skipSpace()
            if take(UInt8(ascii: "}")) { return }
            guard take(UInt8(ascii: ",")) else { throw failure(.unexpectedByte) }
        }
    }

    /// An array whose bracket comes next: `element` consumes each value.
    public mutating func array(_ element: (inout JSONScanner) throws(Failure) -> Void) throws(Failure) {
        try enter()
        defer { depth -= 1 }
        skipSpace()
        if take(UInt8(ascii: "]")) { return }
        while true {
            try element(&self)
            skipSpace()
            if take(UInt8(ascii: "]")) { return }
            guard take(UInt8(ascii: ",")) else { throw failure(.unexpectedByte) }
        }
    }

    public mutating func number() throws(Failure) -> Number {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let wholeStart = position
        let wholeCount = digits()
        guard wholeCount > 0, wholeCount == 1 || bytes[wholeStart] != UInt8(ascii: "0") else {
            throw failure(wholeCount == 0 ? .unexpectedByte : .invalidNumber)
        }
        let wholeEnd = position
        if take(UInt8(ascii: ".")), digits() == 0 { throw failure(.invalidNumber) }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            if digits() == 0 { throw failure(.invalidNumber) }
        }
        return Number(bytes: bytes[start..<position], isWhole: position == wholeEnd)
    }

    /// A string whose quotation mark comes next.
    public mutating func string() throws(Failure) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                return try text(UnsafeBufferPointer(rebasing: bytes[start..<position]))
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0..<0x20: throw failure(.unexpectedByte)
            default: position += 1
            }
        }
        throw failure(.unexpectedEnd)
    }

    public func failure(_ code: Failure.Code) -> Failure {
        Failure(code: isAtEnd && code == .unexpectedByte ? .unexpectedEnd : code, byteOffset: position)
    }

    // MARK: Pieces

    private mutating func enter() throws(Failure) {
        guard depth < depthMax else { throw failure(.tooDeep) }
        depth += 1
        position += 1
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func digits() -> Int {
        let start = position
        while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
        return position - start
    }

    /// A key; the same `String` as in the object before where it stands at the same place.
    private mutating func key(at place: Int) throws(Failure) -> String {
        if place < keys.count, skip(keys[place]) { return keys[place] }
        let key = try string()
        if place < keys.count {
            keys[place] = key
        } else if place == keys.count, place < Self.keyCountMax {
            keys.append(key)
        }
        return key
    }

    /// Goes past the string that comes next if it is this one to the letter.
    private mutating func skip(_ known: String) -> Bool {
        var known = known
        let start = position + 1
        let isSame = known.withUTF8 { text in
            let end = start + text.count
            guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return false }
            for index in 0..<text.count where text[index] != bytes[start + index] || text[index] == UInt8(ascii: "\\") {
                return false
            }
            return true
        }
        if isSame { position = start + known.utf8.count + 1 }
        return isSame
    }

    private func text(_ plain: UnsafeBufferPointer<UInt8>) throws(Failure) -> String {
        if illFormed == .replaced { return String(decoding: plain, as: UTF8.self) }
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
                if illFormed == .replaced { return String(decoding: decoded, as: UTF8.self) }
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
        case UInt8(ascii: "u"): decoded.append(contentsOf: String(Character(try scalar())).utf8)
        default: throw failure(.invalidEscape)
        }
    }

    /// The scalar of `\uXXXX`, joined with its second half where it is a surrogate (section 7).
    private mutating func scalar() throws(Failure) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        let afterFirst = position
        if first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
            let second = try codeUnit()
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
        }
        guard illFormed == .replaced else { throw failure(.invalidEscape) }
        position = afterFirst
        return "\u{FFFD}"
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
