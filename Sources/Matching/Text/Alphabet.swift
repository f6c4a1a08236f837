/// Which alphabet a text is written in.
enum Alphabet {
    /// Whether more of its letters are Cyrillic than not.
    static func isCyrillic(_ text: String) -> Bool {
        var cyrillic = 0
        var other = 0
        for scalar in text.unicodeScalars where LabelFold.classify(scalar.value) == .letter {
            if (0x400...0x52F).contains(scalar.value) { cyrillic += 1 } else { other += 1 }
        }
        return cyrillic > other
    }
}
