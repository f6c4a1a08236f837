import FieldKinds
import FormModel

/// Answers a question with given options from boxes, struck-out or emphasised words.
struct OptionCollector {
    enum Verdict {
        case answer(AnswerCandidate)
        /// Boxes or options are there, but none is chosen.
        case none
        case ambiguous(place: String)
        /// Nothing that looks like options: the answer may be written in words.
        case noOptions
    }

    let walk: Walk
    let phrases: [OptionPhrases?]
    let context: ReadingContext

    func verdict(for hit: LabelHit, question: Int) -> Verdict {
        let regions = OptionRegions(walk: walk)
        let rows = regions.rows(for: hit)
        let isFlag = walk.question(question).shape == .flag
        if let verdict = fromMarks(rows, hit, question) { return verdict }
        if isFlag, let verdict = matrix(hit, question) { return verdict }
        if isFlag, let mark = regions.markBefore(hit) ?? trailingMark(rows) {
            return .answer(flag(mark.isChecked, hit, question, token: mark.token))
        }
        return fromWords(rows, hit, question)
    }

    // MARK: Boxes

    private func fromMarks(_ rows: [[Range<Int>]], _ hit: LabelHit, _ question: Int) -> Verdict? {
        var options = MarkedOptions(walk: walk) { option($0, question) != nil }
        var isStarted = false
        for row in rows {
            let elements = elements(of: row)
            let hasMark = elements.contains { if case .mark = $0 { true } else { false } }
            if !hasMark, !elements.isEmpty {
                if isStarted, options.items.count > 1, isForeign(elements, question) { break }
                // Answered in words, or another question that this form definition does not know.
                if !isStarted, answersInWords(elements, question) || isQuestion(row) { break }
            }
            if hasMark { isStarted = true }
            options.add(elements)
        }
        let known = options.items.compactMap { item in
            option(item.text, question).map { (item: item, reading: $0) }
        }
        guard !known.isEmpty else { return nil }
        return choose(known, all: options.items, hit, question)
    }

    private func answersInWords(_ elements: [MarkedOptions.Element], _ question: Int) -> Bool {
        guard elements.count == 1, case .text(let text) = elements[0], walk.hasAnswer(text) else { return false }
        return option(text, question) != nil
    }

    private func isQuestion(_ row: [Range<Int>]) -> Bool {
        guard let last = row.last?.last else { return false }
        let token = walk.layout.tokens[last]
        return token.isColon || token.sign == UInt8(ascii: "?")
    }

    /// A row of single cells: an empty cell beside a crossed one is an empty box.
    private func elements(of row: [Range<Int>]) -> [MarkedOptions.Element] {
        let cells = row.map { MarkedOptions.elements(of: $0, in: walk) }
        guard row.count > 1 else { return cells.first ?? [] }
        let hasMark = cells.contains { $0.contains { if case .mark = $0 { true } else { false } } }
        return cells.flatMap { $0.isEmpty && hasMark ? [.mark(token: -1, isChecked: false)] : $0 }
    }

    /// A line without a box that is no option either ends the list.
    private func isForeign(_ elements: [MarkedOptions.Element], _ question: Int) -> Bool {
        guard case .text(let text)? = elements.first else { return false }
        return option(text, question) == nil
    }

    /// What the text of an option means; hints and free text behind it left aside.
    private func option(_ range: Range<Int>, _ question: Int) -> KindReading? {
        if let value = phrases[question]?.value(in: walk.layout, range) { return KindReading(value) }
        let text = walk.layout.text(range)
        let question = walk.question(question)
        if let reading = question.readOption(text, in: context), reading.isValid, reading.certainty >= 0.8 {
            return reading
        }
        guard let end = text.firstIndex(where: { "(:;,/".contains($0) }), end > text.startIndex else { return nil }
        let reading = question.readOption(String(text[..<end]), in: context)
        return reading.flatMap { $0.isValid && $0.certainty >= 0.9 ? $0 : nil }
    }

