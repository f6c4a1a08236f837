/// The characters that forms take from symbol fonts, as Unicode: boxes, ticks and crosses above all.
///
/// Symbol fonts have no meaning of their own in a text: `o` in Wingdings is a box. Word writes such a character as
/// `w:sym`, as a private one (U+F020 to U+F0FF), or as a plain letter in a run of that font.
enum SymbolGlyphs {
    enum Font: Sendable {
        case wingdings, wingdings2, wingdings3, webdings, symbol

        init?(name bytes: some Collection<UInt8>) {
            guard let first = bytes.first, first | 0x20 == UInt8(ascii: "w") || first | 0x20 == UInt8(ascii: "s") else {
                return nil
            }
            switch String(decoding: bytes, as: UTF8.self).lowercased() {
            case "wingdings": self = .wingdings
            case "wingdings 2": self = .wingdings2
            case "wingdings 3": self = .wingdings3
            case "webdings": self = .webdings
            case "symbol": self = .symbol
            default: return nil
            }
        }
    }

    /// The Unicode text for a code of a font; nil for a sign that forms do not use.
    static func text(_ code: Int, font: Font?) -> String? {
        let low = code & 0xFF
        switch font {
        case .wingdings?, nil: return wingdings[low]
        case .wingdings2?: return wingdings2[low]
        case .webdings?: return webdings[low]
        case .wingdings3?: return nil
        case .symbol?: return symbol[low]
        }
    }

    private static let wingdings: [Int: String] = [
        0x20: " ", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐", 0x78: "☒", 0x9F: "•",
        0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    ]
    private static let wingdings2: [Int: String] = [
        0x20: " ", 0x2A: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x98: "●", 0xA3: "☐",
        0xA2: "■", 0xA4: "☐", 0xA5: "☐",
    ]
    private static let webdings: [Int: String] = [0x20: " ", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x72: "✗", 0x6E: "●"]
    private static let symbol: [Int: String] = [0x20: " ", 0xB7: "•", 0xD7: "⋅", 0xA8: "♦", 0xB0: "°", 0xB1: "±"]
}
