/// Letters without marks and case: the form in which words are looked up and compared.
enum LetterFold {
    /// Base letters of U+00C0 to U+024F; a dot where there is none (or two, see `pair`).
    private static let latin: StaticString = """
        aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccdd\
        ddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkqllllllllllnnnnnnnnnoooooo..rrrrrrssssss\
        ssttttttuuuuuuuuuuuuwwyyyzzzzzzsb..............a.......i........oo.............u\
        u....zz......................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa....\
        aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy...................e........
        """
    /// Base letters of U+1E00 to U+1EFF (Vietnamese names above all).
    private static let latinAdditional: StaticString = """
        aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo\
        oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy......\
        aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu\
        uuyyyyyyyy......
        """

    /// Lower-case words without marks, one space between them; apostrophes vanish, every other sign parts words.
    static func folded(_ text: String) -> String {
        String(decoding: bytes(text), as: UTF8.self)
    }

    /// UTF-8 of `folded`.
    static func bytes(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var isSpacePending = false
        for scalar in text.unicodeScalars {
            if isIgnored(scalar.value) { continue }
            let start = result.count
            guard appendLetter(scalar, to: &result) else {
                isSpacePending = !result.isEmpty
                continue
            }
            if isSpacePending {
                result.insert(UInt8(ascii: " "), at: start)
                isSpacePending = false
            }
        }
        return result
    }

    /// Apostrophes of all shapes, the soft hyphen, combining marks and zero-width signs.
    private static func isIgnored(_ value: UInt32) -> Bool {
        switch value {
        case 0x27, 0x60, 0xAD, 0xB4, 0x2BC, 0x2B9, 0x300...0x36F, 0x2018, 0x2019, 0x200B...0x200F, 0xFEFF: true
        default: false
        }
    }

    private static func appendLetter(_ scalar: Unicode.Scalar, to result: inout [UInt8]) -> Bool {
        let value = scalar.value
        switch value {
        case 0x61...0x7A, 0x30...0x39: result.append(UInt8(value))
        case 0x41...0x5A: result.append(UInt8(value) + 32)
        case 0..<0xC0: return false
        case 0xC0..<0x250: return appendLatin(scalar, base: latin, at: value - 0xC0, to: &result)
        case 0x1E00..<0x1F00: return appendLatin(scalar, base: latinAdditional, at: value - 0x1E00, to: &result)
        case 0x410...0x42F: append(value + 0x20, to: &result)
        case 0x430...0x44F: append(value, to: &result)
        // Ё and ѐ are written without their marks as often as with them.
        case 0x400, 0x401, 0x450, 0x451: append(0x435, to: &result)
        case 0x402...0x40F: append(value + 0x50, to: &result)
        default: return appendOther(scalar, to: &result)
        }
        return true
    }

    private static func appendLatin(
        _ scalar: Unicode.Scalar,
        base: StaticString,
        at index: UInt32,
        to result: inout [UInt8]
    ) -> Bool {
        let letter = base.utf8Start[Int(index)]
        if letter != UInt8(ascii: ".") {
            result.append(letter)
            return true
        }
        if let pair = pair(scalar.value) {
            result.append(contentsOf: pair.utf8)
            return true
        }
        return appendOther(scalar, to: &result)
    }

    private static func pair(_ value: UInt32) -> String? {
        switch value {
        case 0xC6, 0xE6, 0x1E2, 0x1E3, 0x1FC, 0x1FD: "ae"
        case 0x152, 0x153: "oe"
        case 0xDE, 0xFE: "th"
        case 0xDF, 0x1E9E: "ss"
        case 0x132, 0x133: "ij"
        default: nil
        }
    }

    private static func appendOther(_ scalar: Unicode.Scalar, to result: inout [UInt8]) -> Bool {
        if scalar.value == 0x259 {
            result.append(UInt8(ascii: "a"))
            return true
        }
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return false }
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        return true
    }

    private static func append(_ value: UInt32, to result: inout [UInt8]) {
        // Two bytes in UTF-8: all values here lie between U+0080 and U+07FF.
        result.append(UInt8(0xC0 | value >> 6))
        result.append(UInt8(0x80 | value & 0x3F))
    }
}
