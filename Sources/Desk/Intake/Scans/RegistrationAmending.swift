import FormModel
import Registry

/// Adds pages that came later to the registration that they belong to. Runs inside one transaction of the registry.
struct RegistrationAmending {
    let recorder: RegistrationRecorder
    let writer: RegistryWriter
    let actor: String

    /// Answers that the registration has stay; those of the new pages are added with their evidence. Findings about values
    /// are made anew, the missing pages that came are no longer missing, the state follows. Returns the state.
    func add(_ form: ReadSource.Form, to row: RegistrationRow, source: Int64) throws -> RegistrationState {
        let checker = recorder.checker
        guard let prepared = checker.prepared(event: row.event, form: row.form) else {
            throw RegistryError(.unknownRegistration)
        }
        let now = recorder.workspace.now
        let known = try writer.reader.answers(ofRegistration: row.id)
        let joining = AnswerJoining(known, form.checked.answers, place: form.place)
        let (added, values) = (joining.added, joining.values)
        let amendment = Amendment(
            event: prepared.event,
            form: prepared.form,
            values: values,
            changed: added,
            checked: recheck(row, form, values, added, joining.findings),
            actor: actor
        )
        try recorder.workspace.amend(row, amendment, in: writer)
        for key in form.keys { _ = try writer.claimKey(key, source: source, registration: row.id) }
        try note(row, form, added, source, at: now)
        return try writer.reader.registration(id: row.id)?.state ?? row.state
    }

    private func recheck(
        _ row: RegistrationRow,
        _ form: ReadSource.Form,
        _ values: [String: AnswerValue],
        _ added: AnswerSet,
        _ differing: [Finding]
    ) -> CheckedForm {
        let answers = AnswerSet(values.mapValues { Answer(value: $0, confidence: 1, evidence: []) })
        let anew = recorder.checker.check(
            answers: answers,
            event: row.event,
            form: row.form,
            channel: row.channel,
            receivedAt: row.receivedAt
        )
        // Also what was written and could not be made out: there is an answer on the paper, and nobody has it.
        let isNews = { (key: String) in added.values[key] != nil || values[key] == nil }
        let came = Set(form.pages)
        let kept = row.findings.filter { finding in
            guard finding.code.needsPerson, finding.code != .possibleDuplicate else { return false }
            // What could not be read before is there now, or is told anew by the new reading.
            if finding.code == .sourceNotYetReadable || finding.code == .pageNotRegistered { return false }
            return finding.code != .scanPageMissing || !came.contains(finding.parameters["page"] ?? "")
        }
        let told = form.checked.findings.filter { finding in
            guard finding.code.needsPerson, finding.code != .scanPageMissing else { return false }
            return finding.field.map { isNews(Self.topLevelKey($0)) } ?? true
        }
        var seen: Set<String> = []
        let all = (kept + told + differing + anew).filter { finding in
            seen.insert(
                [finding.code.rawValue, finding.field ?? "", finding.parameters["page"] ?? ""].joined(separator: "|")
            )
            .inserted
        }
        let differ = differing.compactMap(\.field)
        let review = row.reviewFields + (form.checked.needsReview + differ).filter { !row.reviewFields.contains($0) }
        return CheckedForm(
            event: row.event,
            form: row.form,
            language: row.language,
            answers: answers,
            findings: all,
            needsReview: review.filter {
                row.reviewFields.contains($0) || isNews($0) || differ.contains($0)
            }
        )
    }

    private static func topLevelKey(_ path: String) -> String { String(path.prefix { $0 != "[" }) }

    private func note(
        _ row: RegistrationRow,
        _ form: ReadSource.Form,
        _ added: AnswerSet,
        _ source: Int64,
        at now: Instant
    ) throws {
        try writer.note(
            .corrected,
            actor: actor,
            at: now,
            event: row.event,
            code: row.code.text,
            details: [
                .init("fields", .array(added.values.keys.sorted().map(JSONValue.string))),
                .init("source", .number(String(source))),
                .init("place", .string(form.place)),
                .init("pages", .array(form.pages.sorted().map(JSONValue.string))),
            ]
        )
    }
}
