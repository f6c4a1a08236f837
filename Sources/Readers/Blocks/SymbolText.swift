/// Text in which symbol fonts hide: private characters, or letters that a symbol font shows as signs.
enum SymbolText {
    /// Whether there is a character of U+F000 to U+F0FF (in UTF-8 `EF 80 80` to `EF 83 BF`).
    static func hasPrivate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.firstIndex(of: 0xEF) else { return false }
        for position in first..<bytes.count where bytes[position] == 0xEF {
            if position + 2 < bytes.count, bytes[position + 1] >= 0x80, bytes[position + 1] <= 0x83 { return true }
        }
        return false
    }

    /// The text with each sign as Unicode; signs without meaning for forms stay as they are.
    static func unicode(_ bytes: UnsafeBufferPointer<UInt8>, font: SymbolGlyphs.Font?) -> String {
        var output = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let isPrivate = (0xF020...0xF0FF).contains(scalar.value)
            let isLetter = font != nil && scalar.value < 0x100
            if isPrivate || isLetter, let text = SymbolGlyphs.text(Int(scalar.value), font: font) {
                output.append(contentsOf: text.unicodeScalars)
            } else {
                output.append(scalar)
            }
        }
        return String(output)
    }
}
