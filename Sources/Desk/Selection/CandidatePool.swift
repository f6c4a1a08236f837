import Expressions
import FieldKinds
import FormModel
import Registry
import Validation

/// The pool of one activity's selection: who is in it, who holds a place already, who is left out and why.
struct CandidatePool {
    /// A registration with its participation in the activity.
    struct Member {
        var row: RegistrationRow
        var participation: ParticipationRow
        var candidate: Candidate
    }

    var members: [Member] = []
    /// Offered and confirmed: they keep their places and count in every quota.
    var holders: [Member] = []
    /// Those of them who hold a place of the capacity: not experts and guests.
    var seatHolders: [Member] { holders.filter { $0.candidate.guest == nil } }
    /// Not yet in the pool, because somebody still has to look at them or to supply something.
    var waiting: [RegistrationRow] = []
    /// The activity's rules, with eligibility and groups of the event made part of them.
    var rules: SelectionRules
}

/// Builds the pool of an activity from the registry.
struct CandidatePoolBuilder {
    let event: LoadedEvent
    let activity: Activity
    let today: CalendarDate

    func build(_ reader: RegistryReader) throws -> CandidatePool {
        var pool = CandidatePool(rules: rules())
        let scores = try reader.scores(event: event.definition.slug)
        let attended = Dictionary(grouping: try reader.attendance(event: event.definition.slug), by: \.registrationID)
        let goingOn = try cohort(reader)
        for participation in try reader.participations(event: event.definition.slug, activity: activity.id) {
            guard let row = try reader.registration(id: participation.registrationID) else { continue }
            var candidate = candidate(row, participation, scores[row.id] ?? [], attended[row.id] ?? [], pool.rules)
            if goingOn.contains(row.id) { candidate.guaranteed = "cohort" }
            if let given = GivenPlace(participation) { given.mark(&candidate) }
            let member = CandidatePool.Member(row: row, participation: participation, candidate: candidate)
            switch participation.state {
            case .offered, .confirmed: pool.holders.append(member)
            case .applied, .waitlisted:
                if row.state == .submitted { pool.members.append(member) }
                if [.received, .needsReview, .incomplete].contains(row.state) { pool.waiting.append(row) }
            default: break
            }
        }
        return pool
    }

    /// People of the earlier activity go on before anybody of its reserve refills a place.
    private func cohort(_ reader: RegistryReader) throws -> Set<Int64> {
        guard let cohort = activity.cohort, cohort.refillsFromReserve else { return [] }
        let earlier = try reader.participations(event: event.definition.slug, activity: cohort.from)
        return Set(earlier.filter { $0.state == .confirmed }.map(\.registrationID))
    }

    // MARK: Rules

    /// Conditions over answers are worked out here and reach the selection as yes or no: its record then shows the
    /// outcome of each rule, and no birth date.
    private func rules() -> SelectionRules {
        var rules = activity.selection ?? SelectionRules(seats: SeatRange(seatCount), method: .fcfs)
        let known = Set(rules.eligible.map(\.id))
        for rule in eligibility where !known.contains(rule.id) {
            rules.eligible.append(
                SelectionNeed(id: rule.id, need: "\(Self.ruleName(rule.id)) = \"yes\"", reason: rule.reason)
            )
        }
        if rules.sessions.isEmpty, !activity.groups.isEmpty {
            rules.sessions = activity.groups.map { group in
                SelectionSession(
                    id: group.id,
                    seats: SeatRange(minimum: group.minimum ?? 0, maximum: group.capacity),
                    need: "group_wanted = \"\(group.id)\""
                )
            }
        }
        return rules
    }

    /// Without a capacity everybody who may take part does.
    private var seatCount: Int { activity.capacity ?? 1_000_000 }

    private var eligibility: [EligibilityRule] {
        let forms = event.definition.forms.filter { $0.activities.contains(activity.id) || $0.activityField != nil }
        let rules = forms.flatMap(\.eligibility).filter { $0.activities.isEmpty || $0.activities.contains(activity.id) }
        var seen: Set<String> = []
        var unique = rules.filter { seen.insert($0.id).inserted }
        if let condition = activity.condition {
            unique.append(EligibilityRule(id: "condition", need: condition, reason: Self.conditionReason))
        }
        return unique
    }

