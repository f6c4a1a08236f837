/// Refuses a tag with far too many attributes before libxml2 sees it: it compares each attribute of an element with all
/// others, which a few megabytes in one tag would turn into hours.
enum XMLTagLength {
    /// Tags up to this length are left to the exact check in the parser's callbacks.
    private static let stride = 32 << 10

    static func isWithin(_ attributeCountMax: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
        var tag = 0
        // A tag holds no `<` but its first byte, so a window without one lies inside one tag or one run of text.
        while tag + stride < bytes.count {
            if let next = lastOpening(in: tag + 1..<tag + stride + 1, of: bytes) {
                tag = next
            } else {
                guard isTagWithin(attributeCountMax, bytes, from: tag) else { return false }
                guard let next = firstOpening(from: tag + stride, of: bytes) else { return true }
                tag = next
            }
        }
        return true
    }

    private static func lastOpening(in range: Range<Int>, of bytes: UnsafeRawBufferPointer) -> Int? {
        for position in range.reversed() where bytes[position] == UInt8(ascii: "<") { return position }
        return nil
    }

    private static func firstOpening(from start: Int, of bytes: UnsafeRawBufferPointer) -> Int? {
        for position in start..<bytes.count where bytes[position] == UInt8(ascii: "<") { return position }
        return nil
    }

    /// Counts the equals signs outside of quotes up to the tag's end; text behind the tag is not counted.
    private static func isTagWithin(_ countMax: Int, _ bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
        guard bytes[start] == UInt8(ascii: "<") else { return true }
        var quote: UInt8 = 0
        var count = 0
        for byte in bytes[(start + 1)...] {
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return true
            } else if byte == UInt8(ascii: "=") {
                count += 1
                if count > countMax { return false }
            }
        }
        return true
    }
}
