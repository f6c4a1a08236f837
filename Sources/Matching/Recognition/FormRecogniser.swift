public import FormModel

/// Tells which event and form a submission belongs to.
///
/// Signs are asked from the strongest to the weakest (`RecognisedForm.Reason`). The first that points to one event
/// decides the event; a sign that points to several only narrows the choice for those after it. Which of an event's
/// forms it is, is decided in the same way. Where nothing decides, nothing is guessed.
public struct FormRecogniser: Sendable {
    /// In the order given; `RecognisedForm.matcher` is an index into it.
    public let matchers: [FormMatcher]
    private let titles: [[(words: [UInt64], matcher: Int)]]

    /// A form fits when so much of it was found.
    private static let fitMin = 0.4
    /// By how much one form must fit better than the next.
    private static let fitLead = 0.15
    /// The only open event is taken when at least so much of its form was found, or when there is nothing to read.
    private static let fitOfOnlyOpen = 0.2

    public init(matchers: [FormMatcher]) {
        self.matchers = matchers
        titles = matchers.enumerated().map { position, matcher in
            let texts = matcher.event.title.all.map(\.text) + [matcher.event.slug]
            return texts.map { (WordList.words(of: $0, withoutHints: false).hashes, position) }
        }
    }

    /// Ranks the forms by what the submission says, the strongest kind of sign first; see `RecognisedForm.Reason`.
    public func recognise(_ reading: Reading, hints: RecognitionHints = RecognitionHints()) -> Recognition {
        let signs = Signs(reading: reading, hints: hints)
        let layout = LayoutBuilder.layout(of: reading)
        // How well each form fits costs more than all other signs together; mostly nobody has to ask.
        lazy var fits = Self.weighed(matchers.map { $0.fit(of: reading, layout: layout) })
        var left = Set(matchers.indices)
        var reason = RecognisedForm.Reason.onlyOpen
        var findings: [Finding] = []
        for sign in RecognisedForm.Reason.allCases {
            let isLayout = sign == .layout || sign == .onlyOpen
            let named = pointedAt(by: sign, signs: signs, among: left, fits: isLayout ? fits : [], layout: layout)
            guard !named.isEmpty else { continue }
            if sign == .code, left.isDisjoint(with: named) { findings.append(otherEvent(named)) }
            let narrowed = left.intersection(named)
            guard !narrowed.isEmpty else { continue }
            if narrowed.count < left.count || reason == .onlyOpen { reason = sign }
            left = narrowed
            // A code that contradicts the person is worth a finding, so it is asked in any case.
            if left.count == 1, sign != .named { break }
        }
        if left.count == 1, let index = left.first, reason != .layout, reason != .onlyOpen {
            return Recognition(
                verdict: .recognised,
                candidates: [candidate(index, reason, fit: 1)],
                findings: findings
            )
        }
        return recognition(left, reason: reason, fits: fits, findings: findings)
    }

    /// A short form is soon found complete: forms count the less, the fewer of the paper's labels they explain.
    private static func weighed(_ fits: [FormMatcher.Fit]) -> [Double] {
        let most = fits.map(\.labelCount).max() ?? 0
        return fits.map { $0.share * Double($0.labelCount) / Double(max(1, most)) }
    }

    private func recognition(
        _ left: Set<Int>,
        reason: RecognisedForm.Reason,
        fits: [Double],
        findings: [Finding]
    ) -> Recognition {
        let ranked = left.sorted { (fits[$1], $0) < (fits[$0], $1) }.map { candidate($0, reason, fit: fits[$0]) }
        if ranked.count == 1 { return Recognition(verdict: .recognised, candidates: ranked, findings: findings) }
        if left.count == matchers.count, reason == .onlyOpen || left.isEmpty {
            return Recognition(verdict: .unassigned, findings: [Finding(.eventUnassigned)])
        }
        let events = Set(ranked.map(\.event)).sorted().joined(separator: ", ")
        let forms = ranked.map { "\($0.event)/\($0.form)" }.joined(separator: ", ")
        let finding = Finding(.eventAmbiguous, parameters: ["events": events, "forms": forms])
        return Recognition(verdict: .ambiguous, candidates: ranked, findings: findings + [finding])
    }

