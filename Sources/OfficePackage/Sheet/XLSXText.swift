/// Text as worksheets write it: `_x000D_` stands for a character that XML cannot hold (ISO 29500-1, 22.9.2.19).
enum XLSXText {
    static func unescaped(_ bytes: [UInt8]) -> String {
        guard bytes.contains(UInt8(ascii: "_")) else { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var position = 0
        while position < bytes.count {
            if let scalar = escape(bytes, at: position) {
                output.append(contentsOf: Array(String(Character(scalar)).utf8))
                position += 7
            } else {
                output.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// `_xHHHH_` at this place, if it is one character; NUL is none.
    private static func escape(_ bytes: [UInt8], at position: Int) -> Unicode.Scalar? {
        guard bytes[position] == UInt8(ascii: "_"), position + 6 < bytes.count,
            bytes[position + 1] == UInt8(ascii: "x"), bytes[position + 6] == UInt8(ascii: "_")
        else { return nil }
        let digits = String(decoding: bytes[position + 2..<position + 6], as: UTF8.self)
        guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }),
            let value = UInt32(digits, radix: 16), value != 0
        else { return nil }
        return Unicode.Scalar(value)
    }
}
