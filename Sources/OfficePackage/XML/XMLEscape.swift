/// Turns any text into XML character data; what XML 1.0 cannot hold at all (section 2.2) is left out.
public enum XMLEscape {
    /// For text between tags and for attribute values in double quotes alike.
    public static func text(_ value: String) -> String {
        var output: [UInt8] = []
        append(value, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Appends the escaped bytes; the fast way for writers.
    public static func append(_ value: String, to output: inout [UInt8]) {
        var value = value
        value.withUTF8 { append($0, to: &output) }
    }

    /// Appends escaped UTF-8, which must be valid but for what this leaves out.
    public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var clean = 0
        var position = 0
        while position < bytes.count {
            let (replacement, width) = special(bytes, at: position)
            if let replacement {
                output.append(contentsOf: bytes[clean..<position])
                replacement.withUTF8Buffer { output.append(contentsOf: $0) }
                clean = position + width
            }
            position += width
        }
        output.append(contentsOf: bytes[clean...])
    }

    /// What stands for the character here, nil for itself, and how many bytes it takes.
    @inline(__always)
    private static func special(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> (StaticString?, Int) {
        switch bytes[position] {
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case UInt8(ascii: "\""): ("&quot;", 1)
        // A bare carriage return would be read back as a line feed (XML 1.0, 2.11).
        case 0x0D: ("&#13;", 1)
        case 0x09, 0x0A: (nil, 1)
        case 0..<0x20: ("", 1)
        // U+FFFE and U+FFFF are no characters of XML.
        case 0xEF where position + 2 < bytes.count && bytes[position + 1] == 0xBF && bytes[position + 2] >= 0xBE:
            ("", 3)
        default: (nil, 1)
        }
    }
}
