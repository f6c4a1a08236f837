import FieldKinds
import FormModel
import Registry
import Validation

/// What a registration says after somebody changed it, and who did.
struct Amendment {
    let event: LoadedEvent
    let form: FormDefinition
    /// All answers as they stand now.
    let values: [String: AnswerValue]
    /// Answers that are new, with their evidence.
    let changed: AnswerSet
    /// The answers checked again; without the finding about a double, which the registry knows.
    let checked: CheckedForm
    let actor: String
    var reason = ""
}

extension Workspace {
    /// Writes an amendment down, inside one transaction of the registry.
    ///
    /// In order: answers, evidence, findings and the name to sort and search by; the state follows; wishes become
    /// applications. The journal is for the caller, who knows what happened.
    func amend(_ row: RegistrationRow, _ amendment: Amendment, in writer: RegistryWriter) throws {
        let identity = ApplicantIdentity(amendment.values, form: amendment.form, code: row.code.text)
        var findings = amendment.checked.findings
        if let other = try writer.reader.registration(id: row.id)?.possibleDuplicateOf {
            findings.append(try RegistrationRecorder.duplicate(of: other, writer.reader))
        }
        try writer.updateRegistration(
            row.id,
            values: amendment.values,
            changed: amendment.changed,
            findings: findings,
            reviewFields: amendment.checked.needsReview,
            name: identity.name,
            sortKey: identity.sortKey,
            searchText: identity.searchText,
            at: now,
            actor: amendment.actor,
            reason: amendment.reason
        )
        try follow(row, amendment.checked, in: writer)
        try updateApplications(row, amendment, in: writer)
    }

    /// Moves the state to where the answers are now; withdrawn and struck-off registrations stay what they are.
    func follow(_ row: RegistrationRow, _ checked: CheckedForm, in writer: RegistryWriter) throws {
        guard row.state.stateClass == .pending else { return }
        let isSuspect = try writer.reader.registration(id: row.id)?.possibleDuplicateOf != nil
        let action: StateTransition.RegistrationAction =
            isSuspect || checked.needsPerson ? .askPerson : checked.isIncomplete ? .askApplicant : .accept
        try writer.changeState(ofRegistration: row.id, by: action)
    }

    private func updateApplications(
        _ row: RegistrationRow,
        _ amendment: Amendment,
        in writer: RegistryWriter
    ) throws {
        let prepared = FormChecker.PreparedForm(
            event: amendment.event,
            form: amendment.form,
            validator: Validator(event: amendment.event.definition, form: amendment.form)
        )
        for application in RegistrationRecorder.applications(amendment.values, prepared) {
            try writer.addApplication(registration: row.id, event: row.event, application, at: now)
            let known = try writer.reader.participation(registration: row.id, activity: application.activity)
            if let known, known.state == .applied {
                try writer.updateApplication(known.id, group: application.group, seats: application.seats)
            }
        }
    }

    /// Checks the answers of a registration again.
    ///
    /// Findings that speak of the reading stay until somebody has looked at their field; those about values are made
    /// anew.
    /// - Parameters:
    ///   - touched: Keys of the fields that somebody changed or confirmed.
    ///   - confirmsAll: Whether a person has looked at the form as a whole.
    func recheck(
        _ row: RegistrationRow,
        _ event: LoadedEvent,
        _ form: FormDefinition,
        _ values: [String: AnswerValue],
        touched: Set<String>,
        confirmsAll: Bool = false
    ) -> CheckedForm {
        let answers = AnswerSet(values.mapValues { Answer(value: $0, confidence: 1, evidence: []) })
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
            return finding.field.map { !touched.contains($0) } ?? true
        }
        let known = Set(kept.map { $0.code.rawValue + "|" + ($0.field ?? "") })
        return CheckedForm(
            event: row.event,
            form: row.form,
            language: row.language,
            answers: answers,
            findings: kept + anew.filter { !known.contains($0.code.rawValue + "|" + ($0.field ?? "")) },
            needsReview: confirmsAll ? [] : row.reviewFields.filter { !touched.contains($0) }
        )
    }
}
