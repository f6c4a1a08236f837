import FormModel

/// The wordings of a field's options, as words to be found in running text.
struct OptionPhrases: Sendable {
    struct Phrase: Sendable {
        /// Wordings with the same number mean the same option.
        var option: Int
        var words: [UInt64]
    }

    /// The longest first.
    let phrases: [Phrase]
    let optionCount: Int

    init(_ field: FieldDefinition) {
        let texts = Self.texts(of: field)
        var phrases: [Phrase] = []
        for (option, wordings) in texts.enumerated() {
            for wording in wordings {
                let words = WordList.words(of: wording, withoutHints: false).hashes
                if !words.isEmpty { phrases.append(Phrase(option: option, words: words)) }
            }
        }
        self.phrases = phrases.sorted { $0.words.count > $1.words.count }
        optionCount = texts.count
    }

    private static func texts(of field: FieldDefinition) -> [[String]] {
        switch field.kind {
        case .yesNo, .consent:
            [["tak", "yes", "так", "да"], ["nie", "no", "ні", "нет", "не"]]
        case .addressForm:
            [
                ["pani", "ms", "mrs", "пані", "госпожа", "спадарыня"], ["pan", "mr", "пан", "господин", "спадар"],
                ["forma neutralna", "neutralnie", "neutral", "bez formy", "нейтрально"],
            ]
        default: field.options.map { $0.label.all.map(\.text) + $0.aliases }
        }
    }

    struct Occurrence {
        var option: Int
        /// Token indices.
        var tokens: Range<Int>
    }

    /// Where options are named in the range, from left to right without overlaps.
    func occurrences(in layout: Layout, _ range: Range<Int>) -> [Occurrence] {
        var found: [Occurrence] = []
        var position = range.lowerBound
        while position < range.upperBound {
            if layout.tokens[position].kind == .word, let hit = phrase(at: position, in: layout, range.upperBound) {
                found.append(hit)
                position = hit.tokens.upperBound
            } else {
                position += 1
            }
        }
        return found
    }

    private func phrase(at position: Int, in layout: Layout, _ limit: Int) -> Occurrence? {
        for phrase in phrases {
            var next = position
            var matched = 0
            while next < limit, matched < phrase.words.count {
                let token = layout.tokens[next]
                if token.kind == .mark || token.kind == .leader { break }
                if token.kind == .word {
                    guard token.hash == phrase.words[matched] else { break }
                    matched += 1
                }
                next += 1
            }
            if matched == phrase.words.count { return Occurrence(option: phrase.option, tokens: position..<next) }
        }
        return nil
    }
}
