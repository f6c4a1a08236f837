import Foundation

/// Brings text from outside into one form before anything is read out of it: NFC, no invisible signs, plain spaces.
enum TextCleaning {
    /// A cleaned text and what had to be taken out of it.
    struct Cleaned {
        var text: String
        /// Control characters other than white space, or signs that turn the direction of writing.
        var hadControlCharacters = false
    }

    /// Unicode normal form C.
    static func composed(_ text: String) -> String {
        isSurelyComposed(text) ? text : text.precomposedStringWithCanonicalMapping
    }

    /// One line: composed, white space as single spaces, none at the ends, nothing invisible.
    static func line(_ text: String) -> Cleaned {
        if isPlainLine(text) { return Cleaned(text: text) }
        var cleaned = Cleaned(text: "")
        var scalars = String.UnicodeScalarView()
        var isSpacePending = false
        for scalar in composed(text).unicodeScalars {
            switch sort(of: scalar) {
            case .visible:
                if isSpacePending { scalars.append(" ") }
                isSpacePending = false
                scalars.append(scalar)
            case .space, .lineEnd: isSpacePending = !scalars.isEmpty
            case .invisible: break
            case .control: cleaned.hadControlCharacters = true
            }
        }
        cleaned.text = String(scalars)
        return cleaned
    }

    /// Several lines: each cleaned like `line`, at most one empty line in a row, none at the ends.
    static func lines(_ text: String) -> Cleaned {
        if isPlainLine(text) { return Cleaned(text: text) }
        var kept: [String] = []
        var hadControlCharacters = false
        for part in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let cleaned = line(String(part))
            hadControlCharacters = hadControlCharacters || cleaned.hadControlCharacters
            if !cleaned.text.isEmpty || kept.last?.isEmpty == false { kept.append(cleaned.text) }
        }
        while kept.last?.isEmpty == true { kept.removeLast() }
        return Cleaned(text: kept.joined(separator: "\n"), hadControlCharacters: hadControlCharacters)
    }

    private enum Sort { case visible, space, lineEnd, invisible, control }

    private static func sort(of scalar: Unicode.Scalar) -> Sort {
        switch scalar.value {
        case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: .lineEnd
        case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F: .invisible
        case 0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFC: .control
        default: .visible
        }
    }

    /// Printable ASCII and letters of Latin and Cyrillic with single spaces inside: already clean, which most answers are.
    private static func isPlainLine(_ text: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            switch byte {
            case 0x20: guard previous != 0x20 else { return false }
            // The first bytes of U+00C0 to U+02BF and U+0400 to U+047F, and what follows a first byte.
            case 0x21..<0x7F, 0xC3...0xCA, 0xD0, 0xD1, 0x80...0xBF: break
            default: return false
            }
            previous = byte
        }
        return text.isEmpty || previous != 0x20
    }

    /// No scalar that normalisation could change: nothing above Latin Extended-B but Cyrillic letters and general
    /// punctuation, and no combining mark.
    private static func isSurelyComposed(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x300, 0x400..<0x483, 0x48A..<0x530, 0x2010..<0x2060, 0x2190..<0x2300, 0x2500..<0x2800: true
            default: false
            }
        }
    }
}
