import Expressions
public import FieldKinds
public import FormModel

/// Checks the answers of one form against its event; prepared once a form, used for every registration. Pure.
public struct Validator: Sendable {
    public let event: EventDefinition
    public let form: FormDefinition
    private let fields: [PreparedField]
    private let cross: CrossCheck
    private let eligibility: EligibilityCheck
    private let firstDays: [String: CalendarDate]
    private let lastDays: [String: CalendarDate]

    public init(event: EventDefinition, form: FormDefinition) {
        self.event = event
        self.form = form
        let names = form.expressionNames
        fields = form.fields.map { PreparedField($0, knownNames: names) }
        cross = CrossCheck(form.fields)
        eligibility = EligibilityCheck(form.eligibility, knownNames: names)
        firstDays = Dictionary(event.activities.map { ($0.id, $0.firstDay) }) { first, _ in first }.compactMapValues {
            $0
        }
        lastDays = Dictionary(event.activities.map { ($0.id, $0.lastDay) }) { first, _ in first }.compactMapValues {
            $0
        }
    }

    /// Everything there is to say about the answers, in the order of the form's fields, then of the form as a whole.
    ///
    /// `issues` are what the readers of the chosen candidates said when the text was read, by field key (or field path
    /// inside a group); they become findings too. Values are checked again, so that nothing is lost without them.
    public func findings(
        for answers: AnswerSet,
        issues: [String: [KindIssue]] = [:],
        context: ValidationContext
    ) -> [Finding] {
        let activities = appliedActivities(in: answers)
        let surroundings = self.context(answers, activity: nil, context)
        let language = surroundings.language ?? .polish
        let check = FieldCheck(
            reading: ReadingContext(language: language, today: context.today),
            papersNeededOn: activities.compactMap { firstDays[$0] }.min() ?? context.today,
            issues: issues
        )
        var findings: [Finding] = []
        for field in fields {
            let key = field.definition.key
            findings += check.findings(field, value: answers[key]?.value, path: key, context: surroundings)
        }
        findings += oneOfFindings(answers)
        findings += cross.findings(answers)
        findings += eligibilityFindings(answers, activities: activities, missing: findings, context)
        return findings + receiptFindings(context)
    }

    /// The eligibility rules that are not met, by id of the activity; activities without any are absent.
    public func unmetEligibility(
        of answers: AnswerSet,
        for activities: [String],
        context: ValidationContext
    ) -> [String: [EligibilityRule]] {
        var result: [String: [EligibilityRule]] = [:]
        for activity in activities {
            let surroundings = self.context(answers, activity: activity, context)
            let unmet = eligibility.unmet(activity: activity, context: surroundings)
            if !unmet.isEmpty { result[activity] = unmet }
        }
        return result
    }

    /// The activities the form applies for: those everybody applies for and those chosen in the activity field.
    public func appliedActivities(in answers: AnswerSet) -> [String] {
        var chosen = Set(form.activities)
        switch form.activityField.flatMap({ answers[$0]?.value }) {
        case .text(let key): chosen.insert(key)
        case .choices(let keys): chosen.formUnion(keys)
        default: break
        }
        return event.activities.map(\.id).filter(chosen.contains)
    }

    private func context(_ answers: AnswerSet, activity: String?, _ context: ValidationContext) -> AnswersContext {
        AnswersContext(
            answers: answers.values,
            eventStart: activity.flatMap { firstDays[$0] } ?? firstDays.values.min(),
            eventEnd: activity.flatMap { lastDays[$0] } ?? lastDays.values.max(),
            received: context.receivedAt.map { $0.local(in: event.timeZone).date },
            channel: context.channel,
            language: context.language
        )
    }

    private func oneOfFindings(_ answers: AnswerSet) -> [Finding] {
        form.oneOf.compactMap { keys in
            let isAnswered = keys.contains { key in answers[key].map { !FieldCheck.isEmpty($0.value) } ?? false }
            guard !isAnswered else { return nil }
            return Finding(.oneOfMissing, field: keys.first, parameters: ["fields": keys.joined(separator: ",")])
        }
    }

    /// A rule about an answer that is missing anyway is not counted against the person a second time.
    private func eligibilityFindings(
        _ answers: AnswerSet,
        activities: [String],
        missing findings: [Finding],
        _ context: ValidationContext
    ) -> [Finding] {
        guard !form.eligibility.isEmpty else { return [] }
        let missing = Set(findings.filter { $0.code == .requiredMissing }.compactMap(\.field))
        let unmet = unmetEligibility(of: answers, for: activities, context: context)
        return activities.flatMap { activity in
            (unmet[activity] ?? []).filter { missing.isDisjoint(with: eligibility.names(of: $0.id)) }.map { rule in
                var parameters = ["rule": rule.id, "activity": activity]
                for reason in rule.reason.all { parameters["reason." + reason.language.rawValue] = reason.text }
                return Finding(.ineligible, parameters: parameters)
            }
        }
    }

    private func receiptFindings(_ context: ValidationContext) -> [Finding] {
        var findings: [Finding] = []
        if let channel = context.channel, !form.channels.contains(channel) {
            findings.append(Finding(.channelNotOpen, parameters: ["channel": channel.rawValue]))
        }
        guard let receivedAt = context.receivedAt else { return findings }
        if let deadline = form.deadline, receivedAt > deadline {
            let parameters = ["deadline": deadline.description, "timeZone": event.timeZone]
            findings.append(Finding(.receivedLate, parameters: parameters))
        }
        if let opensAt = form.opensAt, receivedAt < opensAt {
            let parameters = ["opensAt": opensAt.description, "timeZone": event.timeZone]
            findings.append(Finding(.receivedEarly, parameters: parameters))
        }
        return findings
    }
}
