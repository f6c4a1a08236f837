import FormModel
import Registry

/// Records one web submission inside of a transaction, with what was typed; its files are durable already.
///
/// In order: the key is looked up (a repetition changes nothing), the deadline is held against the moment of writing, the
/// source and its files become rows, the registration is recorded as by every other channel, the key and the applicant's
/// link are kept.
struct SubmissionRecording {
    let workspace: Workspace
    let secret: ServerSecret

    func record(_ item: SubmissionWriter.Item, in writer: RegistryWriter) throws -> SubmissionResult {
        let key = Self.key(item.key)
        if let known = try known(key, item, writer) { return known }
        let now = workspace.now
        if case .closed = item.form.availability(at: now) { return .closed }
        let source = try recordSource(item, at: now, writer)
        let recorder = RegistrationRecorder(
            checker: item.snapshot.checker,
            workspace: workspace,
            eventVersions: item.snapshot.versions
        )
        let recorded = try recorder.record(
            RegistrationRecorder.Submission(
                checked: item.checked,
                channel: .web,
                receivedAt: now,
                receivedBy: .clock,
                sourceID: source,
                place: "",
                actor: WebIntake.applicantActor
            ),
            in: writer
        )
        guard let recorded else { throw RegistryError(.unknownRegistration, detail: "form") }
        _ = try writer.claimKey(key, source: source, registration: recorded.id)
        let token = try ApplicantLinks(workspace: workspace).token(ofRegistration: recorded.id, in: writer)
        return .accepted(SubmissionResult.Receipt(code: recorded.code, token: token))
    }

    /// The key of the intake for a form's key.
    static func key(_ submissionKey: String) -> String { "web:" + submissionKey }

    private func known(
        _ key: String,
        _ item: SubmissionWriter.Item,
        _ writer: RegistryWriter
    ) throws -> SubmissionResult? {
        guard let claim = try writer.reader.claim(ofKey: key), let id = claim.registration,
            let row = try writer.reader.registration(id: id)
        else { return nil }
        let generation = try writer.reader.linkGeneration(ofRegistration: id) ?? 1
        let token = secret.applicantToken(registration: id, generation: generation)
        let receipt = SubmissionResult.Receipt(code: row.code, token: token)
        let isSame = try writer.reader.source(claim.source)?.sha256 == item.body.sha256
        return isSame ? .repeated(receipt) : .conflict(receipt)
    }

    private func recordSource(
        _ item: SubmissionWriter.Item,
        at now: Instant,
        _ writer: RegistryWriter
    ) throws -> Int64 {
        let (id, _) = try writer.recordSource(
            NewSource(
                sha256: item.body.sha256,
                byteCount: item.body.bytes.count,
                name: item.form.event.definition.slug + ".jsonl",
                format: .jsonl,
                channel: .web,
                receivedAt: now,
                receivedBy: .clock,
                requestedEvent: item.form.event.definition.slug
            ),
            at: now
        )
        try writer.keepBody(item.body.bytes, ofSource: id)
        try writer.note(
            .sourceStored,
            actor: WebIntake.applicantActor,
            at: now,
            details: [.init("source", .number(String(id))), .init("sha256", .string(item.body.sha256))]
        )
        for upload in item.uploads {
            let (part, _) = try writer.recordSource(
                NewSource(
                    sha256: upload.bytes.sha256,
                    byteCount: upload.bytes.bytes.count,
                    name: upload.name,
                    channel: .web,
                    receivedAt: now,
                    receivedBy: .parent,
                    parentID: id
                ),
                at: now
            )
            try writer.closeSource(part, status: .done)
        }
        try writer.closeSource(id, status: .done, format: .jsonl)
        return id
    }
}

extension ServerSecret {
    /// The token of an applicant's own page. Raising the generation makes the link before it worthless.
    func applicantToken(registration: Int64, generation: Int) -> String {
        token(.applicantLink, "\(registration):\(generation)")
    }
}
