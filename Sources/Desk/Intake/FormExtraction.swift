import FormModel
import Foundation
import Isolation
import ReaderProtocol
import Registry

/// One form out of a file: what `extract` prints as one line.
public struct ExtractedForm: Sendable {
    public var file: String
    public var sha256: String
    /// Which reader read it: the format's name.
    public var reader: String
    /// Where in the file it stands; nil for the whole.
    public var part: String?
    public var checked: CheckedForm
}

/// Reads files and prints what is on them, without a workspace.
public final class FormExtraction {
    private let event: LoadedEvent?
    private let checker: FormChecker?
    private let worker: ReaderWorker
    private let now: Instant
    private let scans: ScanReading

    /// - Parameter event: nil for readings alone.
    public init(event: LoadedEvent?, environment: DeskEnvironment) throws(DeskError) {
        self.event = event
        now = environment.now()
        scans = ScanReading(maps: PrintedForms(events: event.map { [$0] } ?? [], environment: environment))
        do {
            worker = try ReaderWorker(configuration: ReaderConfiguration(executable: environment.readerPath))
        } catch {
            throw DeskError(
                .readerMissing,
                "Nie można uruchomić programu nabor-reader; powinien leżeć obok programu nabor.",
                "The program nabor-reader cannot be started; it should lie beside nabor."
            )
        }
        guard let event else {
            checker = nil
            return
        }
        let blanks = try BlankForms.read(of: [event], readerPath: environment.readerPath)
        checker = FormChecker(events: [event], blanks: blanks, own: OwnBlanks(readerPath: environment.readerPath))
    }

    /// What the reader says about one file, unjudged.
    public func read(_ path: String) throws(DeskError) -> ReadingView {
        ReadingView(worker.read(try handle(path), job: ReaderJob(hint: ReaderJob.hint(fileName: path))))
    }

    /// The forms of one file, each handed over as soon as it is checked; a file without any gives one without answers.
    public func extract(_ path: String, _ take: (ExtractedForm) -> Void) throws(DeskError) {
        let source = try handle(path)
        let digest = try Self.digest(path)
        var count = 0
        func give(_ reader: SourceFormat, _ part: String?, _ checked: CheckedForm) {
            count += 1
            take(ExtractedForm(file: path, sha256: digest, reader: reader.rawValue, part: part, checked: checked))
        }
        let job = ReaderJob(hint: ReaderJob.hint(fileName: path))
        let outcome = worker.read(source, job: job) { row in
            give(job.hint ?? .unknown, "row[\(row.number)]", checked(row))
            return true
        }
        switch outcome {
        case .reading(let reading): give(reading.format, nil, checked(reading, circumstances(.paper)))
        case .mail(let mail, let parts, _): extractMail(mail, parts, give)
        case .table: break
        case .failure(let failure): giveScan(failure, source, nil, circumstances(.paper), give)
        }
        if count == 0 {
            give(
                job.hint ?? .unknown,
                nil,
                CheckedForm(answers: AnswerSet(), findings: [Finding(.sourceEmpty)], needsReview: [])
            )
        }
    }

    private func extractMail(
        _ mail: MailReading,
        _ parts: [Int: [UInt8]],
        _ give: (SourceFormat, String?, CheckedForm) -> Void
    ) {
        var circumstances = circumstances(.mail)
        circumstances.receivedAt = mail.receivedAt ?? now
        circumstances.recipients = mail.recipients
        circumstances.subject = mail.subject
        circumstances.sender = mail.fromAddress
        var number = 0
        for part in mail.parts where part.skipReason == nil {
            guard let bytes = parts[part.index], let handle = try? SourceHandle(bytes: bytes) else { continue }
            number += 1
            switch worker.read(handle, job: ReaderJob(hint: ReaderJob.hint(fileName: part.name) ?? part.format)) {
            case .reading(let reading): give(reading.format, "part[\(number)]", checked(reading, circumstances))
            case .failure(let failure): giveScan(failure, handle, "part[\(number)]", circumstances, give)
            case .mail, .table: give(part.format, "part[\(number)]", Self.empty(ReadFailure(.sourceUnusable)))
            }
        }
        guard number == 0 else { return }
        if let body = mail.body {
            let typed = checked(body, circumstances)
            if typed.answers.byField.count >= 2 { return give(.mail, "body", typed) }
        }
        let findings = [Finding(.mailNothingUsable)] + mail.warnings.map { Finding($0.code, place: $0.place) }
        give(.mail, nil, CheckedForm(answers: AnswerSet(), findings: findings, needsReview: []))
    }

