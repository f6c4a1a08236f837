import FormModel
import Registry
import Validation

extension WebIntake {
    /// Writes down what an applicant changed: kept as a source first, added to the evidence, checked again.
    ///
    /// In order: the typed form becomes a source with its bytes; answers that differ get the new value and one more
    /// piece of evidence; state and applications follow; the journal names the fields. A file that is not sent again
    /// stays; an activity that is no longer wished for is withdrawn from.
    public func correct(_ page: ApplicantPage, _ checked: CheckedTypedForm) throws(DeskError) {
        guard let form = page.form else { return }
        let now = workspace.now
        let desk = workspace.acting(as: Self.applicantActor)
        let correction = Correction(page: page, form: form, checked: checked)
        let body = OriginalStore.Incoming(
            bytes: SubmissionBody(form: form, typed: checked.typed, key: "correction:\(now.millisecondsSinceEpoch)")
                .bytes
        )
        let files = checked.typed.uploads.values.compactMap { upload in
            uploads.bytes(upload.token).map { (name: upload.name, bytes: OriginalStore.Incoming(bytes: $0)) }
        }
        try DeskError.attempt {
            try workspace.registry.originals.store(files.map(\.bytes))
            try workspace.registry.write { writer in
                try Self.recordSource(body, files, of: page.row, at: now, in: writer)
                try correction.write(desk, in: writer, at: now)
            }
        }
    }

    private static func recordSource(
        _ body: OriginalStore.Incoming,
        _ files: [(name: String, bytes: OriginalStore.Incoming)],
        of row: RegistrationRow,
        at now: Instant,
        in writer: RegistryWriter
    ) throws {
        let parts = [(row.event + ".jsonl", body)] + files
        for (name, bytes) in parts {
            let (id, _) = try writer.recordSource(
                NewSource(
                    sha256: bytes.sha256,
                    byteCount: bytes.bytes.count,
                    name: name,
                    channel: .web,
                    receivedAt: now,
                    receivedBy: .clock,
                    parentID: row.sourceID,
                    requestedEvent: row.event
                ),
                at: now
            )
            if bytes.sha256 == body.sha256 { try writer.keepBody(body.bytes, ofSource: id) }
            try writer.closeSource(id, status: .done)
        }
    }

    /// The difference between the answers that stand and those that were typed now.
    private struct Correction {
        let page: ApplicantPage
        let form: WebForm
        let values: [String: AnswerValue]
        let changed: AnswerSet
        let removed: [String]
        let checked: CheckedTypedForm

        init(page: ApplicantPage, form: WebForm, checked: CheckedTypedForm) {
            self.page = page
            self.form = form
            self.checked = checked
            let row = page.row
            var values = checked.answers.values
            for field in form.form.fields where field.kind == .file && values[field.key] == nil {
                values[field.key] = row.values[field.key]
            }
            self.values = values
            changed = AnswerSet(checked.answers.byField.filter { row.values[$0.key] != $0.value.value })
            removed = row.values.keys.filter { values[$0] == nil }.sorted()
        }

        func write(_ desk: Workspace, in writer: RegistryWriter, at now: Instant) throws {
            let row = page.row
            try desk.amend(row, amendment, in: writer)
            try followWishes(row, writer, at: now)
            let before = (changed.byField.keys.sorted() + removed).map { key in
                JSONValue.Member(key, row.values[key].map { .string($0.plainText) } ?? .null)
            }
            try writer.note(
                .corrected,
                actor: WebIntake.applicantActor,
                at: now,
                event: row.event,
                code: row.code.text,
                details: [.init("fields", .array(before.map { .string($0.key) })), .init("before", .object(before))]
            )
        }

        private var amendment: Amendment {
            Amendment(
                event: form.event,
                form: form.form,
                values: values,
                changed: changed,
                checked: CheckedForm(
                    event: page.row.event,
                    form: page.row.form,
                    language: page.row.language,
                    answers: checked.answers,
                    findings: checked.findings,
                    needsReview: WebIntake.fieldsToReview(checked.findings)
                ),
                actor: WebIntake.applicantActor
            )
        }

        /// Activities that are no longer wished for are withdrawn from; those wished for again come back.
        private func followWishes(_ row: RegistrationRow, _ writer: RegistryWriter, at now: Instant) throws {
            guard form.form.activityField != nil else { return }
            let wished = Set(form.validator.appliedActivities(in: checked.answers))
            for participation in try writer.reader.participations(ofRegistration: row.id) {
                let isWished = wished.contains(participation.activity)
                if participation.state == .applied, !isWished {
                    try writer.changeState(ofParticipation: participation, by: .withdraw, at: now)
                }
                if participation.state == .withdrawn, isWished {
                    try writer.changeState(ofParticipation: participation, by: .reopen, at: now)
                }
            }
        }
    }
}
