/// Folds letters for comparing labels: lower case, no marks above or below, and look-alike Cyrillic letters as Latin.
///
/// Both sides of every comparison are folded, so it does not matter that «так» becomes `tak`; what matters is that
/// «Імię» typed with a Cyrillic «І» is still the label «Imię».
enum LabelFold {
    enum Class {
        case letter, digit, space, other
    }

    /// FNV-1a, 64 bits: joined words are hashed by feeding one after the other.
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    static func hash(_ bytes: ArraySlice<UInt8>, from start: UInt64 = seed) -> UInt64 {
        var hash = start
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    /// Appends the folded scalar; appends nothing for a combining mark.
    @inline(__always)
    static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
        if scalar < 0x80 {
            bytes.append(scalar >= 0x41 && scalar <= 0x5A ? UInt8(scalar) + 32 : UInt8(scalar))
            return
        }
        appendBeyondASCII(scalar, to: &bytes)
    }

    private static func appendBeyondASCII(_ scalar: UInt32, to bytes: inout [UInt8]) {
        switch scalar {
        case 0xC0...0x24F: appendLatin(scalar, to: &bytes)
        case 0x300...0x36F: return
        case 0x400...0x4FF: appendCyrillic(scalar, to: &bytes)
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: append(scalar - 0xFEE0, to: &bytes)
        default: appendUTF8(scalar, to: &bytes)
        }
    }

    private static func appendLatin(_ scalar: UInt32, to bytes: inout [UInt8]) {
        let base = scalar < 0x180 ? latin[Int(scalar - 0xC0)] : 0
        switch base {
        case 0: appendUTF8(scalar, to: &bytes)
        case UInt8(ascii: "@"): bytes.append(contentsOf: scalar == 0xDF ? [0x73, 0x73] : [0x61, 0x65])
        case UInt8(ascii: "%"): bytes.append(contentsOf: [0x6F, 0x65])
        default: bytes.append(base)
        }
    }

    /// Base letters of U+00C0 to U+017F; `@` stands for a pair (ß, æ), `%` for œ, 0 for no letter.
    private static let latin: [UInt8] = {
        let rows =
            "aaaaaa@ceeeeiiiidnooooo.ouuuuyt@aaaaaa@ceeeeiiiidnooooo.ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiijjjjkkkllllllllllnnnnnnnnnoooooo%%rrrr"
            + "rrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
        return rows.utf8.map { $0 == UInt8(ascii: ".") ? 0 : $0 }
    }()

    private static func appendCyrillic(_ scalar: UInt32, to bytes: inout [UInt8]) {
        var lower = scalar
        switch scalar {
        case 0x400...0x40F: lower = scalar + 0x50
        case 0x410...0x42F: lower = scalar + 0x20
        case 0x490...0x4FF where scalar & 1 == 0: lower = scalar + 1
        default: break
        }
        switch lower {
        case 0x430: bytes.append(0x61)
        case 0x432: bytes.append(0x62)
        case 0x435, 0x450, 0x451: bytes.append(0x65)
        case 0x43A: bytes.append(0x6B)
        case 0x43C: bytes.append(0x6D)
        case 0x43D: bytes.append(0x68)
        case 0x43E: bytes.append(0x6F)
        case 0x440: bytes.append(0x70)
        case 0x441: bytes.append(0x63)
        case 0x442: bytes.append(0x74)
        case 0x443, 0x45E: bytes.append(0x79)
        case 0x445: bytes.append(0x78)
        case 0x456, 0x457: bytes.append(0x69)
        case 0x458: bytes.append(0x6A)
        case 0x455: bytes.append(0x73)
        case 0x439: appendUTF8(0x438, to: &bytes)
        case 0x491: appendUTF8(0x433, to: &bytes)
        default: appendUTF8(lower, to: &bytes)
        }
    }

    private static func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        bytes.append(contentsOf: UTF8.encode(scalar)!)
    }

    /// What a scalar is within running text.
    @inline(__always)
    static func classify(_ scalar: UInt32) -> Class {
        if scalar < 0x80 {
            switch scalar {
            case 0x30...0x39: return .digit
            case 0x41...0x5A, 0x61...0x7A: return .letter
            case 0x20, 0x09...0x0D: return .space
            default: return .other
            }
        }
        return classifyBeyondASCII(scalar)
    }

    private static func classifyBeyondASCII(_ scalar: UInt32) -> Class {
        switch scalar {
        case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7: return .letter
        case 0x300...0x36F, 0x370...0x52F: return .letter
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .space
        case 0xFF10...0xFF19: return .digit
        default:
            guard scalar > 0x52F, !(0x2010...0x2BFF).contains(scalar), !(0xE000...0xF8FF).contains(scalar),
                let known = Unicode.Scalar(scalar)
            else { return .other }
            return known.properties.isAlphabetic ? .letter : .other
        }
    }
}
