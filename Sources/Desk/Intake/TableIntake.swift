import Dispatch
import FieldKinds
import FormModel
import Foundation
import ReaderProtocol
import Registry

/// Takes in the rows of a table of submissions (JSON Lines, CSV, XLSX), streamed and in small transactions.
///
/// Each row has a key of its own: the form tool's submission id, else the digest of the row. A table that grew and is
/// taken in again, or an intake that was cut off, adds only the rows that are new.
struct TableIntake {
    /// Rows a transaction.
    static let chunkCount = 500

    let workspace: Workspace
    let checker: FormChecker
    let eventVersions: [String: Int64]
    let reading: SourceReading
    let report: (IntakeOutcome) -> Void

    func take(_ source: StoredSource) throws(DeskError) {
        var chunk: [TableRow] = []
        var problem: DeskError?
        var hasFaults = false
        func flush() {
            do throws(DeskError) {
                hasFaults = try write(chunk, of: source) || hasFaults
            } catch {
                problem = error
            }
            chunk.removeAll(keepingCapacity: true)
        }
        let failure = reading.readTable(source) { row in
            chunk.append(row)
            if chunk.count == Self.chunkCount { flush() }
            return problem == nil
        }
        if problem == nil, !chunk.isEmpty { flush() }
        if let problem { throw problem }
        try close(source, failure: failure, hasFaults: hasFaults)
    }

    private func close(_ source: StoredSource, failure: ReadFailure?, hasFaults: Bool) throws(DeskError) {
        let findings = failure.map { [Finding($0.code, parameters: $0.parameters)] } ?? []
        try DeskError.attempt {
            try workspace.registry.write { writer in
                try writer.closeSource(
                    source.id,
                    status: findings.isEmpty && !hasFaults ? .done : .needsPerson,
                    format: ReaderJob.hint(fileName: source.name) ?? .unknown,
                    findings: findings
                )
            }
        }
        if failure != nil {
            report(
                IntakeOutcome(
                    file: source.name,
                    sha256: source.sha256,
                    outcome: .needsPerson,
                    channel: source.channel,
                    findings: findings
                )
            )
        }
    }

    /// Returns whether any row could not be used.
    private func write(_ rows: [TableRow], of source: StoredSource) throws(DeskError) -> Bool {
        let checked = checkedSideBySide(rows, source)
        let outcomes = try DeskError.attempt {
            try workspace.registry.write { writer in
                try checked.map { try record($0, source, in: writer) }
            }
        }
        for outcome in outcomes { report(outcome) }
        return outcomes.contains { $0.outcome == .needsPerson || $0.outcome == .unassigned }
    }

    private struct CheckedRow: Sendable {
        var number: Int
        var key: String
        var checked: CheckedForm
        var submission: SubmissionRow?
    }

    private func checkedSideBySide(_ rows: [TableRow], _ source: StoredSource) -> [CheckedRow] {
        let slots = RowSlots(count: rows.count)
        let checker = checker
        DispatchQueue.concurrentPerform(iterations: rows.count) { index in
            slots.set(index, Self.check(rows[index], source, checker))
        }
        return slots.values.compactMap(\.self)
    }

    private static func check(_ row: TableRow, _ source: StoredSource, _ checker: FormChecker) -> CheckedRow {
        guard let reading = row.reading else {
            let fault = row.fault.map { Finding($0.code, place: $0.place, parameters: $0.parameters) }
            let checked = CheckedForm(answers: AnswerSet(), findings: fault.map { [$0] } ?? [], needsReview: [])
            return CheckedRow(number: row.number, key: "", checked: checked)
        }
        let submission = SubmissionRow(
            reading,
            circumstances: FormChecker.Circumstances(
                channel: source.channel,
                receivedAt: source.receivedAt,
                event: source.requestedEvent
            ),
            receivedBy: source.receivedBy,
            forms: checker.forms.map(\.form)
        )
        let checked = checker.check(submission.reading, submission.circumstances)
        return CheckedRow(
            number: row.number,
            key: submission.key(event: checked.event),
            checked: checked,
            submission: submission
        )
    }

    private func record(
        _ row: CheckedRow,
        _ source: StoredSource,
        in writer: RegistryWriter
    ) throws -> IntakeOutcome {
        var outcome = IntakeOutcome(
            file: source.name,
            sha256: source.sha256,
            outcome: .needsPerson,
            channel: row.submission?.circumstances.channel ?? source.channel,
            findings: row.checked.findings,
            part: "row[\(row.number)]"
        )
        outcome.reason = checker.reason(row.checked.findings, event: row.checked.event, form: row.checked.form)
        guard let submission = row.submission else { return outcome }
        guard let event = row.checked.event else {
            outcome.outcome = .unassigned
            return outcome
        }
        outcome.event = event
        if let claim = try writer.reader.claim(ofKey: row.key) {
            outcome.outcome = .known
            outcome.code = try claim.registration.flatMap { try writer.reader.registration(id: $0)?.code }
            return outcome
        }
        let recorder = RegistrationRecorder(checker: checker, workspace: workspace, eventVersions: eventVersions)
        let recorded = try recorder.record(
            RegistrationRecorder.Submission(
                checked: row.checked,
                channel: submission.circumstances.channel,
                receivedAt: submission.circumstances.receivedAt,
                receivedBy: submission.receivedBy,
                sourceID: source.id,
                place: "row[\(row.number)]",
                actor: submission.circumstances.operatorName ?? workspace.environment.operatorName
            ),
            in: writer
        )
        guard let recorded else { return outcome }
        _ = try writer.claimKey(row.key, source: source.id, registration: recorded.id)
        outcome.outcome = .registered
        outcome.code = recorded.code
        outcome.state = recorded.state
        outcome.name = recorded.name
        outcome.findings = recorded.findings
        outcome.reason = checker.reason(recorded.findings, event: event, form: row.checked.form)
        return outcome
    }

    /// Results of rows checked side by side. Sound: each slot is written by one iteration, and read after all are done.
    private final class RowSlots: @unchecked Sendable {
        private let lock = NSLock()
        private var slots: [CheckedRow?]

        init(count: Int) { slots = Array(repeating: nil, count: count) }

        func set(_ index: Int, _ value: CheckedRow) { lock.withLock { slots[index] = value } }

        var values: [CheckedRow?] { lock.withLock { slots } }
    }
}
