import FieldKinds
import FormModel
import Registry

/// Writes down what reading one source gave: its forms as registrations, its parts, what became of it.
struct SourceRecording {
    let recorder: RegistrationRecorder
    let writer: RegistryWriter
    let actor: String
    /// Pictures of places on paper, by the registration that they are of; kept once the transaction is through.
    private(set) var crops: [(code: RegistrationCode, crops: [EvidenceCrop])] = []

    init(recorder: RegistrationRecorder, writer: RegistryWriter, actor: String) {
        self.recorder = recorder
        self.writer = writer
        self.actor = actor
    }

    mutating func record(_ read: ReadSource, at now: Instant) throws -> [IntakeOutcome] {
        if let key = read.messageKey, try !writer.claimKey(key, source: read.source.id, registration: nil) {
            return try repeated(read, key: key, at: now)
        }
        var outcomes: [IntakeOutcome] = []
        let witness = AddressWitness(checker: recorder.checker, reader: writer.reader)
        for (index, form) in read.forms.enumerated() {
            let others = read.forms.enumerated().filter { $0.offset != index }.map(\.element)
            outcomes.append(try record(witness.heard(form, besides: others), of: read))
        }
        try recordParts(read, at: now)
        let status = status(of: outcomes, read)
        try writer.closeSource(
            read.source.id,
            status: status,
            format: read.format,
            sender: read.sender,
            receivedAt: read.receivedAt,
            receivedBy: read.receivedBy,
            findings: read.findings + read.parts.flatMap(\.findings)
        )
        try writer.note(
            .sourceClosed,
            actor: "intake",
            at: now,
            details: [
                .init("source", .number(String(read.source.id))), .init("status", .string(status.rawValue)),
                .init("findings", .array(read.findings.map { .string($0.code.rawValue) })),
            ]
        )
        if outcomes.isEmpty {
            outcomes.append(outcome(read, .needsPerson, findings: read.findings + read.parts.flatMap(\.findings)))
        }
        return outcomes
    }

    private func status(of outcomes: [IntakeOutcome], _ read: ReadSource) -> StoredSource.Status {
        if outcomes.contains(where: { $0.outcome == .unassigned }) { return .unassigned }
        let isUsed = outcomes.contains { $0.outcome == .registered || $0.outcome == .known }
        let hasLoss = read.parts.contains { !$0.findings.isEmpty } || read.findings.contains(where: \.code.isOfSheets)
        return isUsed && !hasLoss ? .done : .needsPerson
    }

    private mutating func record(_ form: ReadSource.Form, of read: ReadSource) throws -> IntakeOutcome {
        guard form.checked.event != nil else {
            return outcome(read, .unassigned, findings: form.checked.findings, part: form.place)
        }
        if let row = try owner(of: form) {
            if try hasMore(form) { return try amend(row, by: form, of: read) }
            try writer.note(
                .repeated,
                actor: "intake",
                at: recorder.workspace.now,
                event: row.event,
                code: row.code.text
            )
            return outcome(read, .known, code: row.code, event: row.event, part: form.place)
        }
        let recorded = try recorder.record(
            RegistrationRecorder.Submission(
                checked: form.checked,
                channel: form.channel,
                receivedAt: form.receivedAt,
                receivedBy: read.receivedBy ?? read.source.receivedBy,
                sourceID: read.source.id,
                place: form.place,
                actor: form.operatorName ?? actor
            ),
            in: writer
        )
        guard let recorded else { return outcome(read, .unassigned, findings: form.checked.findings, part: form.place) }
        for key in form.keys { _ = try writer.claimKey(key, source: read.source.id, registration: recorded.id) }
        var result = outcome(
            read,
            .registered,
            code: recorded.code,
            event: form.checked.event,
            findings: recorded.findings,
            part: form.place,
            form: form.checked.form
        )
        result.state = recorded.state
        result.name = recorded.name
        if !form.crops.isEmpty { crops.append((recorded.code, form.crops)) }
        return result
    }

    // MARK: Forms that are known

    /// The registration that one of the form's sheets belongs to already.
    private func owner(of form: ReadSource.Form) throws -> RegistrationRow? {
        for key in form.keys {
            if let id = try writer.reader.claim(ofKey: key)?.registration {
                return try writer.reader.registration(id: id)
            }
        }
        return nil
    }

    /// Whether it brings sheets that nobody has seen: a person marked their corners, or put them together.
    private func hasMore(_ form: ReadSource.Form) throws -> Bool {
        try form.keys.contains { try writer.reader.claim(ofKey: $0)?.registration == nil }
    }

    private mutating func amend(
        _ row: RegistrationRow,
        by form: ReadSource.Form,
        of read: ReadSource
    ) throws -> IntakeOutcome {
        let amending = RegistrationAmending(recorder: recorder, writer: writer, actor: actor)
        let state = try amending.add(form, to: row, source: read.source.id)
        if !form.crops.isEmpty { crops.append((row.code, form.crops)) }
        var outcome = outcome(read, .known, code: row.code, event: row.event, part: form.place)
        outcome.state = state
        outcome.isJoined = true
        return outcome
    }

    private func recordParts(_ read: ReadSource, at now: Instant) throws {
        for part in read.parts {
            let (id, _) = try writer.recordSource(
                NewSource(
                    sha256: part.bytes.sha256,
                    byteCount: part.bytes.bytes.count,
                    name: part.name,
                    format: part.format,
                    channel: read.source.channel,
                    receivedAt: read.receivedAt ?? read.source.receivedAt,
                    receivedBy: .parent,
                    parentID: read.source.id
                ),
                at: now
            )
            try writer.closeSource(id, status: part.findings.isEmpty ? .done : .needsPerson, findings: part.findings)
        }
    }

    /// A mail with a Message-ID that was taken in before.
    private func repeated(_ read: ReadSource, key: String, at now: Instant) throws -> [IntakeOutcome] {
        try writer.closeSource(read.source.id, status: .done, format: .mail, sender: read.sender)
        try writer.note(
            .repeated,
            actor: "intake",
            at: now,
            details: [.init("source", .number(String(read.source.id))), .init("key", .string("Message-ID"))]
        )
        let first =
            try writer.reader.claim(ofKey: key).map { try writer.reader.registrations(ofSource: $0.source) } ?? []
        if first.isEmpty { return [outcome(read, .known)] }
        return first.map { outcome(read, .known, code: $0.code, event: $0.event) }
    }

    /// A source whose bytes were taken in before.
    func known(_ source: StoredSource) throws -> [IntakeOutcome] {
        let rows = try writer.reader.registrations(ofSource: source.id)
        let read = ReadSource(source: source, format: source.format ?? .unknown)
        guard !rows.isEmpty, source.format != .csv, source.format != .xlsx, source.format != .jsonl else {
            return [outcome(read, .known)]
        }
        return rows.map { outcome(read, .known, code: $0.code, event: $0.event, part: $0.sourcePlace) }
    }

    private func outcome(
        _ read: ReadSource,
        _ kind: IntakeOutcome.Kind,
        code: RegistrationCode? = nil,
        event: String? = nil,
        findings: [Finding] = [],
        part: String = "",
        form: String? = nil
    ) -> IntakeOutcome {
        var outcome = IntakeOutcome(
            file: read.source.name,
            sha256: read.source.sha256,
            outcome: kind,
            code: code,
            event: event,
            channel: read.source.channel,
            findings: findings,
            part: part
        )
        outcome.reason = recorder.checker.reason(findings, event: event, form: form)
        return outcome
    }
}
