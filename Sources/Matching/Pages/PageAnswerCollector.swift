import FieldKinds
import FormModel

/// Turns what was read in the places of a registered page into candidates, with the caution that paper asks for.
///
/// Print that two readers read alike is believed; print that only one of them can vouch for, and everything written by
/// hand, is offered to a person with what was made out. An address is never believed on the word of one paper: a wrong
/// letter makes another valid address.
struct PageAnswerCollector {
    private let index: LabelIndex
    private let tags: TagParser
    private(set) var gathering: Gathering

    /// Of print on which both readers agree, by the confidence of the one that counts.
    private static let agreed = 0.97
    private static let agreedFaintly = 0.9
    private static let confidenceMin = 0.8
    private static let faintConfidenceMin = 0.7
    /// Below what is accepted without a person; how much below says how likely the text is right.
    private static let doubtful = 0.7
    private static let handwritten = 0.3
    private static let ticked = 0.98

    init(index: LabelIndex, tags: TagParser, gathering: consuming Gathering) {
        self.index = index
        self.tags = tags
        self.gathering = gathering
    }

    mutating func run(_ answers: [PageAnswer]) {
        for answer in answers {
            guard let target = tags.parse(answer.name) else { continue }
            let question = index.questions[target.question]
            guard question.shape != .group, question.shape != .file else { continue }
            let entry = question.group == nil ? nil : target.entry ?? 0
            gathering.seen.insert(target.question)
            if let text = answer.text { collect(text, answer, target.question, entry) }
            if !answer.ticks.isEmpty { collect(answer.ticks, answer, target.question, entry) }
        }
    }

    private func place(_ answer: PageAnswer) -> String { "page[\(answer.page)]/field[\(answer.name)]" }

    // MARK: Writing

    private mutating func collect(_ text: PageAnswer.Text, _ answer: PageAnswer, _ question: Int, _ entry: Int?) {
        gathering.candidates.append(
            AnswerCandidate(
                question: question,
                entry: entry,
                kind: .ocr,
                place: place(answer),
                page: answer.page,
                box: answer.box,
                raw: text.text,
                score: score(text, index.questions[question])
            )
        )
        // An unreadable text is an answer all the same: somebody wrote it.
        guard text.text.allSatisfy(\.isWhitespace) else { return }
        let path = index.path(question, entry)
        gathering.findings.append(Finding(.confidenceLow, field: path, place: place(answer)))
    }

    private func score(_ text: PageAnswer.Text, _ question: Question) -> Double {
        guard text.isPrint else { return min(Self.handwritten, text.confidence) }
        let isAgreed = text.otherText.map { Self.fold($0) == Self.fold(text.text) } ?? false
        guard isAgreed, question.field.kind != .email else { return Self.doubtful * max(0.5, text.confidence) }
        if text.confidence >= Self.confidenceMin { return Self.agreed }
        return text.confidence >= Self.faintConfidenceMin ? Self.agreedFaintly : Self.doubtful
    }

    /// Blanks and signs at the edges do not part two readings; letters and digits do.
    private static func fold(_ text: String) -> [UInt32] {
        text.unicodeScalars.map(\.value).filter {
            LabelFold.classify($0) == .letter || LabelFold.classify($0) == .digit
        }
    }

    // MARK: Ticks

    private mutating func collect(_ ticks: [PageAnswer.Tick], _ answer: PageAnswer, _ question: Int, _ entry: Int?) {
        let asked = index.questions[question]
        let path = index.path(question, entry)
        let chosen = ticks.filter(\.isTicked)
        let isAmbiguous = chosen.count > 1 && !asked.takesSeveral
        if isAmbiguous || ticks.contains(where: \.isDoubtful) {
            gathering.findings.append(Finding(.markAmbiguous, field: path, place: place(answer)))
        }
        guard !isAmbiguous else { return }
        var candidate = AnswerCandidate(
            question: question,
            entry: entry,
            kind: .mark,
            place: place(answer),
            page: answer.page,
            box: chosen.first?.box ?? answer.box,
            raw: chosen.map(\.option).joined(separator: "; "),
            score: ticks.contains(where: \.isDoubtful) ? Self.doubtful : Self.ticked
        )
        if asked.shape == .flag {
            // A single box says no by being empty; of two boxes an empty pair says nothing.
            guard let value = chosen.first.map({ $0.option == "true" }) ?? (ticks.count == 1 ? false : nil) else {
                return
            }
            candidate.value = .flag(value)
            candidate.raw = chosen.isEmpty ? "☐" : "☒"
        } else {
            guard !chosen.isEmpty else { return }
            candidate.texts = chosen.map(\.option)
        }
        gathering.candidates.append(candidate)
    }
}
