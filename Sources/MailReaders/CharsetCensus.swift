/// Which charsets a mail names anywhere: `charset=` (RFC 2045, 5.1), encoded words (RFC 2047, 2), extended parameters
/// (RFC 2231, 4).
///
/// Looks at the raw bytes, so that text which merely resembles one of these counts as well; that only makes a mail go to
/// the reader that has all charsets.
enum CharsetCensus {
    /// Whether every charset that is named is a common one.
    static func isCommon(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        while let sign = bytes[position...].firstIndex(of: equals) {
            if let label = label(in: bytes, at: sign), !Charsets.commonLabels.contains(label) { return false }
            position = sign + 1
        }
        return true
    }

    private static let equals = UInt8(ascii: "=")
    private static let question = UInt8(ascii: "?")
    private static let apostrophe = UInt8(ascii: "'")
    /// RFC 2978, 2.3 bounds the names of charsets.
    private static let labelByteCountMax = 40

    private static func label(in bytes: UnsafeRawBufferPointer, at sign: Int) -> String? {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[(sign + 1)...].prefix(labelByteCountMax + 2))
        guard let first = rest.first else { return nil }
        if first == question { return label(rest.dropFirst(), before: question) }
        if sign > 0, bytes[sign - 1] == UInt8(ascii: "*") { return label(rest[...], before: apostrophe) }
        guard isCharset(bytes[..<sign]) else { return nil }
        let value = rest.drop { $0 == 0x20 }
        return label(value.first == UInt8(ascii: "\"") ? value.dropFirst() : value, before: nil)
    }

    /// Whether the bytes end with the parameter's name, blanks aside.
    private static func isCharset(_ before: Slice<UnsafeRawBufferPointer>) -> Bool {
        let name = "charset".utf8
        var end = before.endIndex
        while end > before.startIndex, before[end - 1] == 0x20 { end -= 1 }
        guard end - before.startIndex >= name.count else { return false }
        return before[(end - name.count)..<end].elementsEqual(name) { $0 | 0x20 == $1 }
    }

    /// The name at the start, in lower case; nil when the byte that must follow it does not.
    private static func label(_ rest: Slice<UnsafeRawBufferPointer>, before stop: UInt8?) -> String? {
        let name = rest.prefix(while: isNameByte)
        guard !name.isEmpty else { return nil }
        if let stop, !(name.endIndex < rest.endIndex && rest[name.endIndex] == stop) { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "-_.:+".utf8.contains(byte)
        }
    }
}
