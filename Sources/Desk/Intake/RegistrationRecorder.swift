import Expressions
import FieldKinds
import FormModel
import Registry

/// Writes checked forms down as registrations. Runs inside one transaction of the registry.
struct RegistrationRecorder {
    let checker: FormChecker
    let workspace: Workspace
    /// Row ids of the versions of the events' files.
    let eventVersions: [String: Int64]

    /// A checked form with everything the registry must know about it.
    struct Submission {
        var checked: CheckedForm
        var channel: Channel
        var receivedAt: Instant
        var receivedBy: StoredSource.ReceivedBy
        var sourceID: Int64?
        var place: String
        var actor: String
    }

    struct Recorded {
        var id: Int64
        var code: RegistrationCode
        var state: RegistrationState
        var name: String
        /// All findings, that of a possible duplicate included.
        var findings: [Finding]
    }

    /// Records what staff typed in, and takes the paper it was typed from, if there is one, out of the review queue.
    func recordTyped(
        _ checked: CheckedForm,
        channel: Channel,
        receivedAt: Instant,
        from source: Int64?,
        by actor: String,
        in writer: RegistryWriter
    ) throws -> Recorded? {
        if let source {
            guard let stored = try writer.reader.source(source) else { throw RegistryError(.unknownSource) }
            try writer.closeSource(source, status: .done, findings: stored.findings)
        }
        let submission = Submission(
            checked: checked,
            channel: channel,
            receivedAt: receivedAt,
            receivedBy: .staff,
            sourceID: source,
            place: "desk",
            actor: actor
        )
        return try record(submission, in: writer)
    }

    /// In this order: code and identity, suspicion of a duplicate, the row with its applications, late forms rejected,
    /// the journal, the receipt in the outbox. Nothing is mailed here.
    func record(_ submission: Submission, in writer: RegistryWriter) throws -> Recorded? {
        let checked = submission.checked
        guard let event = checked.event, let formID = checked.form,
            let prepared = checker.prepared(event: event, form: formID), let version = eventVersions[event]
        else { return nil }
        let now = workspace.now
        let code = try freeCode(in: writer)
        let identity = ApplicantIdentity(checked.answers.values, form: prepared.form, code: code.text)
        let suspect = try writer.reader.suspect(event: event, keys: identity.duplicateKeys)
        var findings = checked.findings
        if let suspect { findings.append(try Self.duplicate(of: suspect, writer.reader)) }
        let state = suspect != nil ? .needsReview : Self.state(of: checked)
        let id = try writer.insertRegistration(
            NewRegistration(
                code: code,
                event: event,
                form: formID,
                eventVersionID: version,
                state: state,
                channel: submission.channel,
                language: checked.language ?? prepared.event.definition.languages.first ?? .polish,
                receivedAt: submission.receivedAt,
                enteredAt: now,
                sourceID: submission.sourceID,
                sourcePlace: submission.place,
                name: identity.name,
                sortKey: identity.sortKey,
                searchText: identity.searchText,
                duplicateKeys: identity.duplicateKeys,
                possibleDuplicateOf: suspect,
                answers: checked.answers,
                findings: findings,
                reviewFields: checked.needsReview,
                applications: Self.applications(checked.answers.values, prepared),
                actor: submission.actor
            )
        )
        try rejectLate(id, findings, in: writer, at: now)
        try writer.note(
            .registered,
            actor: submission.actor,
            at: now,
            event: event,
            code: code.text,
            details: [
                .init("channel", .string(submission.channel.rawValue)),
                .init("receivedAt", .string(submission.receivedAt.description)),
                .init("receivedBy", .string(submission.receivedBy.rawValue)),
                .init("form", .string(formID)),
                .init("state", .string(state.rawValue)),
                .init("source", submission.sourceID.map { .number(String($0)) } ?? .null),
                .init("place", .string(submission.place)),
            ]
        )
        if suspect != nil {
            try writer.note(.duplicateSuspected, actor: "intake", at: now, event: event, code: code.text)
        }
        try Receipts(workspace: workspace).queue(
            registration: id,
            code: code,
            prepared: prepared,
            identity: identity,
            language: checked.language ?? prepared.event.definition.languages.first ?? .polish,
            state: state,
            findings: findings,
            in: writer
        )
        return Recorded(id: id, code: code, state: state, name: identity.name, findings: findings)
    }

    /// The finding names the other registration, so that staff can look at both.
    static func duplicate(of id: Int64, _ reader: RegistryReader) throws -> Finding {
        let code = try reader.registration(id: id)?.code.text ?? ""
        return Finding(.possibleDuplicate, parameters: ["code": code])
    }

    static func state(of checked: CheckedForm) -> RegistrationState {
        if checked.needsPerson { return .needsReview }
        return checked.isIncomplete ? .incomplete : .submitted
    }

    /// Codes are drawn until a free one is found; with millions of codes a few draws are enough.
    private func freeCode(in writer: RegistryWriter) throws -> RegistrationCode {
        for _ in 0..<1000 {
            let code = RegistrationCode(number: workspace.environment.randomNumber(RegistrationCode.count))
            if try writer.reader.isCodeFree(code) { return code }
        }
        throw RegistryError(.codesExhausted)
    }

    private func rejectLate(_ id: Int64, _ findings: [Finding], in writer: RegistryWriter, at now: Instant) throws {
        guard findings.contains(where: { $0.code == .receivedLate }) else { return }
        for participation in try writer.reader.participations(ofRegistration: id) {
            try writer.changeState(ofParticipation: participation, by: .reject, reason: LateReason.reason, at: now)
        }
    }

    // MARK: Applications

    /// The activities a form applies for, with group and places.
    static func applications(
        _ values: [String: AnswerValue],
        _ prepared: FormChecker.PreparedForm
    ) -> [NewRegistration.Application] {
        let definition = prepared.event.definition
        var wanted = prepared.form.activities
        if let field = prepared.form.activityField {
            switch values[field] {
            case .choices(let keys)?: wanted += keys
            case .text(let key)?: wanted.append(key)
            default: break
            }
        }
        var seen: Set<String> = []
        return wanted.filter { seen.insert($0).inserted }.compactMap { id in
            guard let activity = definition.activity(id), activity.cohort == nil else { return nil }
            return NewRegistration.Application(
                activity: id,
                group: group(of: values, in: activity),
                seats: seats(of: values, in: activity, form: prepared.form)
            )
        }
    }

    private static func group(of values: [String: AnswerValue], in activity: Activity) -> String? {
        guard let field = activity.groupField, let wanted = values[field]?.plainText else { return nil }
        return activity.groups.contains { $0.id == wanted } ? wanted : nil
    }

    private static func seats(of values: [String: AnswerValue], in activity: Activity, form: FormDefinition) -> Int {
        guard activity.counts == .delegates else { return 1 }
        for field in form.fields where field.kind == .group {
            if case .group(let entries)? = values[field.key], !entries.isEmpty { return entries.count }
        }
        return 1
    }
}

/// The reason of everybody who came after the deadline.
enum LateReason {
    static let reason = DecisionReason(
        code: "late",
        text: LocalizedText([
            .polish: "Zgłoszenie wpłynęło po terminie.",
            .english: "The registration arrived after the deadline.",
            .ukrainian: "Заявка надійшла після закінчення строку.",
            .russian: "Заявка поступила после окончания срока.",
            .belarusian: "Заяўка паступіла пасля заканчэння тэрміну.",
        ])
    )
}
