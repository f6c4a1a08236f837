import FieldKinds
public import FormModel
import Validation

/// One form of one event, prepared for the web.
public struct WebForm: Sendable {
    public let event: LoadedEvent
    public let form: FormDefinition
    let readers: [FieldReader]
    let conditions: FormConditions
    let validator: Validator

    init(event: LoadedEvent, form: FormDefinition) {
        self.event = event
        self.form = form
        readers = form.fields.map { FieldReader($0) }
        conditions = FormConditions(event: event.definition, form: form)
        validator = Validator(event: event.definition, form: form)
    }

    /// Whether the form may be filled in at a moment.
    public enum Availability: Hashable, Sendable {
        case open
        case notYet(Instant)
        case closed(Instant)
        /// The form is taken by other channels only.
        case notOnWeb
    }

    public func availability(at now: Instant) -> Availability {
        guard form.channels.contains(.web) else { return .notOnWeb }
        if let deadline = form.deadline, now > deadline { return .closed(deadline) }
        if let opensAt = form.opensAt, now < opensAt { return .notYet(opensAt) }
        return .open
    }

    /// Languages it can be filled in, the event's main one first.
    public var languages: [InterfaceLanguage] { event.definition.languages }

    /// The version of each clause by the consent's key, as shown now.
    public var clauseVersions: [String: String] {
        Dictionary(form.fields.compactMap { field in field.clause.map { (field.key, $0.version) } }) { first, _ in first
        }
    }

    /// Names of fields whose change may change what else is asked.
    public var decidingFields: Set<String> { conditions.names }

    // MARK: Checking

    /// What is asked and what may be left out, for what was typed so far.
    public func questions(_ typed: TypedForm, at now: Instant) -> (hidden: Set<String>, optional: Set<String>) {
        let today = now.local(in: event.definition.timeZone).date
        let answers = TypedAnswers(typed, readers: readers, context: context(typed, today)).answers
        let result = conditions.evaluate(answers.values, typed, today: today)
        return (result.hidden, result.optional)
    }

    /// Reads and checks what was typed. Texts of questions that are not asked count as not typed.
    public func check(_ typed: TypedForm, at now: Instant) -> CheckedTypedForm {
        let today = now.local(in: event.definition.timeZone).date
        let context = context(typed, today)
        let hidden = questions(typed, at: now).hidden
        var asked = typed
        for path in hidden { Self.forget(path, in: &asked) }
        let read = TypedAnswers(asked, readers: readers, context: context)
        var answers = read.answers
        for path in hidden { answers[path] = nil }
        let findings = validator.findings(
            for: answers,
            issues: read.issues,
            context: ValidationContext(receivedAt: now, channel: .web, today: today, language: typed.language)
        )
        return CheckedTypedForm(
            typed: asked,
            answers: answers,
            findings: findings.flatMap { questionsOfEmptyGroup($0, hidden) }
        )
    }

    /// A repeating group in which nothing stands is told by the questions of its first entry, where the person can answer.
    private func questionsOfEmptyGroup(_ finding: Finding, _ hidden: Set<String>) -> [Finding] {
        guard finding.code == .requiredMissing, let key = finding.field, let group = form.field(key),
            group.kind == .group
        else { return [finding] }
        let paths = group.fields.filter(\.isRequired).map { FieldPath.inner(key, 1, $0.key) }
        let asked = paths.filter { !hidden.contains($0) }
        return asked.isEmpty ? [finding] : asked.map { Finding(.requiredMissing, field: $0) }
    }

    private static func forget(_ path: String, in typed: inout TypedForm) {
        for name in typed.texts.keys where name == path || name.hasPrefix(path + ".") || name.hasPrefix(path + "[") {
            typed.texts[name] = nil
        }
        typed.uploads[path] = nil
    }

    private func context(_ typed: TypedForm, _ today: CalendarDate) -> ReadingContext {
        ReadingContext(language: typed.language, today: today)
    }
}

/// What was typed, as answers, with everything there is to say about it.
public struct CheckedTypedForm: Sendable {
    /// Without texts of questions that are not asked.
    public var typed: TypedForm
    public var answers: AnswerSet
    public var findings: [Finding]

    /// What the person has to mend before the form can be sent. Conditions of taking part do not stand in the way: they
    /// decide about admission, and a person of the staff may know better.
    public var obstacles: [Finding] {
        findings.filter { $0.severity == .error && !$0.code.concernsAdmission }
    }

    /// Conditions of taking part that are not met, to be told before sending.
    public var unmetConditions: [Finding] { findings.filter { $0.code == .ineligible } }
}
