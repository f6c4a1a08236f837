import FieldKinds
import FormModel

/// Collects the answers that stand beside, below or behind labels.
struct LabelCollector {
    private let walk: Walk
    private let regions: TextRegions
    private let options: OptionCollector
    private(set) var gathering: Gathering
    private var entries = GroupEntries()

    init(walk: Walk, phrases: [OptionPhrases?], context: ReadingContext, gathering: consuming Gathering) {
        self.walk = walk
        regions = TextRegions(walk: walk)
        options = OptionCollector(walk: walk, phrases: phrases, context: context)
        self.gathering = gathering
    }

    mutating func run() {
        var consumed: Set<Int> = []
        for column in ColumnTables(walk: walk).columns() {
            consumed.insert(column.hit.tokens.lowerBound)
            collect(column)
        }
        let groups = walk.index.questions.indices.filter { walk.index.questions[$0].shape == .group }
        for line in walk.layout.lines.indices {
            if groups.count == 1, let number = GroupEntries.heading(walk.layout, line: line) {
                entries.startEntry(number, group: groups[0])
            }
            for position in walk.hitsOfLine[line] where !consumed.contains(walk.hits[position].tokens.lowerBound) {
                collect(walk.hits[position])
            }
        }
    }

    // MARK: Labels

    private mutating func collect(_ hit: LabelHit) {
        guard hit.match.rivals.isEmpty else { return collectRivals(hit) }
        gathering.note(hit.match)
        if hit.match.targets.count > 1 { return collectShared(hit) }
        guard let target = hit.match.targets.first else { return }
        let question = walk.question(target.question)
        let entry = question.group.map { entries.entry(of: target.question, group: $0, number: hit.entryNumber) }
        switch question.shape {
        case .group, .file: return
        case .options, .flag:
            switch options.verdict(for: hit, question: target.question) {
            case .answer(let candidate): add(candidate, hit, entry: entry)
            case .none: return
            case .ambiguous(let place):
                gathering.findings.append(Finding(.markAmbiguous, field: path(target.question, entry), place: place))
            case .noOptions:
                // A statement to agree with has no answer in words beside it, unless they say yes or no.
                collectWords(hit, target, entry: entry, mustBeValid: question.shape == .flag)
            }
        case .words, .longText, .telling: collectWords(hit, target, entry: entry)
        }
    }

    private mutating func collectWords(
        _ hit: LabelHit,
        _ target: LabelMatch.Target,
        entry: Int?,
        mustBeValid: Bool = false
    ) {
        guard let region = regions.region(for: hit, shape: walk.question(target.question).shape) else { return }
        var candidate = candidate(region, hit, question: target.question)
        candidate.role = target.role
        candidate.mustBeValid = region.mustBeValid || mustBeValid
        add(candidate, hit, entry: entry)
    }

    /// One place for the answers to several questions.
    private mutating func collectShared(_ hit: LabelHit) {
        guard let region = regions.region(for: hit, shape: .words) else { return }
        let targets = hit.match.targets
        guard Set(targets.map(\.question)).count > 1 else {
            // «Imię / Nazwisko» over one place: both parts of the same name.
            return add(candidate(region, hit, question: targets[0].question), hit, entry: nextEntry(targets[0], hit))
        }
        let parts = SharedText.parts(of: region.answer.text, for: targets.map { walk.question($0.question) })
        for (target, part) in zip(targets, parts) {
            let entry = nextEntry(target, hit)
            guard let part else { continue }
            var candidate = candidate(region, hit, question: target.question)
            candidate.raw = part
            candidate.role = walk.question(target.question).wholeNameReader == nil ? target.role : .fullName
            candidate.score *= 0.97
            add(candidate, hit, entry: entry)
        }
    }

    private mutating func nextEntry(_ target: LabelMatch.Target, _ hit: LabelHit) -> Int? {
        walk.question(target.question).group.map {
            entries.entry(of: target.question, group: $0, number: hit.entryNumber)
        }
    }

    /// A label that fits several fields equally well. Only the spellings of one name can be told apart, by the alphabet
    /// of what was written.
    private mutating func collectRivals(_ hit: LabelHit) {
        let rivals = hit.match.rivals
        if let region = regions.region(for: hit, shape: .words) {
            let spelling: FieldKind.Spelling = Alphabet.isCyrillic(region.answer.text) ? .original : .latin
            let fitting = rivals.filter { rival in
                guard case .personName(let own, _) = walk.question(rival).field.kind else { return false }
                return own == spelling
            }
            let areNames = rivals.allSatisfy {
                if case .personName = walk.question($0).field.kind { true } else { false }
            }
            if areNames, fitting.count == 1 {
                var candidate = candidate(region, hit, question: fitting[0])
                candidate.score *= 0.95
                add(candidate, hit, entry: nil)
                gathering.seen.insert(fitting[0])
                return
            }
            report(hit, rivals)
        }
    }

    private mutating func report(_ hit: LabelHit, _ rivals: [Int]) {
        let keys = rivals.map { walk.question($0).field.key }.joined(separator: ", ")
        gathering.findings.append(
            Finding(
                .labelUnmatched,
                place: walk.layout.place(of: hit.line),
                parameters: ["label": walk.layout.text(hit.tokens), "fields": keys]
            )
        )
    }

    // MARK: Columns

    private mutating func collect(_ column: ColumnTables.Column) {
        guard let target = column.hit.match.targets.first, column.hit.match.targets.count == 1 else { return }
        gathering.note(column.hit.match)
        let question = walk.question(target.question)
        guard question.shape != .group, question.shape != .file else { return }
        for (entry, cell) in column.cells.enumerated() {
            var answer = AnswerText()
            regions.add(cell: cell, to: &answer)
            guard !answer.isEmpty else { continue }
            let region = TextRegions.Region(answer: answer, kind: .tableCell, score: walk.isCompared ? 0.97 : 0.94)
            var candidate = candidate(region, column.hit, question: target.question)
            candidate.role = target.role
            candidate.place = walk.layout.cells[cell].place
            add(candidate, column.hit, entry: question.group == nil ? nil : entry)
            if question.group == nil { break }
        }
    }

    // MARK: Candidates

    private func candidate(_ region: TextRegions.Region, _ hit: LabelHit, question: Int) -> AnswerCandidate {
        let line = region.answer.firstToken.flatMap { token in
            walk.layout.lines.firstIndex { $0.tokens.contains(token) }
        }
        var kind = region.kind
        if region.answer.control >= 0 {
            kind = walk.controls[Int(region.answer.control)].evidenceKind
        }
        return AnswerCandidate(
            question: question,
            kind: kind,
            place: walk.layout.place(of: line ?? hit.line),
            raw: region.answer.text,
            score: region.score * hit.match.score
        )
    }

    private mutating func add(_ candidate: AnswerCandidate, _ hit: LabelHit, entry: Int?) {
        var candidate = candidate
        candidate.entry = entry
        candidate.isWeak = hit.isTyped
        if candidate.value == nil, StockText.isPlaceholder(candidate.raw) {
            gathering.placeholders[candidate.question] = candidate.place
            return
        }
        gathering.candidates.append(candidate)
    }

    private func path(_ question: Int, _ entry: Int?) -> String { walk.index.path(question, entry) }
}

extension LabelIndex {
    /// `email`, `delegates[2].email`.
    func path(_ question: Int, _ entry: Int?) -> String {
        guard let group = questions[question].group else { return questions[question].field.key }
        return "\(questions[group].field.key)[\((entry ?? 0) + 1)].\(questions[question].field.key)"
    }
}
