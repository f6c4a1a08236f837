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
    /// Values of the options by the hash of a wording's joined words; none for a wording that two options share.
    private let exact: [UInt64: AnswerValue]

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
        var exact: [UInt64: AnswerValue] = [:]
        var shared: Set<UInt64> = []
        for (option, wordings) in texts.enumerated() {
            for wording in wordings {
                let key = WordList.words(of: wording, withoutHints: false).key
                let value = Self.value(of: option, field)
                if let known = exact[key], known != value { shared.insert(key) }
                exact[key] = value
            }
        }
        self.exact = exact.filter { !shared.contains($0.key) && $0.key != LabelFold.seed }
    }

    private static func value(of option: Int, _ field: FieldDefinition) -> AnswerValue {
        switch field.kind {
        case .yesNo, .consent: .flag(option == 0)
        case .addressForm: .text(["pani", "pan", "neutral"][option])
        case .choices: .choices([field.options[option].key])
        default: .text(field.options[option].key)
        }
    }

    /// The option that the words in the range name exactly, in one language or in several with a slash between them.
    func value(in layout: Layout, _ range: Range<Int>) -> AnswerValue? {
        var found: AnswerValue?
        var key = LabelFold.seed
        for position in range.lowerBound...range.upperBound {
            let isEnd = position == range.upperBound
            if isEnd || (layout.tokens[position].sign == UInt8(ascii: "/") && layout.tokens[position].gap != .none) {
                if let value = exact[key] {
                    guard found == nil || found == value else { return nil }
                    found = value
                }
                key = LabelFold.seed
            } else if layout.tokens[position].kind == .word {
                key = LabelFold.hash(layout.fold(layout.tokens[position]), from: key)
            }
        }
        return found
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
