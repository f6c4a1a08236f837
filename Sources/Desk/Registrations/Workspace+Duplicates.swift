import FieldKinds
import FormModel
import Registry
import Validation

extension Workspace {
    /// A person says that two registrations are one. The first code stays; answers it lacks come from the second, with
    /// their evidence; the second is struck off and points to the first.
    public func merge(_ keptCode: String, _ otherCode: String, reason: String) throws(DeskError) -> RegistrationDetails
    {
        let kept = try row(keptCode)
        let other = try row(otherCode)
        guard kept.id != other.id, kept.event == other.event, kept.form == other.form else {
            throw DeskError(
                .valueInvalid,
                "Połączyć można dwa różne zgłoszenia tego samego formularza.",
                "Only two different registrations of the same form can be merged."
            )
        }
        let event = try event(kept.event)
        guard let form = event.definition.form(kept.form) else { throw Self.unknownForm(kept.form) }
        let now = now
        let actor = environment.operatorName
        try DeskError.attempt {
            try registry.write { writer in
                let known = try writer.reader.participations(ofRegistration: other.id)
                guard known.allSatisfy({ !$0.state.counts }) else {
                    throw DeskError(
                        .stateRefused,
                        "Zgłoszenie \(other.code) ma już przyznane miejsce; połącz w odwrotnej kolejności.",
                        "Registration \(other.code) already holds a place; merge the other way round."
                    )
                }
                let answers = try writer.reader.answers(ofRegistration: other.id)
                let added = AnswerSet(answers.byField.filter { kept.values[$0.key] == nil })
                let values = kept.values.merging(added.values) { mine, _ in mine }
                try writer.merge(other.id, into: kept.id)
                for participation in known where participation.state.stateClass != .negative {
                    try writer.changeState(ofParticipation: participation, by: .cancel, at: now)
                }
                var checked = recheck(kept, event, form, values, touched: Set(added.values.keys))
                checked.needsReview += other.reviewFields.filter { added.values[$0] != nil }
                let amendment = Amendment(
                    event: event,
                    form: form,
                    values: values,
                    changed: added,
                    checked: checked,
                    actor: actor,
                    reason: reason
                )
                try amend(kept, amendment, in: writer)
                for (code, partner) in [(kept.code, other.code), (other.code, kept.code)] {
                    try writer.note(
                        .merged,
                        actor: actor,
                        at: now,
                        event: kept.event,
                        code: code.text,
                        details: [.init("with", .string(partner.text)), .init("reason", .string(reason))]
                    )
                }
            }
        }
        return try show(kept.code)
    }

    /// A person says that two registrations are two people.
    public func separate(_ firstCode: String, _ secondCode: String) throws(DeskError) -> [RegistrationDetails] {
        let rows = [try row(firstCode), try row(secondCode)]
        let now = now
        let actor = environment.operatorName
        try DeskError.attempt {
            try registry.write { writer in
                try writer.separate(rows[0].id, rows[1].id)
                for (row, partner) in [(rows[0], rows[1]), (rows[1], rows[0])] {
                    let findings = try remaining(row, writer)
                    try writer.setFindings(row.id, findings)
                    try follow(row, checked(row, row.values, findings), in: writer)
                    try acknowledge(row, findings, in: writer)
                    try writer.note(
                        .separated,
                        actor: actor,
                        at: now,
                        event: row.event,
                        code: row.code.text,
                        details: [.init("from", .string(partner.code.text))]
                    )
                }
            }
        }
        return [try show(rows[0].code), try show(rows[1].code)]
    }

    /// The receipt that was held back while two registrations might have been one; nothing where one was sent already.
    private func acknowledge(_ row: RegistrationRow, _ findings: [Finding], in writer: RegistryWriter) throws {
        guard let state = try writer.reader.registration(id: row.id)?.state, state.stateClass == .pending,
            try writer.reader.messages(ofRegistration: row.id).isEmpty,
            let event = try? event(row.event), let form = event.definition.form(row.form)
        else { return }
        let validator = Validator(event: event.definition, form: form)
        try Receipts(workspace: self).queue(
            registration: row.id,
            code: row.code,
            prepared: FormChecker.PreparedForm(event: event, form: form, validator: validator),
            identity: ApplicantIdentity(row.values, form: form, code: row.code.text),
            language: row.language,
            state: state,
            findings: findings,
            in: writer
        )
    }

    /// The findings of a registration, with the one about duplicates only while somebody is still suspected.
    private func remaining(_ row: RegistrationRow, _ writer: RegistryWriter) throws -> [Finding] {
        let isSuspect = try writer.reader.registration(id: row.id)?.possibleDuplicateOf != nil
        return row.findings.filter { $0.code != .possibleDuplicate || isSuspect }
    }

    private func checked(
        _ row: RegistrationRow,
        _ values: [String: AnswerValue],
        _ findings: [Finding]
    ) -> CheckedForm {
        CheckedForm(
            event: row.event,
            form: row.form,
            language: row.language,
            answers: AnswerSet(values.mapValues { Answer(value: $0, confidence: 1, evidence: []) }),
            findings: findings.filter { $0.code != .possibleDuplicate },
            needsReview: row.reviewFields
        )
    }
}