    private func candidate(_ index: Int, _ reason: RecognisedForm.Reason, fit: Double) -> RecognisedForm {
        let matcher = matchers[index]
        return RecognisedForm(
            matcher: index,
            event: matcher.event.slug,
            form: matcher.form.id,
            reason: reason,
            fit: fit
        )
    }

    private func otherEvent(_ named: Set<Int>) -> Finding {
        let slugs = Set(named.map { matchers[$0].event.slug }).sorted().joined(separator: ", ")
        return Finding(.formOfOtherEvent, parameters: ["event": slugs])
    }

    // MARK: Signs

    /// The matchers a kind of sign points to, those outside of `left` included for a code.
    private func pointedAt(
        by reason: RecognisedForm.Reason,
        signs: Signs,
        among left: Set<Int>,
        fits: [Double],
        layout: Layout
    ) -> Set<Int> {
        switch reason {
        case .named: matching(slug: signs.hints.event, form: signs.hints.form)
        case .code: signs.code(in: layout).map { matching(slug: $0.slug, form: $0.form) } ?? []
        case .tags: byTags(signs.reading, among: left)
        case .address: Set(matchers.indices.filter { signs.extensions.contains(matchers[$0].event.slug) })
        case .subject: bySubject(signs.subjectWords)
        case .layout: byFit(fits, among: left)
        case .onlyOpen: onlyOpen(signs, among: left, fits: fits, isBlank: layout.lines.isEmpty)
        }
    }

    private func matching(slug: String?, form: String?) -> Set<Int> {
        guard let slug else { return [] }
        let event = Set(matchers.indices.filter { matchers[$0].event.slug == slug })
        guard let form else { return event }
        let exact = event.filter { matchers[$0].form.id == form }
        return exact.isEmpty ? event : exact
    }

    /// Tags that carry the slug decide; otherwise the form that knows most of the names, when it knows most of them.
    private func byTags(_ reading: Reading, among left: Set<Int>) -> Set<Int> {
        let names = reading.controls.compactMap(\.tag) + reading.fields.map(\.name)
        guard !names.isEmpty else { return [] }
        let bySlug = left.filter { index in names.contains { matchers[index].tags.namesEvent($0) } }
        let scope = bySlug.isEmpty ? left : bySlug
        let known = scope.map { index in
            (index: index, count: names.filter { matchers[index].tags.parse($0) != nil }.count)
        }
        guard let most = known.map(\.count).max(), most >= 3, most * 2 > names.count else { return bySlug }
        return Set(known.filter { $0.count == most }.map(\.index))
    }

    private func bySubject(_ words: [UInt64]) -> Set<Int> {
        guard !words.isEmpty else { return [] }
        return Set(
            titles.joined().filter { title in
                !title.words.isEmpty && title.words.count <= words.count
                    && (0...words.count - title.words.count).contains {
                        Array(words[$0..<$0 + title.words.count]) == title.words
                    }
            }.map(\.matcher)
        )
    }

    private func byFit(_ fits: [Double], among left: Set<Int>) -> Set<Int> {
        let ranked = left.sorted { fits[$0] > fits[$1] }
        guard let first = ranked.first, fits[first] >= Self.fitMin else { return [] }
        return Set(ranked.filter { fits[$0] > fits[first] - Self.fitLead })
    }

    private func onlyOpen(_ signs: Signs, among left: Set<Int>, fits: [Double], isBlank: Bool) -> Set<Int> {
        guard let time = signs.hints.receivedAt else { return [] }
        let open = left.filter { index in
            let form = matchers[index].form
            return (form.opensAt.map { $0 <= time } ?? true) && (form.deadline.map { time <= $0 } ?? true)
        }
        // Only one event may be open; which of its forms it is, stays open where both are.
        guard Set(open.map { matchers[$0].event.slug }).count == 1 else { return [] }
        let isNothingToRead = isBlank && signs.reading.fields.isEmpty
        return isNothingToRead ? open : open.filter { fits[$0] >= Self.fitOfOnlyOpen }
    }
}