    private func choose(
        _ known: [(item: MarkedOptions.Item, reading: KindReading)],
        all: [MarkedOptions.Item],
        _ hit: LabelHit,
        _ question: Int
    ) -> Verdict {
        let checked = known.filter(\.item.isChecked)
        if checked.contains(where: { isStruck($0.item.text) }) { return .ambiguous(place: place(checked[0].item.text)) }
        let unknown = all.filter { item in item.isChecked && !known.contains { $0.item.text == item.text } }
        guard let first = checked.first else { return unknown.isEmpty ? .none : written(unknown[0], hit, question) }
        let takesSeveral = walk.question(question).takesSeveral
        let values = Set(checked.map(\.reading.value))
        if !takesSeveral, values.count > 1 || !unknown.isEmpty { return .ambiguous(place: place(first.item.text)) }
        // Every box of a list with one answer checked alike is a bullet list.
        if !takesSeveral, known.count > 1, checked.count == known.count {
            return .ambiguous(place: place(first.item.text))
        }
        var candidate = candidate(first.item.text, hit, question, kind: markKind(first.item.mark))
        candidate.texts = (checked.map(\.item) + unknown).map { walk.layout.text($0.text) }
        candidate.raw = candidate.texts!.joined(separator: "; ")
        if !takesSeveral { candidate.value = first.reading.value }
        candidate.score = (walk.isCompared ? 0.98 : 0.96) * hit.match.score * first.reading.certainty
        if takesSeveral { candidate.value = several(checked.map(\.reading), unknown: unknown) }
        return .answer(candidate)
    }

    private func several(_ readings: [KindReading], unknown: [MarkedOptions.Item]) -> AnswerValue? {
        guard unknown.isEmpty else { return nil }
        var keys: [String] = []
        for reading in readings {
            switch reading.value {
            case .choices(let more): keys += more.filter { !keys.contains($0) }
            case .text(let key) where !keys.contains(key): keys.append(key)
            default: break
            }
        }
        return .choices(keys)
    }

    /// A checked box beside words that are none of the options.
    private func written(_ item: MarkedOptions.Item, _ hit: LabelHit, _ question: Int) -> Verdict {
        var candidate = candidate(item.text, hit, question, kind: .mark)
        candidate.score = 0.6 * hit.match.score
        return .answer(candidate)
    }

    private func markKind(_ token: Int) -> Evidence.Kind {
        guard token >= 0, walk.layout.tokens[token].control >= 0 else { return .mark }
        return walk.controls[Int(walk.layout.tokens[token].control)].evidenceKind
    }

    /// Heads `TAK | NIE` above, a cross in one of the cells beside the question.
    private func matrix(_ hit: LabelHit, _ question: Int) -> Verdict? {
        let label = Int(walk.layout.lines[hit.line].cell)
        guard label >= 0 else { return nil }
        let regions = OptionRegions(walk: walk)
        var chosen: [(cell: Int, value: AnswerValue)] = []
        var headed = 0
        for cell in walk.cellsToTheRight(of: label) {
            let isEmpty = !walk.hasTokens(cell: cell)
            let mark = regions.onlyMark(of: cell)
            guard isEmpty || mark != nil, let head = head(of: cell, question) else { continue }
            headed += 1
            if mark?.isChecked == true { chosen.append((cell, head.value)) }
        }
        guard headed >= 2 else { return nil }
        guard chosen.count <= 1 else { return .ambiguous(place: walk.layout.cells[chosen[0].cell].place) }
        guard let only = chosen.first else { return Verdict.none }
        var answer = flag(true, hit, question, token: nil)
        answer.value = only.value
        answer.place = walk.layout.cells[only.cell].place
        return .answer(answer)
    }

    private func head(of cell: Int, _ question: Int) -> KindReading? {
        let here = walk.layout.cells[cell]
        for row in (0..<here.row).reversed() {
            guard let above = walk.cell(grid: here.grid, row: row, column: here.column),
                let line = walk.firstLineWithWords(of: above)
            else { continue }
            if let reading = option(walk.layout.lines[line].tokens, question) { return reading }
        }
        return nil
    }

    /// A single box behind a statement.
    private func trailingMark(_ rows: [[Range<Int>]]) -> (isChecked: Bool, token: Int?)? {
        for row in rows.prefix(2) {
            let elements = elements(of: row)
            guard !elements.isEmpty else { continue }
            guard elements.count == 1, case .mark(let token, let isChecked) = elements[0] else { return nil }
            return (isChecked, token >= 0 ? token : nil)
        }
        return nil
    }

    private func flag(_ value: Bool, _ hit: LabelHit, _ question: Int, token: Int?) -> AnswerCandidate {
        var candidate = candidate(hit.tokens, hit, question, kind: token.map(markKind) ?? .mark)
        candidate.value = .flag(value)
        candidate.raw = token.map { walk.layout.text(from: $0, to: $0) } ?? (value ? "x" : "")
        candidate.score = (walk.isCompared ? 0.98 : 0.96) * hit.match.score
        return candidate
    }

    // MARK: Words

