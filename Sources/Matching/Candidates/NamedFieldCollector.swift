import FormModel

/// Collects named values without layout: web submissions, rows of a table, AcroForm fields.
struct NamedFieldCollector {
    private let index: LabelIndex
    private let tags: TagParser
    /// Questions by the folded head of the column that the event file names for them.
    private let columns: [UInt64: Int]
    private let format: SourceFormat
    private let context: MatchContext
    private(set) var gathering: Gathering
    private var entries = GroupEntries()
    private var bracketed: [Int: [AnswerCandidate]] = [:]

    init(
        index: LabelIndex,
        tags: TagParser,
        columns: [UInt64: Int],
        format: SourceFormat,
        context: MatchContext,
        gathering: consuming Gathering
    ) {
        self.index = index
        self.tags = tags
        self.columns = columns
        self.format = format
        self.context = context
        self.gathering = gathering
    }

    mutating func run(_ fields: [NamedField]) {
        for field in fields { collect(field) }
        for (_, candidates) in bracketed.sorted(by: { $0.key < $1.key }) { collectBracketed(candidates) }
    }

    private mutating func collect(_ field: NamedField) {
        if let target = tags.parse(field.name) {
            return add(field, target.question, entry: target.entry, option: target.option, score: 0.99)
        }
        if let question = columns[WordList.words(of: field.name, withoutHints: false).key] {
            return add(field, question, entry: nil, option: nil, score: 0.99)
        }
        if let (label, option) = Self.bracket(field.name), let match = match(label).0, match.targets.count == 1 {
            return add(field, match.targets[0].question, entry: nil, option: option, score: 0.97 * match.score)
        }
        let (match, number) = match(field.name)
        guard let match else { return }
        guard match.rivals.isEmpty else { return report(field, match.rivals) }
        gathering.note(match)
        for target in match.targets {
            let entry = index.questions[target.question].group.map {
                entries.entry(of: target.question, group: $0, number: number)
            }
            let score = (match.isFuzzy ? 0.94 : 0.98) * match.score
            add(field, target.question, entry: entry, option: nil, score: score, role: target.role)
        }
    }

    /// The label, with the number of «E-mail (osoba 2)» apart.
    private func match(_ name: String) -> (LabelMatch?, Int?) {
        let whole = WordList.words(of: name, withoutHints: false)
        if let match = index.exactMatch(whole.key, group: nil) { return (match, nil) }
        let layout = LayoutBuilder.layout(of: name)
        guard let line = layout.lines.indices.first else { return (nil, nil) }
        let start = Numbering.end(in: layout, layout.lines[line].tokens)
        let ends = LabelEnds(layout: layout, line: line, start: start, isCompared: false)
        for end in ends.all.reversed() {
            for key in [end.key, end.bareKey] {
                if let match = index.exactMatch(key, group: nil) { return (match, end.trailingNumber) }
            }
        }
        let bare = WordList.words(of: name, withoutHints: true)
        return (index.fuzzyMatch(bare, group: nil), ends.all.last?.trailingNumber)
    }

    /// «Dieta [wegańska]»: a column for each option of a question.
    private static func bracket(_ name: String) -> (String, String)? {
        guard name.last == "]", let open = name.lastIndex(of: "["), open > name.startIndex else { return nil }
        return (String(name[..<open]), String(name[name.index(after: open)...].dropLast()))
    }

    private mutating func report(_ field: NamedField, _ rivals: [Int]) {
        guard !field.value.isEmpty else { return }
        let keys = rivals.map { index.questions[$0].field.key }.joined(separator: ", ")
        gathering.findings.append(
            Finding(.labelUnmatched, place: field.place, parameters: ["label": field.name, "fields": keys])
        )
    }

    private mutating func add(
        _ field: NamedField,
        _ question: Int,
        entry: Int?,
        option: String?,
        score: Double,
        role: LabelEntry.Role = .whole
    ) {
        gathering.seen.insert(question)
        guard index.questions[question].shape != .group else { return }
        var candidate = AnswerCandidate(
            question: question,
            entry: index.questions[question].group == nil ? nil : entry ?? 0,
            role: role,
            kind: kind,
            place: field.place,
            page: field.page,
            box: field.box,
            raw: field.value,
            score: kind == .staff ? 1 : score
        )
        if let isChecked = field.isChecked, index.questions[question].shape == .flag, option == nil {
            candidate.value = .flag(isChecked)
        } else if let option {
            guard field.isChecked ?? Self.isYes(field.value) else { return }
            candidate.texts = [option]
            bracketed[question, default: []].append(candidate)
            return
        } else if field.value.allSatisfy(\.isWhitespace) {
            return
        } else if StockText.isPlaceholder(field.value) {
            gathering.placeholders[question] = field.place
            return
        } else if index.questions[question].shape == .flag, isOwnLabel(field.value, question) {
            // Some form tools repeat the statement that was agreed to instead of saying yes.
            candidate.value = .flag(true)
        }
        gathering.candidates.append(candidate)
    }

    private mutating func collectBracketed(_ candidates: [AnswerCandidate]) {
        var first = candidates[0]
        first.texts = candidates.flatMap { $0.texts ?? [] }
        first.raw = first.texts!.joined(separator: "; ")
        if candidates.count > 1, !index.questions[first.question].takesSeveral {
            gathering.findings.append(
                Finding(.markAmbiguous, field: index.path(first.question, first.entry), place: first.place)
            )
            return
        }
        gathering.candidates.append(first)
    }

    private func isOwnLabel(_ text: String, _ question: Int) -> Bool {
        guard text.utf8.count > 12 else { return false }
        let words = WordList.words(of: text, withoutHints: false)
        let match = index.exactMatch(words.key, group: nil) ?? index.fuzzyMatch(words, group: nil)
        return match?.targets.first?.question == question && (match?.score ?? 0) >= 0.85
    }

    private var kind: Evidence.Kind {
        if context.operatorName != nil || context.channel == .phone { return .staff }
        switch format {
        case .csv, .xlsx: return .csv
        case .pdf: return .acroField
        default: return context.channel == .paper ? .staff : .web
        }
    }

    private static func isYes(_ text: String) -> Bool {
        ["tak", "yes", "true", "1", "x", "on", "так", "да", "y", "t", "checked"].contains(text.lowercased())
    }
}
