import Mustache

/// Escapes what people typed for HTML text and quoted attributes, byte by byte.
///
/// The library's own escaping goes by characters: a quote followed by a combining mark is one character there, is not
/// looked up, and would end an attribute. Every template is therefore read with this one instead.
struct MarkupEscaping: MustacheContentType {
    static let name = "NABOR"

    /// The line at the head of each template that chooses this escaping, partials included.
    static let pragma = "{{% CONTENT_TYPE:\(name)}}"

    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { replacement($0) != nil }) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let replacement = replacement(byte) {
                result.append(contentsOf: replacement.utf8)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func replacement(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case UInt8(ascii: "`"): "&#96;"
        // No control character has a meaning in a page; NUL and the others become the sign for something unreadable.
        case 0...8, 11, 12, 14...31, 127: "\u{FFFD}"
        default: nil
        }
    }
}
