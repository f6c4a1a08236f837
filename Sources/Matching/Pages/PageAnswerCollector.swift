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
    private let context: ReadingContext
    private let rules: PaperRules
    private(set) var gathering: Gathering

    /// Of boxes with ink near the border between ticked and not.
    private static let doubtful = 0.7
    private static let ticked = 0.998

    init(
        index: LabelIndex,
        tags: TagParser,
        context: ReadingContext,
        rules: PaperRules,
        gathering: consuming Gathering
    ) {
        self.index = index
        self.tags = tags
        self.context = context
        self.rules = rules
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

    /// What the sheets of a scan say beside their answers.
    mutating func run(_ sheets: [ScannedSheet]) {
        for sheet in sheets where sheet.problem == .notRegistered {
            gathering.findings.append(Finding(.pageNotRegistered, place: "page[\(sheet.number)]"))
        }
        let signatures = sheets.compactMap(\.signature)
        if !signatures.isEmpty, !signatures.contains(true) { gathering.findings.append(Finding(.signatureMissing)) }
    }

    private func place(_ answer: PageAnswer) -> String { "page[\(answer.page)]/field[\(answer.name)]" }

    // MARK: Writing

    private mutating func collect(_ text: PageAnswer.Text, _ answer: PageAnswer, _ question: Int, _ entry: Int?) {
        let asked = index.questions[question]
        let (text, sort) = decoded(text, asked)
        let agreement = ReadingTrust.Agreement(text.text, text.otherText)
        let trust = ReadingTrust(text, agreement: agreement, sort: sort, name: Self.evidence(for: text.text, asked))
        gathering.candidates.append(
            AnswerCandidate(
                question: question,
                entry: entry,
                kind: .ocr,
                place: place(answer),
                page: answer.page,
                box: answer.box,
                raw: text.text,
                score: trust.confidence
            )
        )
        let path = index.path(question, entry)
        if sort == .address {
            gathering.findings.append(Finding(.emailUnconfirmed, field: path, place: place(answer)))
        }
        // Writing by hand, even if the sender bears the address out; an unreadable text as well: somebody wrote it.
        let kind = index.questions[question].field.kind
        if !text.isPrint || sort != .address && !rules.believes(trust, text.text, kind) {
            let doubt = Self.doubt(text, agreement, trust)
            gathering.findings.append(Finding(.confidenceLow, field: path, place: place(answer), parameters: doubt))
        }
    }

    private static func evidence(for text: String, _ question: Question) -> NameEvidence {
        guard case .personName(_, let part) = question.field.kind else { return .unknown }
        return NameEvidence(text, part: part)
    }

    private static let otherLengthMax = 80

    /// Why a reading is not believed, for whoever has to look.
    private static func doubt(
        _ text: PageAnswer.Text,
        _ agreement: ReadingTrust.Agreement,
        _ trust: ReadingTrust
    ) -> [String: String] {
        if !text.isPrint { return ["reason": "hand"] }
        if agreement == .full { return ["reason": trust.isAccepted ? "threshold" : "unclear"] }
        guard let other = text.otherText, !other.isEmpty else { return [:] }
        return ["reason": "differs", "other": String(other.prefix(otherLengthMax))]
    }

    /// The reading that the question's kind allows: where the first one is no possible value and the other is, the other.
    private func decoded(_ text: PageAnswer.Text, _ question: Question) -> (PageAnswer.Text, ReadingTrust.Sort) {
        var text = text
        if let other = text.otherText, !isPossible(text.text, question), isPossible(other, question) {
            (text.text, text.otherText) = (other, text.text)
        } else if let other = text.otherText, isDottedOtherwise(text.text, other, question) {
            (text.text, text.otherText) = (other, text.text)
        }
        return (text, sort(of: text.text, question))
    }

    /// Where the readings differ in points alone: dirt makes points where a line of words has none, and an address has
    /// rather one more than one fewer. Longer texts are left as they are.
    private func isDottedOtherwise(_ text: String, _ other: String, _ question: Question) -> Bool {
        guard ReadingTrust.Agreement(text, other) == .letters else { return false }
        let more = text.unicodeScalars.count - other.unicodeScalars.count
        switch question.field.kind {
        case .longText: return false
        case .email: return more < 0
        default: return more > 0
        }
    }

    private func isPossible(_ text: String, _ question: Question) -> Bool {
        question.shape == .options
            ? question.readOption(text, in: context)?.isValid == true
            : question.reader.read(text, in: context)?.isValid == true
    }

    private func sort(of text: String, _ question: Question) -> ReadingTrust.Sort {
        switch question.field.kind {
        case .email: .address
        case .pesel, .nip, .regon, .iban: isPossible(text, question) ? .checked : .number
        case .krs, .phone, .date, .number, .postalCode: .number
        default: .words
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
