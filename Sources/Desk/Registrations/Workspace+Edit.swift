import FieldKinds
public import FormModel
import Registry
import Validation

extension Workspace {
    /// A person's corrections to one registration.
    public struct Correction: Sendable {
        public var assignments: [FieldAssignment]
        /// Fields looked at and found right; `*` for the form as a whole.
        public var confirmed: [String]
        /// Answers typed into a form of our own and read already; nil takes the answer away.
        public var replaced: [(field: String, value: AnswerValue?, raw: String)] = []
        public var reason: String

        public init(assignments: [FieldAssignment] = [], confirmed: [String] = [], reason: String = "") {
            self.assignments = assignments
            self.confirmed = confirmed
            self.reason = reason
        }
    }

    /// Corrects or confirms answers. Nothing is overwritten: the correction is one more piece of evidence.
    ///
    /// In order: the texts are read by the fields' kinds (a bad one refuses the whole correction), the answers and the
    /// evidence are written, the form is checked again, the state follows, the journal says who and why.
    public func edit(_ typedCode: String, _ correction: Correction) throws(DeskError) -> RegistrationDetails {
        let row = try row(typedCode)
        let event = try event(row.event)
        guard let form = event.definition.form(row.form) else { throw Self.unknownForm(row.form) }
        let today = now.local(in: event.definition.timeZone).date
        var editing = AnswerEditing(
            form: form,
            values: row.values,
            operatorName: environment.operatorName,
            context: ReadingContext(language: row.language, today: today)
        )
        for assignment in correction.assignments { try editing.assign(assignment) }
        for change in correction.replaced {
            try editing.replace(change.field, with: change.value, raw: change.raw)
        }
        for field in correction.confirmed where field != "*" { try editing.confirm(field) }
        let checked = recheck(row, event, form, editing, confirmsAll: correction.confirmed.contains("*"))
        let identity = ApplicantIdentity(editing.values, form: form, code: row.code.text)
        try write(row, editing, checked, identity, event, correction)
        return try show(row.code)
    }

    static func unknownForm(_ id: String) -> DeskError {
        DeskError(
            .unknownForm,
            "Plik wydarzenia nie zna już formularza „\(id)”. Przywróć go w pliku, aby poprawiać stare zgłoszenia.",
            "The event file does not know the form “\(id)” any more. Bring it back to correct old registrations."
        )
    }

    /// Findings that speak of the reading stay until somebody has looked; those about values are made anew.
    private func recheck(
        _ row: RegistrationRow,
        _ event: LoadedEvent,
        _ form: FormDefinition,
        _ editing: AnswerEditing,
        confirmsAll: Bool
    ) -> CheckedForm {
        let answers = AnswerSet(
            editing.values.mapValues { Answer(value: $0, confidence: 1, evidence: []) }
        )
        let anew = Validator(event: event.definition, form: form).findings(
            for: answers,
            context: ValidationContext(
                receivedAt: row.receivedAt,
                channel: row.channel,
                today: row.receivedAt.local(in: event.definition.timeZone).date
            )
        )
        let kept = row.findings.filter { finding in
            guard finding.code.needsPerson, finding.code != .possibleDuplicate, !confirmsAll else { return false }
            return finding.field.map { !editing.touched.contains($0) } ?? true
        }
        let known = Set(kept.map { $0.code.rawValue + "|" + ($0.field ?? "") })
        return CheckedForm(
            event: row.event,
            form: row.form,
            language: row.language,
            answers: answers,
            findings: kept + anew.filter { !known.contains($0.code.rawValue + "|" + ($0.field ?? "")) },
            needsReview: confirmsAll ? [] : row.reviewFields.filter { !editing.touched.contains($0) }
        )
    }

    private func write(
        _ row: RegistrationRow,
        _ editing: AnswerEditing,
        _ checked: CheckedForm,
        _ identity: ApplicantIdentity,
        _ event: LoadedEvent,
        _ correction: Correction
    ) throws(DeskError) {
        let now = now
        let actor = environment.operatorName
        try DeskError.attempt {
            try registry.write { writer in
                var findings = checked.findings
                if let other = row.possibleDuplicateOf {
                    findings.append(try RegistrationRecorder.duplicate(of: other, writer.reader))
                }
                try writer.updateRegistration(
                    row.id,
                    values: editing.values,
                    changed: editing.changed,
                    findings: findings,
                    reviewFields: checked.needsReview,
                    name: identity.name,
                    sortKey: identity.sortKey,
                    searchText: identity.searchText,
                    at: now,
                    actor: actor,
                    reason: correction.reason
                )
                try follow(row, checked, in: writer)
                try updateApplications(row, editing.values, event, in: writer)
                try writer.note(
                    correction.assignments.isEmpty && correction.replaced.isEmpty ? .reviewed : .corrected,
                    actor: actor,
                    at: now,
                    event: row.event,
                    code: row.code.text,
                    details: [
                        .init("fields", .array(editing.touched.sorted().map(JSONValue.string))),
                        .init("before", .object(editing.before)),
                        .init("reason", .string(correction.reason)),
                    ]
                )
            }
        }
    }

    /// Moves the state to where the answers are now; withdrawn and struck-off registrations stay what they are.
    func follow(_ row: RegistrationRow, _ checked: CheckedForm, in writer: RegistryWriter) throws {
        guard row.state.stateClass == .pending else { return }
        let isSuspect = try writer.reader.registration(id: row.id)?.possibleDuplicateOf != nil
        let action: StateTransition.RegistrationAction =
            isSuspect || checked.needsPerson ? .askPerson : checked.isIncomplete ? .askApplicant : .accept
        try writer.changeState(ofRegistration: row.id, by: action)
    }

    func updateApplications(
        _ row: RegistrationRow,
        _ values: [String: AnswerValue],
        _ event: LoadedEvent,
        in writer: RegistryWriter
    ) throws {
        guard let form = event.definition.form(row.form) else { return }
        let prepared = FormChecker.PreparedForm(
            event: event,
            form: form,
            validator: Validator(event: event.definition, form: form)
        )
        for application in RegistrationRecorder.applications(values, prepared) {
            try writer.addApplication(registration: row.id, event: row.event, application, at: now)
            let known = try writer.reader.participation(registration: row.id, activity: application.activity)
            if let known, known.state == .applied {
                try writer.updateApplication(known.id, group: application.group, seats: application.seats)
            }
        }
    }
}
