import FieldKinds
import FormModel

/// Reads the candidates and decides for each question what its answer is, how sure that is, and what a person must see.
struct Resolver {
    /// Answers less sure than this are looked at by a person.
    static let reviewBelow = 0.8
    /// A second value less likely than this is no rival.
    private static let rivalMin = 0.5
    /// Of recognised text that is no possible value.
    private static let misread = 0.5

    private let index: LabelIndex
    private let context: ReadingContext
    private let operatorName: String?
    /// Only for readings of scans and photographs.
    private let paper: PaperRules?
    private(set) var findings: [Finding] = []
    private(set) var answers = AnswerSet()
    private var review: Set<Int> = []
    /// Addresses on paper that a second source bears out, by path of the field.
    private var confirmed: Set<String> = []

    init(index: LabelIndex, context: ReadingContext, operatorName: String?, paper: PaperRules? = nil) {
        self.index = index
        self.context = context
        self.operatorName = operatorName
        self.paper = paper
    }

    mutating func resolve(_ gathering: Gathering) {
        var bySlot: [Int: [Int: [AnswerCandidate]]] = [:]
        for candidate in gathering.candidates {
            bySlot[candidate.question, default: [:]][candidate.entry ?? 0, default: []].append(candidate)
        }
        for question in index.questions.indices where index.questions[question].group == nil {
            if index.questions[question].shape == .group {
                resolveGroup(question, bySlot)
            } else if let candidates = bySlot[question]?[0], let answer = resolve(question, candidates, entry: nil) {
                answers[index.questions[question].field.key] = answer
            }
        }
        reportPlaceholders(gathering)
        // A doubt that says its reason stands for the same one without.
        let told = Set(gathering.findings.filter { $0.code == .confidenceLow && !$0.parameters.isEmpty }.map(\.field))
        findings.removeAll { $0.code == .confidenceLow && told.contains($0.field) }
        findings += gathering.findings.filter { finding in
            finding.code != .emailUnconfirmed || !confirmed.contains(finding.field ?? "")
        }
    }

    /// Keys of fields to be looked at, in the order of the form.
    var needsReview: [String] {
        let named = Set(findings.filter(\.code.needsPerson).compactMap { $0.field.map(Self.topLevelKey) })
        return index.questions.indices
            .filter { index.questions[$0].group == nil }
            .filter { review.contains($0) || named.contains(index.questions[$0].field.key) }
            .map { index.questions[$0].field.key }
    }

    private static func topLevelKey(_ path: String) -> String { String(path.prefix { $0 != "[" }) }

    // MARK: One question

    private mutating func resolve(_ question: Int, _ candidates: [AnswerCandidate], entry: Int?) -> Answer? {
        var readings = candidates.filter { $0.role == .whole || $0.role == .fullName }.compactMap { read($0) }
        if let joined = joinedName(question, candidates) { readings.append(joined) }
        if readings.contains(where: { !$0.candidate.isWeak }) { readings.removeAll { $0.candidate.isWeak } }
        if index.questions[question].shape == .options || index.questions[question].shape == .flag,
            readings.contains(where: \.isValid)
        {
            // Words that are none of the options are no rival of one that is.
            readings.removeAll { !$0.isValid }
        }
        guard let best = best(of: readings) else { return nil }
        let agreeing = readings.filter { $0.agrees(with: best) }
        let rivals = readings.filter { !$0.agrees(with: best) && $0.confidence >= Self.rivalMin }
        var confidence = best.confidence
        for other in agreeing.dropFirst() where confidence < 0.99 {
            confidence = min(0.99, 1 - (1 - confidence) * (1 - other.confidence * 0.5))
        }
        let path = index.path(question, entry)
        let kind = index.questions[question].field.kind
        let isConfirmed = rivals.isEmpty && paper?.confirms(best, kind) ?? false
        if isConfirmed {
            confidence = SecondSource.confidence
            confirmed.insert(path)
        }
        let isAccepted = isConfirmed || paper?.accepts(best.candidate, kind) ?? true
        for issue in best.issues {
            let place = best.candidate.place
            findings.append(
                Finding(issue.code, severity: issue.severity, field: path, place: place, parameters: issue.parameters)
            )
        }
        if let rival = rivals.first {
            confidence = min(confidence, 0.5)
            findings.append(
                Finding(
                    .candidatesDiffer,
                    field: path,
                    place: best.candidate.place,
                    parameters: ["other": rival.candidate.place]
                )
            )
        } else if confidence < Self.reviewBelow || !isAccepted {
            findings.append(Finding(.confidenceLow, field: path, place: best.candidate.place))
        }
        if confidence < Self.reviewBelow || !isAccepted { review.insert(index.questions[question].group ?? question) }
        return Answer(
            value: best.value,
            confidence: confidence,
            evidence: (isConfirmed ? [paper?.evidence(best.value.plainText)].compactMap(\.self) : [])
                + agreeing.reversed().flatMap { $0.evidence(operatorName: operatorName) },
            fieldVersion: index.questions[question].field.version
        )
    }

