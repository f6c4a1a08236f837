/// The text that a field's box draws, as far as it can be told: to see whether the file shows what it says.
///
/// Handled: strings in fonts of single bytes, and in composite fonts that say what their codes mean (`ToUnicode`). Only
/// Latin letters and digits are compared, since they have the same codes in all encodings that forms use.
struct AppearanceText {
    /// Letters and digits in the order in which they are drawn, in lower case.
    let signs: [UInt8]

    private static let instructionCountMax = 20_000

    /// Nil when the box draws nothing of its own, or what it draws cannot be read.
    init?(_ widget: PDFObject) {
        guard let stream = widget["AP"]?["N"], stream.isStream, let bytes = stream.file.streamData(of: stream) else {
            return nil
        }
        var signs: [UInt8] = []
        var font: ShownFont?
        var operands: [ContentToken] = []
        for token in ContentTokens(bytes).prefix(Self.instructionCountMax) {
            guard case .instruction(let word) = token else {
                operands.append(token)
                continue
            }
            switch word {
            case "Tf":
                if case .name(let name)? = operands.first {
                    font = ShownFont(stream["Resources"]?["Font"]?[name])
                }
            case "Tj", "TJ", "'", "\"":
                for case .string(let codes) in operands {
                    guard let text = (font ?? ShownFont(nil))?.signs(of: codes) else { return nil }
                    signs += text
                }
            // A drawing inside of the drawing is not followed.
            case "Do": return nil
            default: break
            }
            operands.removeAll(keepingCapacity: true)
        }
        self.signs = signs
    }

    init(signs: [UInt8]) {
        self.signs = signs
    }

    /// Less letters than this fit into any field.
    private static let cutSignCountMin = 12

    /// Whether the value may be what is drawn: a long one may be cut off where the box ends, or be scrolled to its end. A
    /// number is never cut: half of one is another one.
    func speaksFor(_ value: String) -> Bool {
        let meant = Self.fold(value.utf8)
        if signs == meant { return true }
        // Nothing but letters of other alphabets: there is nothing to compare.
        if meant.isEmpty { return value.unicodeScalars.contains { $0.value >= 0x80 } }
        let isNumber = meant.allSatisfy { (0x30...0x39).contains($0) }
        guard signs.count >= Self.cutSignCountMin, signs.count < meant.count, !isNumber else { return false }
        return meant.starts(with: signs) || meant.suffix(signs.count).elementsEqual(signs)
    }

    static func fold(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.compactMap { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A: byte
            case 0x41...0x5A: byte | 0x20
            default: nil
            }
        }
    }
}
