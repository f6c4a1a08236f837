/// Which alphabets a word mixes, and letters that look alike in two of them.
enum Alphabet {
    struct Mixture {
        var hasLatin = false
        var hasCyrillic = false
        var hasOther = false

        var isMixed: Bool { [hasLatin, hasCyrillic, hasOther].filter { $0 }.count > 1 }
    }

    static func mixture(of text: some StringProtocol) -> Mixture {
        var result = Mixture()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0..<0x250, 0x1E00..<0x1F00: result.hasLatin = true
            case 0x400..<0x530: result.hasCyrillic = true
            case 0x370..<0x400: result.hasOther = true
            default: break
            }
        }
        return result
    }

    /// The word in one alphabet, when every letter of the other one has a twin: Аnna with a Cyrillic А becomes Anna.
    static func unmixed(_ word: String) -> String? {
        let mixture = mixture(of: word)
        guard mixture.hasLatin, mixture.hasCyrillic, !mixture.hasOther else { return nil }
        let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
        let cyrillicCount = letters.filter { (0x400..<0x530).contains($0.value) }.count
        let table = cyrillicCount * 2 > letters.count ? twinsOfLatin : twinsOfCyrillic
        let isCyrillicKept = cyrillicCount * 2 > letters.count
        var result = String.UnicodeScalarView()
        for scalar in word.unicodeScalars {
            let isForeign = scalar.properties.isAlphabetic && (0x400..<0x530).contains(scalar.value) != isCyrillicKept
            guard isForeign else {
                result.append(scalar)
                continue
            }
            guard let twin = table[scalar] else { return nil }
            result.append(twin)
        }
        return String(result)
    }

    private static let pairs: [(latin: Unicode.Scalar, cyrillic: Unicode.Scalar)] = Array(
        zip("ABCEHIJKMOPSTXYaceiopxyjsï".unicodeScalars, "АВСЕНІЈКМОРЅТХУасеіорхујѕї".unicodeScalars)
    )
    private static let twinsOfCyrillic = Dictionary(pairs.map { ($0.cyrillic, $0.latin) }) { first, _ in first }
    private static let twinsOfLatin = Dictionary(pairs.map { ($0.latin, $0.cyrillic) }) { first, _ in first }
}
