import FieldKinds
import FormModel

/// Collects what stands in content controls and form fields that carry a field's tag, name or title.
struct ControlCollector {
    private let index: LabelIndex
    private let tags: TagParser
    private let controls: [FormControl]
    private let context: ReadingContext
    private(set) var gathering: Gathering
    /// Controls whose words are accounted for.
    private(set) var consumed: Set<Int> = []
    private var checkedOptions: [Slot: [(text: String, control: FormControl)]] = [:]
    private var optionSlots: Set<Slot> = []
    private let buttons: ButtonAnswers

    private struct Slot: Hashable {
        var question: Int
        var entry: Int?
    }

    init(
        index: LabelIndex,
        tags: TagParser,
        controls: [FormControl],
        context: ReadingContext,
        gathering: consuming Gathering
    ) {
        self.index = index
        self.tags = tags
        self.controls = controls
        buttons = ButtonAnswers(controls: controls)
        self.context = context
        self.gathering = gathering
    }

    mutating func run() {
        for (position, control) in controls.enumerated() {
            switch control.kind {
            case .picture, .repeatingSection, .repeatingItem, .group, .signature: continue
            default: collect(control, at: position)
            }
        }
        collectOptions()
    }

    private mutating func collect(_ control: FormControl, at position: Int) {
        guard let (target, score) = target(of: control) else { return }
        let question = index.questions[target.question]
        guard question.shape != .group, question.shape != .file else { return }
        let entry = question.group == nil ? nil : target.entry ?? self.entry(of: control)
        gathering.seen.insert(target.question)
        if control.isDoubtful {
            let path = index.path(target.question, entry)
            gathering.findings.append(Finding(.candidatesDiffer, field: path, place: control.place))
        }
        if control.kind == .checkBox {
            collectBox(control, position, target, entry, score)
            return
        }
        consumed.insert(position)
        if control.isPlaceholder || StockText.isPlaceholder(control.text) {
            gathering.placeholders[target.question] = control.place
            return
        }
        guard !control.text.isEmpty || control.chosenValue != nil else { return }
        gathering.candidates.append(candidate(control, question, target.question, entry, score))
    }

    /// By tag, then by title, then by the tag's words as a label.
    private func target(of control: FormControl) -> (TagParser.Target, Double)? {
        if let target = control.tag.flatMap({ tags.parse($0) }) { return (target, 0.98) }
        if let target = control.title.flatMap({ tags.parse($0) }) { return (target, 0.98) }
        for text in [control.title, control.tag].compactMap({ $0 }) where !text.isEmpty {
            let words = WordList.words(of: text, withoutHints: true)
            guard !words.isEmpty else { continue }
            let match = index.exactMatch(words.key, group: nil) ?? index.fuzzyMatch(words, group: nil)
            guard let match, match.targets.count == 1, match.targets[0].role == .whole else { continue }
            guard !match.isFuzzy || match.score >= 0.85 else { continue }
            return (TagParser.Target(question: match.targets[0].question), 0.96 * match.score)
        }
        return nil
    }

    /// Which item of a repeating section the control stands in.
    private func entry(of control: FormControl) -> Int {
        var parent = control.parent
        var depth = 0
        while let position = parent, controls.indices.contains(position), depth < 32 {
            if controls[position].kind == .repeatingItem {
                let section = controls[position].parent
                return controls[..<position].filter { $0.kind == .repeatingItem && $0.parent == section }.count
            }
            parent = controls[position].parent
            depth += 1
        }
        return 0
    }

    private func candidate(
        _ control: FormControl,
        _ question: Question,
        _ index: Int,
        _ entry: Int?,
        _ score: Double
    ) -> AnswerCandidate {
        var raw = control.text
        if control.kind == .date, let iso = control.chosenValue?.prefix(10), CalendarDate(iso: String(iso)) != nil {
            raw = String(iso)
        } else if let key = control.chosenValue, question.field.options.contains(where: { $0.key == key }) {
            raw = key
        }
        return AnswerCandidate(
            question: index,
            entry: entry,
            kind: control.evidenceKind,
            place: control.place,
            raw: raw,
            score: score
        )
    }

    // MARK: Check boxes

    private mutating func collectBox(
        _ control: FormControl,
        _ position: Int,
        _ target: TagParser.Target,
        _ entry: Int?,
        _ score: Double
    ) {
        let question = index.questions[target.question]
        if control.origin == .acroField { return collectButton(control, position, target, entry, score) }
        let isChecked = control.isChecked ?? false
        if question.shape == .flag, target.option == nil {
            consumed.insert(position)
            gathering.candidates.append(
                AnswerCandidate(
                    question: target.question,
                    entry: entry,
                    kind: control.evidenceKind,
                    place: control.place,
                    raw: control.text,
                    value: .flag(isChecked),
                    score: score
                )
            )
        } else if let option = target.option {
            consumed.insert(position)
            let slot = Slot(question: target.question, entry: entry)
            optionSlots.insert(slot)
            if isChecked { checkedOptions[slot, default: []].append((option, control)) }
        }
        // A box with the field's tag alone: the words beside it say which option it is.
    }

    private mutating func collectButton(
        _ control: FormControl,
        _ position: Int,
        _ target: TagParser.Target,
        _ entry: Int?,
        _ score: Double
    ) {
        let question = index.questions[target.question]
        let verdict = buttons.verdict(control, question, option: target.option, context)
        guard verdict != .unclear else { return }
        consumed.insert(position)
        switch verdict {
        case .flag(let value):
            gathering.candidates.append(
                AnswerCandidate(
                    question: target.question,
                    entry: entry,
                    kind: .acroField,
                    place: control.place,
                    raw: control.text,
                    value: .flag(value),
                    score: score
                )
            )
        case .option(let option):
            let slot = Slot(question: target.question, entry: entry)
            optionSlots.insert(slot)
            checkedOptions[slot, default: []].append((option, control))
        case .silent, .unclear: break
        }
    }

    private mutating func collectOptions() {
        for slot in optionSlots.sorted(by: { ($0.question, $0.entry ?? 0) < ($1.question, $1.entry ?? 0) }) {
            guard let checked = checkedOptions[slot], let first = checked.first else { continue }
            let takesSeveral = index.questions[slot.question].takesSeveral
            guard takesSeveral || checked.count == 1 else {
                gathering.findings.append(
                    Finding(.markAmbiguous, field: index.path(slot.question, slot.entry), place: first.control.place)
                )
                continue
            }
            gathering.candidates.append(
                AnswerCandidate(
                    question: slot.question,
                    entry: slot.entry,
                    kind: first.control.evidenceKind,
                    place: first.control.place,
                    raw: checked.map(\.text).joined(separator: "; "),
                    texts: checked.map(\.text),
                    score: 0.98
                )
            )
        }
    }
}