    private static let conditionReason = LocalizedText([
        .polish: "Warunek udziału w tym działaniu nie jest spełniony.",
        .english: "The condition of taking part in this activity is not met.",
        .ukrainian: "Умову участі в цьому заході не виконано.",
        .russian: "Условие участия в этом мероприятии не выполнено.",
        .belarusian: "Умова ўдзелу ў гэтым мерапрыемстве не выканана.",
    ])

    static func ruleName(_ id: String) -> String {
        "rule_" + id.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    }

    // MARK: Candidates

    private func candidate(
        _ row: RegistrationRow,
        _ participation: ParticipationRow,
        _ scores: [ScoreRow],
        _ attended: [AttendanceRow],
        _ rules: SelectionRules
    ) -> Candidate {
        let form = event.definition.form(row.form)
        let organisation = form.flatMap { ApplicantIdentity.organisation(row.values, $0) }
        let points = Points(event: event.definition, activity: activity)
        let context = answersContext(row, attended)
        return Candidate(
            id: row.code.text,
            submittedAt: row.receivedAt.millisecondsSinceEpoch,
            sequence: row.id,
            reviews: points.reviews(scores, context),
            organisation: organisation.map(SearchFold.fold),
            address: nil,
            party: row.values["party"]?.plainText,
            seats: participation.seats,
            attributes: attributes(row, context, rules),
            wishes: wishes(row, participation, rules)
        )
    }

    /// The choices of the field the rules name, in their order; else the group applied for.
    private func wishes(
        _ row: RegistrationRow,
        _ participation: ParticipationRow,
        _ rules: SelectionRules
    ) -> [String] {
        if let field = rules.wishes?.field, let value = row.values[field] {
            if case .choices(let keys) = value { return keys }
            let text = value.plainText
            return text.isEmpty ? [] : [text]
        }
        return participation.group.map { [$0] } ?? []
    }

    private func answersContext(_ row: RegistrationRow, _ attended: [AttendanceRow]) -> AnswersContext {
        let present = attended.filter { $0.presence == .present }
        return AnswersContext(
            answers: row.values,
            eventStart: activity.firstDay ?? event.definition.activities.compactMap(\.firstDay).min(),
            eventEnd: activity.lastDay,
            received: row.receivedAt.local(in: event.definition.timeZone).date,
            channel: row.channel,
            language: row.language,
            attendedByActivity: Dictionary(grouping: present, by: \.activity).mapValues(\.count)
        )
    }

    /// Only what the rules read: answers that no rule names stay out of the record.
    private func attributes(
        _ row: RegistrationRow,
        _ context: AnswersContext,
        _ rules: SelectionRules
    ) -> [String: String] {
        var attributes: [String: String] = [:]
        for name in namesRead(by: rules) {
            guard let value = row.values[name]?.plainText, !value.isEmpty else { continue }
            attributes[name] = value
        }
        for rule in eligibility { attributes[Self.ruleName(rule.id)] = holds(rule.need, context) ? "yes" : "no" }
        if let field = activity.groupField, let wanted = row.values[field]?.plainText {
            attributes["group_wanted"] = wanted
        }
        return attributes
    }

    private func holds(_ condition: String, _ context: AnswersContext) -> Bool {
        guard let expression = try? Expression(parsing: condition, knownNames: event.expressionNames) else {
            return false
        }
        return expression.isTrue(in: context)
    }

    private func namesRead(by rules: SelectionRules) -> Set<String> {
        var names: Set<String> = []
        var conditions = rules.eligible.map(\.need) + rules.sessions.compactMap(\.need)
        for quota in rules.quotas + rules.sessions.flatMap(\.quotas) {
            switch quota.subject {
            case .attributes(let read): names.formUnion(read)
            case .condition(let condition): conditions.append(condition)
            }
        }
        for condition in conditions {
            if let expression = try? Expression(parsing: condition, knownNames: event.expressionNames) {
                names.formUnion(expression.names)
            }
        }
        return names
    }
}
