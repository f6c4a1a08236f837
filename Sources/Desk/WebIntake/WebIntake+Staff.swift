import FieldKinds
public import FormModel
import Registry

/// A form that staff typed in from a call, a paper or a visit.
public struct TypedEntry: Sendable {
    public var checked: CheckedTypedForm
    public var channel: Channel
    /// End of the call, or the stamp on the paper: kept apart from the moment of typing.
    public var receivedAt: Instant
    /// What the person is written to in.
    public var language: InterfaceLanguage
    /// The stored paper this is typed from, if it lies in the review queue; it leaves the queue.
    public var source: Int64?
    /// Used once: a second click does not record the person twice.
    public var nonce: String

    public init(
        checked: CheckedTypedForm,
        channel: Channel,
        receivedAt: Instant,
        language: InterfaceLanguage,
        source: Int64? = nil,
        nonce: String
    ) {
        self.checked = checked
        self.channel = channel
        self.receivedAt = receivedAt
        self.language = language
        self.source = source
        self.nonce = nonce
    }
}

extension WebIntake {
    /// Records what staff typed. The evidence says who typed it; what is missing is said as for every other channel.
    public func enter(
        _ entry: TypedEntry,
        of form: WebForm,
        in snapshot: WebCatalogue.Snapshot,
        by actor: String
    ) throws(DeskError) -> RegistrationCode {
        let desk = workspace.acting(as: actor)
        let slug = form.event.definition.slug
        let answers = AnswerSet(entry.checked.answers.byField.mapValues { Self.typed($0, by: actor) })
        let checked = CheckedForm(
            event: slug,
            form: form.form.id,
            language: entry.language,
            answers: answers,
            findings: Self.findings(entry, answers, form, snapshot),
            needsReview: []
        )
        let recorder = RegistrationRecorder(
            checker: snapshot.checker,
            workspace: desk,
            eventVersions: snapshot.versions
        )
        let recorded = try DeskError.attempt {
            try workspace.registry.write { writer -> RegistrationRecorder.Recorded? in
                guard try writer.useNonce("entry:" + entry.nonce, at: workspace.now) else { throw Self.savedAlready }
                return try recorder.recordTyped(
                    checked,
                    channel: entry.channel,
                    receivedAt: entry.receivedAt,
                    from: entry.source,
                    by: actor,
                    in: writer
                )
            }
        }
        guard let recorded else { throw Workspace.unknownForm(form.form.id) }
        return recorded.code
    }

    /// The rules are held against the channel and the moment of receipt; what the kinds said about the texts stays.
    private static func findings(
        _ entry: TypedEntry,
        _ answers: AnswerSet,
        _ form: WebForm,
        _ snapshot: WebCatalogue.Snapshot
    ) -> [Finding] {
        let rules = snapshot.checker.check(
            answers: answers,
            event: form.event.definition.slug,
            form: form.form.id,
            channel: entry.channel,
            receivedAt: entry.receivedAt
        )
        let ofWeb: Set<FindingCode> = [.channelNotOpen, .receivedLate, .receivedEarly]
        let known = Set(rules.map { $0.code.rawValue + "|" + ($0.field ?? "") })
        return rules
            + entry.checked.findings.filter {
                !ofWeb.contains($0.code) && !known.contains($0.code.rawValue + "|" + ($0.field ?? ""))
            }
    }

    private static func typed(_ answer: Answer, by actor: String) -> Answer {
        var answer = answer
        answer.evidence = answer.evidence.map { evidence in
            Evidence(kind: .staff, place: "desk", raw: evidence.raw, score: 1, operatorName: actor)
        }
        return answer
    }

    private static let savedAlready = DeskError(
        .stateRefused,
        "To zgłoszenie jest już zapisane; drugi raz go nie zapisano.",
        "This registration is recorded already; it was not recorded twice."
    )

    /// What staff changed on the form of a registration: only fields whose answer differs now, or that `confirmed` names.
    ///
    /// - Parameter only: fields that were shown; nil when all were.
    public func change(
        _ details: RegistrationDetails,
        to checked: CheckedTypedForm,
        only: Set<String>?,
        confirms: Bool,
        reason: String,
        by actor: String
    ) throws(DeskError) -> RegistrationDetails {
        let row = details.summary.row
        var correction = Workspace.Correction(reason: reason)
        for field in details.form?.fields ?? [] where only?.contains(field.key) ?? true {
            let typed = checked.answers[field.key]
            // A file that is not sent again stays.
            if field.kind == .file, typed == nil { continue }
            if typed?.value == row.values[field.key] {
                if confirms { correction.confirmed.append(field.key) }
                continue
            }
            // A box that was never shown to the person is not a „no”.
            if row.values[field.key] == nil, case .flag(false)? = typed?.value, field.kind == .consent { continue }
            let raw = typed?.evidence.last?.raw ?? ""
            correction.replaced.append((field.key, typed?.value, raw))
        }
        guard !correction.replaced.isEmpty || !correction.confirmed.isEmpty else { return details }
        return try workspace.acting(as: actor).edit(row.code.text, correction)
    }

    /// Where the event wants two people: notes what the first found, and is true when a second one finds the same. What
    /// one person finds twice stays one finding.
    public func agrees(
        on field: String,
        _ value: AnswerValue?,
        of details: RegistrationDetails,
        by actor: String
    ) throws(DeskError) -> Bool {
        guard details.event?.definition.needsSecondCheck == true else { return true }
        let id = details.summary.row.id
        let text = value?.plainText ?? ""
        return try DeskError.attempt {
            try workspace.registry.write { writer in
                let mark = try writer.reader.reviewMarks(ofRegistration: id)[field]
                if let mark, mark.login != actor, mark.value == text {
                    try writer.removeReviewMark(id, field: field)
                    return true
                }
                try writer.setReviewMark(id, field: field, login: actor, value: text, at: workspace.now)
                return false
            }
        }
    }
}
