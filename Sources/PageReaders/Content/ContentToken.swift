/// One word of a page's drawing instructions (ISO 32000-1, 7.8.2).
enum ContentToken: Equatable {
    case number(Double)
    /// Without its slash.
    case name(String)
    case string([UInt8])
    case arrayStart, arrayEnd
    case instruction(String)
}

/// Cuts drawing instructions into words; never fails, skips what makes no sense. Inline images are stepped over.
struct ContentTokens: IteratorProtocol, Sequence {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> ContentToken? {
        while offset < bytes.count {
            let byte = bytes[offset]
            switch byte {
            case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: offset += 1
            case UInt8(ascii: "%"): skipComment()
            case UInt8(ascii: "("): return .string(literalString())
            case UInt8(ascii: "<"):
                if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "<") {
                    offset += 2
                } else {
                    return .string(hexString())
                }
            case UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "}"): offset += 1
            case UInt8(ascii: "["):
                offset += 1
                return .arrayStart
            case UInt8(ascii: "]"):
                offset += 1
                return .arrayEnd
            case UInt8(ascii: "/"):
                offset += 1
                return .name(Self.name(word()))
            default: return plain()
            }
        }
        return nil
    }

    private mutating func plain() -> ContentToken? {
        let word = word()
        guard let first = word.first else {
            offset += 1
            return next()
        }
        let isNumber = (0x30...0x39).contains(first) || "+-.".utf8.contains(first)
        if isNumber { return .number(Self.number(word)) }
        let text = String(decoding: word, as: UTF8.self)
        if text == "ID" { skipInlineImage() }
        return .instruction(text)
    }

    /// Regular characters up to the next blank or delimiter.
    private mutating func word() -> ArraySlice<UInt8> {
        let start = offset
        while offset < bytes.count, !Self.isBlank(bytes[offset]), !"()<>[]{}/%".utf8.contains(bytes[offset]) {
            offset += 1
        }
        return bytes[start..<offset]
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0x00
    }

    /// By hand: this runs over every co-ordinate of every page.
    private static func number(_ word: ArraySlice<UInt8>) -> Double {
        var value = 0.0
        var scale = 0.0
        var isNegative = false
        for byte in word {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): scale = 1
            case 0x30...0x39:
                value = value * 10 + Double(byte - 0x30)
                scale *= 10
            default: break
            }
        }
        if scale > 1 { value /= scale }
        return isNegative ? -value : value
    }

    /// `#20` in a name stands for a blank (7.3.5).
    private static func name(_ word: ArraySlice<UInt8>) -> String {
        guard word.contains(UInt8(ascii: "#")) else { return String(decoding: word, as: UTF8.self) }
        var decoded: [UInt8] = []
        var rest = word
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "#"), rest.count >= 2, let high = hex(rest[rest.startIndex]),
                let low = hex(rest[rest.startIndex + 1])
            {
                decoded.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    // MARK: Strings

    private mutating func literalString() -> [UInt8] {
        var result: [UInt8] = []
        var depth = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            switch byte {
            case UInt8(ascii: "("):
                if depth > 0 { result.append(byte) }
                depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return result }
                result.append(byte)
            case UInt8(ascii: "\\"): escape(into: &result)
            default: result.append(byte)
            }
        }
        return result
    }

    private mutating func escape(into result: inout [UInt8]) {
        guard offset < bytes.count else { return }
        let byte = bytes[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case 0x0D:
            if offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
        case 0x0A: break
        case 0x30...0x37:
            var value = Int(byte - 0x30)
            var digits = 1
            while digits < 3, offset < bytes.count, (0x30...0x37).contains(bytes[offset]) {
                value = value * 8 + Int(bytes[offset] - 0x30)
                offset += 1
                digits += 1
            }
            result.append(UInt8(truncatingIfNeeded: value))
        default: result.append(byte)
        }
    }

    private mutating func hexString() -> [UInt8] {
        offset += 1
        var digits: [UInt8] = []
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
            if let digit = Self.hex(bytes[offset]) { digits.append(digit) }
            offset += 1
        }
        offset += 1
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    // MARK: Skipping

    private mutating func skipComment() {
        while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    }

    /// To the `EI` that stands between blanks (8.9.7).
    private mutating func skipInlineImage() {
        while offset + 2 < bytes.count {
            if Self.isBlank(bytes[offset]), bytes[offset + 1] == UInt8(ascii: "E"),
                bytes[offset + 2] == UInt8(ascii: "I"), offset + 3 >= bytes.count || Self.isBlank(bytes[offset + 3])
            {
                offset += 3
                return
            }
            offset += 1
        }
        offset = bytes.count
    }
}
