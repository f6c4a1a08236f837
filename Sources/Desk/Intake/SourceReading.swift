import FormModel
import Isolation
import ReaderProtocol
import Registry

/// Reads one stored source to the end: through the reader process, into checked forms. Used by one thread at a time.
///
/// Opens nothing itself. In order: the source is read, a mail together with a form that is its only part; of any other
/// mail, each part is read by a process of its own, out of sealed memory (the mail that holds it is durable already); every
/// reading is matched and checked.
final class SourceReading {
    private let worker: ReaderWorker
    private let checker: FormChecker
    private let originals: OriginalStore
    private let scans: ScanReading

    init(
        checker: FormChecker,
        originals: OriginalStore,
        scans: ScanReading,
        readerPath: String?
    ) throws(DeskError) {
        do {
            worker = try ReaderWorker(configuration: ReaderConfiguration(executable: readerPath))
        } catch {
            throw DeskError(
                .readerMissing,
                "Nie można uruchomić programu nabor-reader; powinien leżeć obok programu nabor.",
                "The program nabor-reader cannot be started; it should lie beside nabor."
            )
        }
        self.checker = checker
        self.originals = originals
        self.scans = scans
    }

    /// Reads everything but tables, which are streamed by `TableIntake`; nil means the source is a table.
    func read(_ source: StoredSource) -> ReadSource? {
        var result = ReadSource(source: source, format: source.format ?? .unknown)
        guard let outcome = outcome(of: source) else {
            result.findings = [Finding(.sourceDamaged)]
            return result
        }
        switch outcome {
        case .reading(let reading):
            result.format = reading.format
            add(reading, place: "", keys: [], to: &result, circumstances: circumstances(of: source))
        case .mail(let mail, let parts, let onlyForm):
            result.format = .mail
            readMail(mail, parts, onlyForm, into: &result)
        case .table: return nil
        case .failure(let failure): readFailure(failure, source, into: &result)
        }
        return result
    }

    private func circumstances(of source: StoredSource) -> FormChecker.Circumstances {
        FormChecker.Circumstances(
            channel: source.channel,
            receivedAt: source.receivedAt,
            event: source.requestedEvent
        )
    }

    private func outcome(of source: StoredSource) -> ReadOutcome? {
        guard let handle = try? SourceHandle(path: originals.path(of: source.sha256)) else { return nil }
        // A mail out of a mailbox has no file name that would say so.
        let hint = ReaderJob.hint(fileName: source.name) ?? (source.channel == .mail ? .mail : nil)
        // The row closure stops at once: whoever meets a table here hands it to the table intake.
        return worker.read(handle, job: ReaderJob(hint: hint, readsOnlyForm: true)) { _ in false }
    }

    /// Streams a table's rows; returns the failure, if any.
    func readTable(_ source: StoredSource, row: (TableRow) -> Bool) -> ReadFailure? {
        guard let handle = try? SourceHandle(path: originals.path(of: source.sha256)) else {
            return ReadFailure(.sourceDamaged)
        }
        let job = ReaderJob(hint: ReaderJob.hint(fileName: source.name), budget: .table)
        guard case .failure(let failure) = worker.read(handle, job: job, row: row) else { return nil }
        return failure
    }

    private func readFailure(_ failure: ReadFailure, _ source: StoredSource, into result: inout ReadSource) {
        result.format = failure.format
        var failure = failure
        if let handle = try? SourceHandle(path: originals.path(of: source.sha256)) {
            let further: Result<Reading, ReadFailure>? = convertedReading(failure, handle).map(Result.success)
            switch further ?? scans.reading(failure, handle, by: worker) {
            case .success(let reading):
                return add(reading, place: "", keys: [], to: &result, circumstances: circumstances(of: source))
            case .failure(let second): failure = second
            case nil: break
            }
        }
        result.findings.append(Finding(failure.code, parameters: failure.parameters))
    }

    // MARK: Mails

