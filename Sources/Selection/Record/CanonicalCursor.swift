/// Walks canonical JSON of a known layout byte by byte. Whatever is not exactly as expected is refused: the caller then
/// reads the record the general way.
struct CanonicalCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    func slice(from start: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[start..<position]) }

    @inline(__always)
    mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// The text as it stands.
    @inline(__always)
    mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        for index in 0..<count where bytes[position + index] != word.utf8Start[index] { return false }
        position += count
        return true
    }

    /// A whole number as `JSONText` writes it, without leading zeros.
    @inline(__always)
    mutating func number() -> Int? {
        let isNegative = take(UInt8(ascii: "-"))
        let start = position
        var value = 0
        while position < bytes.count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            value = value &* 10 &+ Int(digit)
            position += 1
        }
        let count = position - start
        guard count > 0, count < 12, count == 1 || bytes[start] != UInt8(ascii: "0"), !isNegative || value != 0 else {
            return nil
        }
        return isNegative ? -value : value
    }

    /// A text of printable ASCII without escapes, which is canonical as it stands; nil for any other.
    @inline(__always)
    mutating func plainText() -> UnsafeBufferPointer<UInt8>? {
        guard take(UInt8(ascii: "\"")) else { return nil }
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                defer { position += 1 }
                return UnsafeBufferPointer(rebasing: bytes[start..<position])
            }
            guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") else { return nil }
            position += 1
        }
        return nil
    }

    /// Passes over any value by its brackets and quotes; whether it is well formed is for its reader to say.
    mutating func skipValue() -> Bool {
        var depth = 0
        var isInText = false
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if isInText {
                if byte == UInt8(ascii: "\\") { position += 1 }
                if byte == UInt8(ascii: "\"") { isInText = false }
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInText = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    if depth == 0 { return position > start }
                    depth -= 1
                case UInt8(ascii: ","): if depth == 0 { return position > start }
                default: break
                }
            }
            position += 1
        }
        return false
    }
}
