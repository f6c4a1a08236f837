import FormModel

/// All wordings of a form's labels, ready for looking up what a piece of text names.
struct LabelIndex: Sendable {
    let questions: [Question]
    let memo = LabelMemo()
    private(set) var entries: [LabelEntry] = []
    /// Entries by the hash of their joined words.
    private(set) var exact: [UInt64: [Int]] = [:]
    /// Entries by each of their words.
    private(set) var byWord: [UInt64: [Int]] = [:]
    /// Entries by the length of their joined words, for spelling slips in labels of one word.
    private(set) var byLength: [Int: [Int]] = [:]

    /// Whether running text may be a label: there are questions with a statement to agree with.
    let hasStatements: Bool

    init(questions: [Question]) {
        self.questions = questions
        hasStatements = questions.contains { $0.shape == .flag }
        for index in questions.indices { addLabels(of: index) }
        addCommonLabels()
        addNameLabels()
    }

    private mutating func addLabels(of index: Int) {
        let field = questions[index].field
        for (language, text) in field.label.all { add(text, for: index, in: language, strength: 1) }
        for alias in field.aliases { add(alias, for: index, in: nil, strength: 1) }
        guard let clause = field.clause else { return }
        for (language, text) in clause.text.all { addClause(text, for: index, in: language) }
        for (_, earlier) in clause.earlier.sorted(by: { $0.key < $1.key }) {
            for (language, text) in earlier.all { addClause(text, for: index, in: language) }
        }
    }

    /// A clause by its whole text and by its first line, which is often all that stands beside the box.
    private mutating func addClause(_ text: String, for index: Int, in language: InterfaceLanguage) {
        addEntry(WordList.words(of: text, withoutHints: false), index, .whole, language, 1, isClause: true)
        guard let first = text.split(separator: "\n").first, first.count < text.count else { return }
        addEntry(WordList.words(of: String(first), withoutHints: false), index, .whole, language, 1, isClause: true)
    }

    private mutating func add(_ text: String, for index: Int, in language: InterfaceLanguage?, strength: Double) {
        let whole = WordList.words(of: text, withoutHints: false)
        addEntry(whole, index, .whole, language, strength)
        let bare = WordList.words(of: text, withoutHints: true)
        if bare.hashes != whole.hashes { addEntry(bare, index, .whole, language, strength * 0.98) }
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "|" })
        guard parts.count > 1, parts.allSatisfy({ $0.first == " " || $0.last == " " || $0.count > 3 }) else { return }
        for part in parts {
            addEntry(WordList.words(of: String(part), withoutHints: true), index, .whole, nil, strength * 0.96)
        }
    }

    private mutating func addEntry(
        _ words: WordList,
        _ question: Int,
        _ role: LabelEntry.Role,
        _ language: InterfaceLanguage?,
        _ strength: Double,
        isClause: Bool = false
    ) {
        guard !words.isEmpty else { return }
        let known = exact[words.key, default: []]
        guard !known.contains(where: { entries[$0].question == question && entries[$0].role == role }) else { return }
        let index = entries.count
        entries.append(
            LabelEntry(
                question: question,
                role: role,
                language: language,
                strength: strength,
                words: words.hashes,
                fold: words.fold,
                wordEnds: words.ends,
                weight: words.hashes.reduce(0) { $0 + (StopWords.hashes.contains($1) ? StopWords.weight : 1) },
                isClause: isClause
            )
        )
        exact[words.key, default: []].append(index)
        byLength[words.fold.count, default: []].append(index)
        for word in Set(words.hashes) { byWord[word, default: []].append(index) }
    }

    /// Usual wordings, for kinds that the form (or the group) asks for only once.
    private mutating func addCommonLabels() {
        for index in questions.indices {
            let question = questions[index]
            let texts = CommonLabels.texts(for: question.field.kind)
            guard !texts.isEmpty, isOnly(index, where: { $0.field.kind == question.field.kind }) else { continue }
            for text in texts { addUnlessTaken(text, index, .whole) }
        }
    }

    private mutating func addNameLabels() {
        for index in questions.indices {
            guard case .personName(let spelling, let part) = questions[index].field.kind, spelling != .usual else {
                continue
            }
            let isOnlyName = isOnly(index) { other in
                guard case .personName(let otherSpelling, let otherPart) = other.field.kind else { return false }
                return otherPart == part && otherSpelling != .usual
            }
            guard isOnlyName else { continue }
            let given: LabelEntry.Role = part == .given ? .whole : .given
            let surname: LabelEntry.Role = part == .surname ? .whole : .surname
            let whole: LabelEntry.Role = part == .full ? .whole : .fullName
            if part != .surname { for text in CommonLabels.givenNames { addUnlessTaken(text, index, given) } }
            if part != .given { for text in CommonLabels.surnames { addUnlessTaken(text, index, surname) } }
            for text in CommonLabels.wholeNames { addUnlessTaken(text, index, whole) }
        }
    }

    private mutating func addUnlessTaken(_ text: String, _ index: Int, _ role: LabelEntry.Role) {
        let words = WordList.words(of: text, withoutHints: false)
        let group = questions[index].group
        let isTaken = exact[words.key, default: []].contains { entry in
            let other = entries[entry]
            return questions[other.question].group == group && other.strength > CommonLabels.strength
        }
        guard !isTaken else { return }
        addEntry(words, index, role, nil, CommonLabels.strength)
    }

    private func isOnly(_ index: Int, where condition: (Question) -> Bool) -> Bool {
        !questions.indices.contains { other in
            other != index && questions[other].group == questions[index].group && condition(questions[other])
        }
    }
}