    /// «TAK / NIE» with one struck out, marked or deleted.
    private func fromWords(_ rows: [[Range<Int>]], _ hit: LabelHit, _ question: Int) -> Verdict {
        guard let phrases = phrases[question], phrases.optionCount > 0 else { return .noOptions }
        var found: [OptionPhrases.Occurrence] = []
        for row in rows.prefix(12) {
            let before = found.count
            for range in row { found += phrases.occurrences(in: walk.layout, range) }
            // Options stand together: a line without any ends them.
            if !found.isEmpty, found.count == before, row.contains(where: { walk.layout.hasWords($0) }) { break }
        }
        let options = Set(found.map(\.option))
        if options.count >= 2 { return amongWords(found, hit, question) }
        if options.count == 1, let verdict = afterDeletion(found, phrases, hit, question) { return verdict }
        return .noOptions
    }

    private func amongWords(_ found: [OptionPhrases.Occurrence], _ hit: LabelHit, _ question: Int) -> Verdict {
        let struck = found.filter { isStruck($0.tokens) }
        let takesSeveral = walk.question(question).takesSeveral
        if !struck.isEmpty {
            let left = found.filter { !isStruck($0.tokens) }
            guard !left.isEmpty, takesSeveral || Set(left.map(\.option)).count == 1 else {
                return .ambiguous(place: place(struck[0].tokens))
            }
            return chosen(left, hit, question, score: certainty(0.95))
        }
        for (style, score) in [(Span.Style.highlighted, 0.93), (.underlined, 0.9), (.bold, 0.87)] {
            let shown = found.filter { has(style, $0.tokens) }
            guard !shown.isEmpty, shown.count < found.count else { continue }
            guard takesSeveral || Set(shown.map(\.option)).count == 1 else {
                return .ambiguous(place: place(shown[0].tokens))
            }
            return chosen(shown, hit, question, score: certainty(score))
        }
        // All options in print: nothing chosen. Some of them typed: an answer in words.
        let isTyped = walk.isCompared && found.contains { occurrence in layoutHasInk(occurrence.tokens) }
        let isList = found.count < (phrases[question]?.optionCount ?? 0) && takesSeveral && !walk.isCompared
        return isTyped || isList ? .noOptions : .none
    }

    private func certainty(_ plain: Double) -> Double { walk.isCompared ? min(0.97, plain + 0.03) : plain }

    private func layoutHasInk(_ range: Range<Int>) -> Bool { walk.layout.hasInk(range) }

    /// Only one option is left of those that the blank form prints: the person deleted the others.
    private func afterDeletion(
        _ found: [OptionPhrases.Occurrence],
        _ phrases: OptionPhrases,
        _ hit: LabelHit,
        _ question: Int
    ) -> Verdict? {
        guard walk.isCompared, let blank = walk.blank, let first = found.first else { return nil }
        if layoutHasInk(first.tokens) { return nil }
        guard let line = walk.layout.lines.first(where: { $0.tokens.contains(first.tokens.lowerBound) }) else {
            return nil
        }
        guard line.blankLine >= 0 else { return nil }
        let printed = phrases.occurrences(in: blank.layout, blank.layout.lines[Int(line.blankLine)].tokens)
        guard Set(printed.map(\.option)).count >= 2 else { return Verdict.none }
        if isStruck(first.tokens) { return .ambiguous(place: place(first.tokens)) }
        return chosen([first], hit, question, score: 0.94)
    }

    private func chosen(
        _ occurrences: [OptionPhrases.Occurrence],
        _ hit: LabelHit,
        _ question: Int,
        score: Double
    ) -> Verdict {
        var candidate = candidate(occurrences[0].tokens, hit, question, kind: .struckChoice)
        candidate.texts = occurrences.map { walk.layout.text($0.tokens) }
        candidate.raw = candidate.texts!.joined(separator: "; ")
        candidate.score = score * hit.match.score
        return .answer(candidate)
    }

    private func isStruck(_ range: Range<Int>) -> Bool { has(.struck, range) }

    private func has(_ style: Span.Style, _ range: Range<Int>) -> Bool {
        let words = range.filter { walk.layout.tokens[$0].kind == .word }
        return !words.isEmpty && words.allSatisfy { walk.layout.tokens[$0].addedStyle.contains(style) }
    }

    // MARK: Candidates

    private func candidate(_ range: Range<Int>, _ hit: LabelHit, _ question: Int, kind: Evidence.Kind)
        -> AnswerCandidate
    {
        AnswerCandidate(question: question, kind: kind, place: place(range), raw: walk.layout.text(range), score: 0)
    }

    private func place(_ range: Range<Int>) -> String {
        guard let line = walk.layout.lines.firstIndex(where: { $0.tokens.contains(range.lowerBound) }) else {
            return ""
        }
        return walk.layout.place(of: line)
    }
}
