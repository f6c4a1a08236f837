enum LetterFold {
    static func folded(_ text: String) -> String { text.lowercased() }
}