    private func best(of readings: [SlotReading]) -> SlotReading? {
        readings.enumerated().max { ($0.element.confidence, $1.offset) < ($1.element.confidence, $0.offset) }?.element
    }

    private func read(_ candidate: AnswerCandidate) -> SlotReading? {
        let question = index.questions[candidate.question]
        let reading: KindReading?
        if let value = candidate.value {
            reading = question.reader.check(value, in: context)
        } else if let texts = candidate.texts {
            reading = question.reader.read(all: texts, in: context)
        } else if candidate.role == .fullName {
            reading = namePart(candidate.raw, of: question)
        } else if question.shape == .options {
            reading = question.readOption(candidate.raw, in: context)
        } else {
            reading = question.reader.read(candidate.raw, in: context)
        }
        guard let reading, reading.isValid || !candidate.mustBeValid else { return nil }
        return SlotReading(
            candidate: candidate,
            value: reading.value,
            issues: reading.issues,
            confidence: candidate.score * reading.certainty * (isMisread(reading, candidate) ? Self.misread : 1)
        )
    }

    /// What was recognised and cannot be right is more likely misread than miswritten: a person looks before anybody is
    /// asked to mend it.
    private func isMisread(_ reading: KindReading, _ candidate: AnswerCandidate) -> Bool {
        candidate.kind == .ocr && !reading.isValid
    }

    // MARK: Names

    /// The part of a whole name that the field asks for.
    private func namePart(_ text: String, of question: Question) -> KindReading? {
        guard let whole = question.wholeNameReader?.read(text, in: context) else { return nil }
        guard case .name(let name) = whole.value, case .personName(_, let part) = question.field.kind,
            let piece = part == .given ? name.given : name.surname,
            var reading = question.reader.read(piece, in: context)
        else { return nil }
        reading.certainty *= whole.certainty * (name.isSplitProposed ? 0.9 : 1)
        reading.issues += whole.issues.filter { issue in !reading.issues.contains(issue) }
        return reading
    }

    /// A full name out of the places for given names and surname.
    private func joinedName(_ question: Int, _ candidates: [AnswerCandidate]) -> SlotReading? {
        guard case .personName(_, .full) = index.questions[question].field.kind else { return nil }
        let given = candidates.filter { $0.role == .given && !Self.isBlank($0.raw) }.max { $0.score < $1.score }
        let surname = candidates.filter { $0.role == .surname && !Self.isBlank($0.raw) }.max { $0.score < $1.score }
        guard let first = given ?? surname else { return nil }
        let parts = [given, surname].compactMap { $0?.raw }
        let whole = index.questions[question].reader.read(parts.joined(separator: " "), in: context)
        guard let whole, case .name(var name) = whole.value else { return nil }
        name.given = given?.raw
        name.surname = surname?.raw
        name.isSplitProposed = false
        let isWhole = given != nil && surname != nil
        let score = min(first.score, surname?.score ?? first.score) * whole.certainty * (isWhole ? 1 : 0.5)
        let issues = whole.issues.filter { $0.code != .nameSplitProposed }
        var joined = SlotReading(candidate: surname ?? first, value: .name(name), issues: issues, confidence: score)
        if isWhole { joined.more = [first] }
        return joined
    }

    private static func isBlank(_ text: String) -> Bool {
        !text.unicodeScalars.contains { LabelFold.classify($0.value) == .letter }
    }

    // MARK: Groups

    private mutating func resolveGroup(_ group: Int, _ bySlot: [Int: [Int: [AnswerCandidate]]]) {
        let inner = index.questions.indices.filter { index.questions[$0].group == group }
        let numbers = Set(inner.flatMap { bySlot[$0].map { Array($0.keys) } ?? [] }).sorted()
        var entries: [[String: AnswerValue]] = []
        var evidence: [Evidence] = []
        var confidence = 1.0
        for number in numbers {
            var entry: [String: AnswerValue] = [:]
            for question in inner {
                guard let candidates = bySlot[question]?[number],
                    let answer = resolve(question, candidates, entry: entries.count)
                else { continue }
                entry[index.questions[question].field.key] = answer.value
                evidence += answer.evidence
                confidence = min(confidence, answer.confidence)
            }
            if !entry.isEmpty { entries.append(entry) }
        }
        guard !entries.isEmpty else { return }
        let field = index.questions[group].field
        answers[field.key] = Answer(
            value: .group(entries),
            confidence: confidence,
            evidence: evidence,
            fieldVersion: field.version
        )
    }

    // MARK: Placeholders

    private mutating func reportPlaceholders(_ gathering: Gathering) {
        for (question, place) in gathering.placeholders.sorted(by: { $0.key < $1.key }) {
            let field = index.questions[question].field
            let group = index.questions[question].group
            guard field.isRequired, group == nil, answers[field.key] == nil else { continue }
            findings.append(Finding(.placeholderLeft, field: field.key, place: place))
        }
    }
}
