import FieldKinds
import FormModel

/// One reading on its way to answers.
struct MatchRun {
    private let matcher: FormMatcher
    private let reading: Reading
    private let context: MatchContext

    init(matcher: FormMatcher, reading: Reading, context: MatchContext) {
        self.matcher = matcher
        self.reading = reading
        self.context = context
    }

    func run() -> MatchOutcome {
        var gathering = Gathering()
        collectNamed(&gathering)
        collectPages(&gathering)
        let survey = Survey(matcher: matcher, layout: LayoutBuilder.layout(of: reading), controls: reading.controls)
        for hit in survey.hits where !hit.isTyped { gathering.note(hit.match) }
        let language = language(of: gathering)
        let readingContext = ReadingContext(language: language ?? .polish, today: context.today)
        var controls = ControlCollector(
            index: matcher.index,
            tags: matcher.tags,
            controls: reading.controls,
            context: readingContext,
            gathering: gathering
        )
        controls.run()
        let walk = survey.walk(without: controls.consumed)
        var labels = LabelCollector(
            walk: walk,
            phrases: matcher.phrases,
            context: readingContext,
            gathering: controls.gathering
        )
        labels.run()
        var resolver = Resolver(
            index: matcher.index,
            context: readingContext,
            operatorName: context.operatorName,
            paper: reading.sheets.isEmpty ? nil : PaperRules(matcher.event.acceptance, sender: context.sender)
        )
        var gathered = labels.gathering
        PagePlaces(reading).locate(&gathered.candidates)
        if let own = OwnForm(reading, event: matcher.event, form: matcher.form, tags: matcher.tags) {
            gathered.candidates.removeAll(where: own.isPrint)
        }
        resolver.resolve(gathered)
        return MatchOutcome(
            answers: resolver.answers,
            findings: sorted(resolver.findings),
            needsReview: resolver.needsReview,
            language: language,
            fit: max(matcher.share(of: labels.gathering.seen), survey.likeness)
        )
    }

    private func collectNamed(_ gathering: inout Gathering) {
        guard !reading.fields.isEmpty else { return }
        var named = NamedFieldCollector(
            index: matcher.index,
            tags: matcher.tags,
            columns: matcher.columns,
            format: reading.format,
            context: context,
            gathering: gathering
        )
        named.run(reading.fields)
        gathering = named.gathering
    }

    private func collectPages(_ gathering: inout Gathering) {
        guard !reading.answers.isEmpty || !reading.sheets.isEmpty else { return }
        var pages = PageAnswerCollector(
            index: matcher.index,
            tags: matcher.tags,
            context: ReadingContext(language: declared ?? .polish, today: context.today),
            rules: PaperRules(matcher.event.acceptance, sender: context.sender),
            gathering: gathering
        )
        pages.run(reading.answers)
        pages.run(reading.sheets)
        gathering = pages.gathering
    }

    /// The language with the most labels; else the one the document declares.
    private func language(of gathering: Gathering) -> InterfaceLanguage? {
        let counts = InterfaceLanguage.allCases.map { ($0, gathering.languages[$0, default: 0]) }
        if let best = counts.max(by: { $0.1 < $1.1 }), best.1 > 0 {
            // Labels that are spelt alike in several languages count for the first of them only.
            if let declared, best.1 - gathering.languages[declared, default: 0] <= 1 { return declared }
            return best.0
        }
        return declared
    }

    private var declared: InterfaceLanguage? {
        guard let language = reading.language.flatMap(InterfaceLanguage.init(rawValue:)),
            matcher.event.languages.contains(language)
        else { return nil }
        return language
    }

    private func sorted(_ findings: [Finding]) -> [Finding] {
        var order: [String: Int] = [:]
        for (index, field) in matcher.form.fields.enumerated() { order[field.key] = index }
        func rank(_ finding: Finding) -> Int {
            guard let field = finding.field else { return -1 }
            return order[String(field.prefix { $0 != "[" })] ?? Int.max
        }
        return findings.enumerated().sorted { left, right in
            (rank(left.element), left.offset) < (rank(right.element), right.offset)
        }.map(\.element)
    }
}
