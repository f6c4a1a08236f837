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
    private let notes: (String) -> SheetNotes
    private var share: IntakeMeter.Share?

    /// - Parameter notes: what a person said about the sheets of a source, by its digest.
    init(
        checker: FormChecker,
        originals: OriginalStore,
        scans: ScanReading,
        notes: @escaping (String) -> SheetNotes,
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
        self.notes = notes
    }

    /// Helps other threads with long scans until none is left.
    func help(_ crew: ScanCrew) { crew.helpUntilDone(with: worker) }

    /// Reads everything but tables, which are streamed by `TableIntake`; nil means the source is a table.
    ///
    /// - Parameter share: hears of the sheets of long scans.
    func read(_ source: StoredSource, share: IntakeMeter.Share? = nil) -> ReadSource? {
        self.share = share
        defer { self.share = nil }
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
        result.nameSource()
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
            if let reading = convertedReading(failure, handle) {
                return add(reading, place: "", keys: [], to: &result, circumstances: circumstances(of: source))
            }
            let notes = notes(source.sha256)
            let wish = ScanReading.Wish(
                notes: notes,
                crops: .withAnswers,
                event: source.requestedEvent,
                share: share
            )
            switch scans.scan(failure, handle, by: worker, wish) {
            case .success(let scan)?:
                var pieces = SheetPieces()
                pieces.append(place: "", sha256: source.sha256, sheetCount: scan.sheetCount)
                let forms = ScannedForms(scan.read, unread: scan.unread, isFeeder: true, groups: notes.groups)
                return add(forms, pieces, to: &result, circumstances(of: source))
            case .failure(let second)?: failure = second
            case nil: break
            }
        }
        if let count = failure.sheetCount {
            failure.parameters["sheet"] = "1"
            failure.parameters["pages"] = String(count)
        }
        result.findings.append(Finding(failure.code, parameters: failure.parameters))
    }

    // MARK: Scans

    private func add(
        _ scanned: ScannedForms,
        _ pieces: SheetPieces,
        to result: inout ReadSource,
        _ circumstances: FormChecker.Circumstances
    ) {
        for form in scanned.forms {
            result.forms.append(checked(form, pieces, isOnly: scanned.forms.count == 1, circumstances))
        }
        for form in scanned.loose { result.loose.append(checked(form, pieces, isOnly: false, circumstances)) }
        result.findings += (scanned.findings + scanned.loose.map(\.loose)).map(pieces.placed)
    }

    private func checked(
        _ form: ScannedForm,
        _ pieces: SheetPieces,
        isOnly: Bool,
        _ circumstances: FormChecker.Circumstances
    ) -> ReadSource.Form {
        let checked = checker.check(form.reading, circumstances)
        return ReadSource.Form(
            checked: checked,
            place: pieces.place(of: form.sheets, isOnlyForm: isOnly),
            keys: pieces.keys(of: form.sheets),
            channel: circumstances.channel,
            receivedAt: circumstances.receivedAt,
            pages: form.reading.sheets.compactMap { sheet in
                sheet.problem == nil ? sheet.formPage.map(String.init) : nil
            },
            crops: EvidenceCrop.kept(form.crops, for: checked.needsReview)
        )
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
        circumstances.sender = mail.fromAddress
        readParts(mail, parts, onlyForm, into: &result, circumstances)
        let hasForm = result.forms.contains { $0.checked.event != nil } || !result.loose.isEmpty
        if !hasForm, let body = mail.body { readBody(body, into: &result, circumstances) }
        if result.forms.isEmpty, result.findings.allSatisfy({ !$0.code.isOfSheets }),
            result.parts.allSatisfy(\.findings.isEmpty)
        {
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
        var sheets = MailedSheets(notes: notes(result.source.sha256), event: event(circumstances))
        for (number, (part, bytes)) in worth.enumerated() {
            let place = "part[\(number + 1)]"
            var kept = ReadSource.Part(
                name: part.name,
                bytes: bytes,
                format: part.format,
                findings: []
            )
            switch onlyForm.map(PartReading.reading) ?? partReading(bytes, part, place, &sheets) {
            case .reading(let reading):
                add(reading, place: place, keys: ["sha:" + bytes.sha256], to: &result, circumstances: circumstances)
            case .sheets: break
            case .failure(let failure):
                kept.findings = [Finding(failure.code, place: place, parameters: failure.parameters)]
            }
            result.parts.append(kept)
        }
        guard !sheets.read.isEmpty else { return }
        let scanned = ScannedForms(
            sheets.read.joined,
            unread: sheets.unread,
            isFeeder: sheets.pieces.pieces.count == 1,
            groups: sheets.notes.groups
        )
        add(scanned, sheets.pieces, to: &result, circumstances)
    }

    /// The sheets of all scans and photographs in one mail, gathered.
    private struct MailedSheets {
        let notes: SheetNotes
        let event: String?
        var pieces = SheetPieces()
        var read: [ReadSheets] = []
        var unread: [ScannedSheet] = []
    }

    private enum PartReading {
        case reading(Reading)
        /// Its sheets were put beside those of the other parts.
        case sheets
        case failure(ReadFailure)
    }

    private func partReading(
        _ bytes: OriginalStore.Incoming,
        _ part: MailReading.Part,
        _ place: String,
        _ sheets: inout MailedSheets
    ) -> PartReading {
        let job = ReaderJob(hint: ReaderJob.hint(fileName: part.name) ?? part.format)
        guard let handle = try? SourceHandle(bytes: bytes.bytes) else {
            return .failure(ReadFailure(.sourceDamaged, format: part.format))
        }
        switch worker.read(handle, job: job) {
        case .reading(let reading): return .reading(reading)
        case .failure(let failure):
            if let reading = convertedReading(failure, handle) { return .reading(reading) }
            return scan(failure, handle, bytes.sha256, place, &sheets)
        case .mail, .table: return .failure(ReadFailure(.sourceUnusable, format: part.format))
        }
    }

    private func scan(
        _ failure: ReadFailure,
        _ handle: SourceHandle,
        _ sha256: String,
        _ place: String,
        _ sheets: inout MailedSheets
    ) -> PartReading {
        let wish = ScanReading.Wish(
            notes: sheets.notes,
            offset: sheets.pieces.sheetCount,
            crops: .withAnswers,
            event: sheets.event,
            share: share
        )
        switch scans.scan(failure, handle, by: worker, wish) {
        case .success(let scan)?:
            sheets.pieces.append(place: place, sha256: sha256, sheetCount: scan.sheetCount)
            sheets.read += scan.read
            sheets.unread += scan.unread
            return .sheets
        case .failure(let second)?: return .failure(Self.counted(second, sha256, place, &sheets))
        case nil: return .failure(Self.counted(failure, sha256, place, &sheets))
        }
    }

    /// Sheets that could not be read are counted as well: a person may mark their corners.
    private static func counted(
        _ failure: ReadFailure,
        _ sha256: String,
        _ place: String,
        _ sheets: inout MailedSheets
    ) -> ReadFailure {
        guard let count = failure.sheetCount else { return failure }
        var counted = failure
        counted.parameters["pages"] = String(count)
        counted.parameters["sheet"] = String(sheets.pieces.sheetCount + 1)
        sheets.pieces.append(place: place, sha256: sha256, sheetCount: count)
        return counted
    }

    /// The event that was named for the source, or that the mail was sent to (`zapisy+event@…`).
    private func event(_ circumstances: FormChecker.Circumstances) -> String? {
        if let named = circumstances.event { return named }
        let slugs = Set(checker.forms.map(\.event.definition.slug))
        return slugs.first { slug in circumstances.recipients.contains { $0.lowercased().contains("+\(slug)@") } }
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
