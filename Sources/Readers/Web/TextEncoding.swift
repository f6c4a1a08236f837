/// How the bytes of a text file stand for characters, told from the bytes.
enum TextEncoding: Hashable, Sendable {
    case utf8
    case utf16Little
    case utf16Big
    case windows1250

    /// The encoding, and how many bytes of byte order mark come first.
    ///
    /// UTF-16 without a mark is told by its zero bytes; whatever is not valid UTF-8 counts as windows-1250.
    static func detect(_ bytes: UnsafeRawBufferPointer) -> (encoding: TextEncoding, markByteCount: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16Little, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16Big, 2) }
        if let wide = wideByZeros(bytes) { return (wide, 0) }
        return (isUTF8(bytes) ? .utf8 : .windows1250, 0)
    }

    private static func wideByZeros(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
        let head = bytes.prefix(512)
        guard head.count >= 4 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let half = head.count / 2
        if zeros.odd > half / 2, zeros.even < half / 8 { return .utf16Little }
        if zeros.even > half / 2, zeros.odd < half / 8 { return .utf16Big }
        return nil
    }

    /// Validates without making a string: RFC 3629, with overlong forms and surrogates refused.
    static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            let length = lead >= 0xC2 && lead < 0xE0 ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead >= 0xF0 && lead < 0xF5 ? 4 : 0
            guard length > 0, index + length <= bytes.count else { return false }
            let second = bytes[index + 1]
            let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
            let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
            guard second >= low, second <= high else { return false }
            for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return false }
            index += length
        }
        return true
    }

    /// UTF-8 bytes of UTF-16 text; halves of surrogate pairs that stand alone become U+FFFD.
    static func utf8(fromWide bytes: UnsafeRawBufferPointer, isBig: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            units.append(isBig ? first << 8 | second : second << 8 | first)
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