    /// A scan whose form's map is at hand is read after all; any other failure is given as it is.
    private func giveScan(
        _ failure: ReadFailure,
        _ source: SourceHandle,
        _ part: String?,
        _ circumstances: FormChecker.Circumstances,
        _ give: (SourceFormat, String?, CheckedForm) -> Void
    ) {
        let wish = ScanReading.Wish(event: event?.definition.slug)
        switch scans.scan(failure, source, by: worker, wish) {
        case .success(let scan)?: giveForms(scan, part, circumstances, give)
        case .failure(let second)?: give(second.format, part, Self.empty(second))
        case nil: give(failure.format, part, Self.empty(failure))
        }
    }

    /// Each person's form in a scan by itself; sheets that belong to nobody by themselves.
    private func giveForms(
        _ scan: ScanReading.Scan,
        _ part: String?,
        _ circumstances: FormChecker.Circumstances,
        _ give: (SourceFormat, String?, CheckedForm) -> Void
    ) {
        let scanned = ScannedForms(scan.read, unread: scan.unread, isFeeder: true)
        var pieces = SheetPieces()
        pieces.append(place: part ?? "", sha256: "", sheetCount: scan.sheetCount)
        let isOnly = scanned.forms.count + scanned.loose.count == 1
        for form in scanned.forms + scanned.loose {
            let place = pieces.place(of: form.sheets, isOnlyForm: isOnly)
            var checked = checked(form.reading, circumstances)
            if form.isLoose { checked.findings.insert(form.loose, at: 0) }
            give(scan.format, place.isEmpty ? nil : place, checked)
        }
        guard scanned.forms.isEmpty, scanned.loose.isEmpty else { return }
        give(scan.format, part, CheckedForm(answers: AnswerSet(), findings: scanned.findings, needsReview: []))
    }

    private func circumstances(_ channel: Channel) -> FormChecker.Circumstances {
        FormChecker.Circumstances(channel: channel, receivedAt: now, event: event?.definition.slug)
    }

    private func checked(_ reading: Reading, _ circumstances: FormChecker.Circumstances) -> CheckedForm {
        guard let checker else {
            return CheckedForm(answers: AnswerSet(), findings: [], needsReview: [])
        }
        return checker.check(reading, circumstances)
    }

    private func checked(_ row: TableRow) -> CheckedForm {
        guard let reading = row.reading, let checker else {
            let fault = row.fault.map { [Finding($0.code, place: $0.place, parameters: $0.parameters)] } ?? []
            return CheckedForm(answers: AnswerSet(), findings: fault, needsReview: [])
        }
        let submission = SubmissionRow(
            reading,
            circumstances: circumstances(.web),
            receivedBy: .clock,
            forms: checker.forms.map(\.form)
        )
        return checker.check(submission.reading, submission.circumstances)
    }

    private static func empty(_ failure: ReadFailure) -> CheckedForm {
        CheckedForm(
            answers: AnswerSet(),
            findings: [Finding(failure.code, parameters: failure.parameters)],
            needsReview: []
        )
    }

    private func handle(_ path: String) throws(DeskError) -> SourceHandle {
        do {
            return try SourceHandle(path: path)
        } catch {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać pliku „\(path)”. Sprawdź nazwę i uprawnienia.",
                "The file “\(path)” cannot be read. Check its name and permissions."
            )
        }
    }

    private static func digest(_ path: String) throws(DeskError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać pliku „\(path)”.",
                "The file “\(path)” cannot be read."
            )
        }
        return ContentDigest.sha256(data)
    }
}