    private func readMail(
        _ mail: MailReading,
        _ parts: [Int: [UInt8]],
        _ onlyForm: Reading?,
        into result: inout ReadSource
    ) {
        result.sender = mail.fromAddress
        if let receivedAt = mail.receivedAt {
            result.receivedAt = receivedAt
            result.receivedBy = .receivedHeader
        }
        result.messageKey = mail.messageID.map { "mid:" + $0 }
        result.findings += mail.warnings.map { Finding($0.code, place: $0.place, parameters: $0.parameters) }
        var circumstances = circumstances(of: result.source)
        circumstances.receivedAt = result.receivedAt ?? result.source.receivedAt
        circumstances.recipients = mail.recipients
        circumstances.subject = mail.subject
        readParts(mail, parts, onlyForm, into: &result, circumstances)
        let hasForm = result.forms.contains { $0.checked.event != nil }
        if !hasForm, let body = mail.body { readBody(body, into: &result, circumstances) }
        if result.forms.isEmpty, result.parts.allSatisfy(\.findings.isEmpty) {
            result.findings.append(Finding(.mailNothingUsable))
        }
        if result.forms.count > 1 { result.findings.append(Finding(.mailSeveralForms)) }
    }

    private func readParts(
        _ mail: MailReading,
        _ parts: [Int: [UInt8]],
        _ onlyForm: Reading?,
        into result: inout ReadSource,
        _ circumstances: FormChecker.Circumstances
    ) {
        let worth = mail.parts.filter { $0.skipReason == nil }.compactMap { part in
            parts[part.index].map { (part, OriginalStore.Incoming(bytes: $0)) }
        }
        for (number, (part, bytes)) in worth.enumerated() {
            let place = "part[\(number + 1)]"
            var kept = ReadSource.Part(
                name: part.name,
                bytes: bytes,
                format: part.format,
                findings: []
            )
            switch onlyForm.map(Result.success) ?? partReading(bytes, part) {
            case .success(let reading):
                add(reading, place: place, keys: ["sha:" + bytes.sha256], to: &result, circumstances: circumstances)
            case .failure(let failure):
                kept.findings = [Finding(failure.code, place: place, parameters: failure.parameters)]
            }
            result.parts.append(kept)
        }
    }

    private func partReading(
        _ bytes: OriginalStore.Incoming,
        _ part: MailReading.Part
    ) -> Result<Reading, ReadFailure> {
        let job = ReaderJob(hint: ReaderJob.hint(fileName: part.name) ?? part.format)
        guard let handle = try? SourceHandle(bytes: bytes.bytes) else {
            return .failure(ReadFailure(.sourceDamaged, format: part.format))
        }
        switch worker.read(handle, job: job) {
        case .reading(let reading): return .success(reading)
        case .failure(let failure):
            return convertedReading(failure, handle).map(Result.success)
                ?? scans.reading(failure, handle, by: worker) ?? .failure(failure)
        case .mail, .table: return .failure(ReadFailure(.sourceUnusable, format: part.format))
        }
    }

    /// A form typed into the mail itself counts only when the event is clear and something was answered.
    private func readBody(
        _ body: Reading,
        into result: inout ReadSource,
        _ circumstances: FormChecker.Circumstances
    ) {
        let checked = checker.check(body, circumstances)
        guard checked.event != nil, checked.answers.byField.count >= 2 else { return }
        result.forms.append(
            ReadSource.Form(
                checked: checked,
                place: "body",
                keys: [],
                channel: circumstances.channel,
                receivedAt: circumstances.receivedAt
            )
        )
    }

    private func add(
        _ reading: Reading,
        place: String,
        keys: [String],
        to result: inout ReadSource,
        circumstances: FormChecker.Circumstances
    ) {
        let checked = checker.check(reading, circumstances)
        result.forms.append(
            ReadSource.Form(
                checked: checked,
                place: place,
                keys: keys,
                channel: circumstances.channel,
                receivedAt: circumstances.receivedAt
            )
        )
    }

    // MARK: Old office formats

    /// DOC and RTF go through LibreOffice under limits, then through the reader like any other document.
    private func convertedReading(_ failure: ReadFailure, _ handle: SourceHandle) -> Reading? {
        guard failure.code == .sourceNeedsConverter,
            case .success(let bytes) = OfficeConversion.convert(handle, from: failure.format, to: .docx),
            let converted = try? SourceHandle(bytes: bytes),
            case .reading(var reading) = worker.read(converted)
        else { return nil }
        reading.format = failure.format
        return reading
    }
}
