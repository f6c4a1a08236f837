import FieldKinds
public import FormModel

/// The rules of a selection as sentences, for people who never read YAML.
public struct RulesInWords {
    private let event: EventDefinition
    private let activity: Activity
    private let language: InterfaceLanguage
    private var isPolish: Bool { language == .polish }

    public init(event: EventDefinition, activity: Activity, language: InterfaceLanguage) {
        self.event = event
        self.activity = activity
        self.language = language
    }

    /// One sentence a rule.
    public var sentences: [String] {
        guard let rules = activity.selection else { return [seats(nil), method(.fcfs)] }
        return [seats(rules.seats), method(rules.method)] + needs(rules) + rules.quotas.flatMap(quota)
            + [reserve(rules.reserve)]
    }

    private func seats(_ range: SeatRange?) -> String {
        guard let top = range?.maximum ?? activity.capacity, top < 1_000_000 else {
            return isPolish ? "Liczba miejsc nie jest ograniczona." : "The number of places has no limit."
        }
        if let range, range.minimum < range.maximum {
            return isPolish
                ? "Miejsc jest \(range.maximum), a co najmniej \(range.minimum) ma być zajętych."
                : "There are \(range.maximum) places; at least \(range.minimum) are to be filled."
        }
        return isPolish ? "Miejsc jest \(top)." : "There are \(top) places."
    }

    private func method(_ method: SelectionRules.Method) -> String {
        switch method {
        case .fcfs: isPolish ? "Decyduje kolejność zgłoszeń." : "The order of receipt decides."
        case .ranking:
            isPolish ? "Decyduje liczba punktów, od najwyższej." : "Points decide, the highest first."
        case .lottery:
            isPolish
                ? "Decyduje los; ziarno losowania jest jawne i wynik można powtórzyć."
                : "The lot decides; its seed is published and the draw can be repeated."
        case .curated:
            isPolish
                ? "Wybierają ludzie; każdy wybór ma zapisany powód."
                : "People choose; every choice has its reason written down."
        }
    }

    private func needs(_ rules: SelectionRules) -> [String] {
        let forms = event.forms.filter { $0.activities.contains(activity.id) || $0.activityField != nil }
        let own = forms.flatMap(\.eligibility).filter { $0.activities.isEmpty || $0.activities.contains(activity.id) }
        var seen: Set<String> = []
        let all = rules.eligible.map { ($0.id, $0.reason, $0.need) } + own.map { ($0.id, $0.reason, $0.need) }
        return all.filter { seen.insert($0.0).inserted }.map { _, reason, need in
            let text = reason.text(in: language)
            let lead = isPolish ? "Nie bierze się pod uwagę, gdy: " : "Not considered when: "
            let must = isPolish ? "Warunek: " : "Condition: "
            return text.isEmpty ? must + need : lead + text
        }
    }

    // MARK: Quotas

    private func quota(_ quota: Quota) -> [String] {
        let labels = QuotaLabel(event: event, activity: activity, language: language)
        var sentences = quota.values.map { value in
            sentence(labels.text(quota.id + ":" + value.value), value.bounds, quota)
        }
        if let each = quota.each {
            let name = labels.text(quota.id)
            let label = isPolish ? "\(name): każda wartość" : "\(name): each value"
            sentences.append(sentence(label, each, quota))
        }
        if case .condition = quota.subject { sentences.append(sentence(labels.text(quota.id), quota.bounds, quota)) }
        return sentences
    }

    private func sentence(_ label: String, _ bounds: Quota.Bounds, _ quota: Quota) -> String {
        let ending = quota.isSoft ? (isPolish ? ", w miarę możliwości." : ", as far as possible.") : "."
        let least = bounds.minimum.map(text)
        let most = bounds.maximum.map(text)
        switch (least, most) {
        case (let least?, let most?) where least == most:
            return label + (isPolish ? " – dokładnie \(least)" : " – exactly \(least)") + ending
        case (let least?, let most?):
            return label + (isPolish ? " – od \(least) do \(most)" : " – from \(least) to \(most)") + ending
        case (let least?, nil): return label + (isPolish ? " – co najmniej \(least)" : " – at least \(least)") + ending
        case (nil, let most?): return label + (isPolish ? " – najwyżej \(most)" : " – at most \(most)") + ending
        case (nil, nil): return label + (isPolish ? " – bez ograniczenia" : " – without a bound") + ending
        }
    }

    private func text(_ bound: Quota.Bound) -> String {
        switch bound {
        case .count(let count): return String(count)
        case .share(let points):
            let whole = points / 100
            let rest = points % 100
            return rest == 0 ? "\(whole)%" : "\(whole),\(rest < 10 ? "0" : "")\(rest)%"
        }
    }

    private func reserve(_ reserve: ReserveRules) -> String {
        if let size = reserve.size {
            return isPolish
                ? "Lista rezerwowa: najwyżej \(size); zwolnione miejsce dostaje pierwsza pasująca osoba."
                : "Waiting list: at most \(size); a freed place goes to the first person who fits."
        }
        return isPolish
            ? "Pozostali trafiają na listę rezerwową; zwolnione miejsce dostaje pierwsza pasująca osoba."
            : "The others go on the waiting list; a freed place goes to the first person who fits."
    }
}
