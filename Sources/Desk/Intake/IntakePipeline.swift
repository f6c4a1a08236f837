import FieldKinds
import FormModel
import Foundation
import Isolation
import Registry

/// Takes batches of items in: stored durably, read side by side, written down in order.
///
/// Three things overlap: while readers work on one batch, the batch before is written down and the next one is stored.
/// Each batch costs two transactions and one sync a source, however many items it has. The parts of a mail are not stored
/// once more: they lie in the mail (`OriginalDocuments`).
final class IntakePipeline {
    /// Items a batch; large enough that syncs are shared, small enough that an interruption costs little reading.
    private static let batchCountMax = 128
    private static let firstBatchCount = 16
    /// Bytes after which a batch is full all the same, so that little is in memory.
    static let batchByteCount = 8 << 20

    /// Items that the next batch should have: the first ones are small, so that the readers have work at once.
    private(set) var batchCount = firstBatchCount

    private let workspace: Workspace
    private let checker: FormChecker
    private let eventVersions: [String: Int64]
    private let readings: [SourceReading]
    private let requestedEvent: String?
    private let operatorName: String
    private let report: (IntakeOutcome) -> Void
    private let meter: IntakeMeter?
    private let crew = ScanCrew()
    /// Pages without their first one, and forms that lack pages: told only when it is known what joined what.
    private var held: [IntakeOutcome] = []
    /// Sources with pages that may join a form at the end, as they were read; more than these are read once more.
    private var looseRead: [Int64: ReadSource] = [:]
    private static let looseCountMax = 200
    private var running: RunningBatch?

    init(
        workspace: Workspace,
        checker: FormChecker,
        eventVersions: [String: Int64],
        requestedEvent: String?,
        meter: IntakeMeter? = nil,
        report: @escaping (IntakeOutcome) -> Void
    ) throws(DeskError) {
        self.meter = meter
        FreedMemory.keep()
        self.workspace = workspace
        self.checker = checker
        self.eventVersions = eventVersions
        self.requestedEvent = requestedEvent
        self.report = report
        operatorName = workspace.environment.operatorName
        let count = max(1, workspace.environment.readerCount)
        var readings: [SourceReading] = []
        for _ in 0..<count {
            let maps = PrintedForms(
                events: checker.events,
                workspace: workspace,
                environment: workspace.environment
            )
            readings.append(
                try SourceReading(
                    checker: checker,
                    originals: workspace.registry.originals,
                    scans: ScanReading(maps: maps, crew: crew, readerCount: count),
                    notes: { SheetNotes.of(workspace, sha256: $0) },
                    readerPath: workspace.environment.readerPath
                )
            )
        }
        self.readings = readings
    }

    /// Work that an interrupted intake left behind.
    func resume() throws(DeskError) {
        while true {
            let open = try attempt { try workspace.registry.read { try $0.unreadSources(limit: Self.batchCountMax) } }
            guard !open.isEmpty else { return }
            try process(open, known: [])
            try finish()
        }
    }

    /// Stores a batch and starts reading it; the batch before is finished first.
    func take(_ items: [IntakeItem]) throws(DeskError) {
        batchCount = min(2 * batchCount, Self.batchCountMax)
        try attempt { try workspace.registry.originals.store(items.map(\.bytes)) }
        let now = workspace.now
        let (fresh, known) = try attempt {
            try workspace.registry.write { writer -> ([StoredSource], [StoredSource]) in
                var fresh: [StoredSource] = []
                var known: [StoredSource] = []
                for item in items {
                    let (id, isNew) = try writer.recordSource(newSource(item), at: now)
                    guard let source = try writer.reader.source(id) else { throw RegistryError(.unknownSource) }
                    if isNew {
                        try writer.note(
                            .sourceStored,
                            actor: operatorName,
                            at: now,
                            details: [.init("source", .number(String(id))), .init("sha256", .string(source.sha256))]
                        )
                    }
                    // The same bytes twice in one batch: the second one is a repetition already.
                    if isNew { fresh.append(source) } else { known.append(source) }
                }
                return (fresh, known)
            }
        }
        try process(fresh, known: known)
    }

    private func newSource(_ item: IntakeItem) -> NewSource {
        NewSource(
            sha256: item.bytes.sha256,
            byteCount: item.bytes.bytes.count,
            name: item.displayName,
            channel: item.channel,
            receivedAt: item.receivedAt,
            receivedBy: item.receivedBy,
            requestedEvent: requestedEvent
        )
    }

    private func process(_ fresh: [StoredSource], known: [StoredSource]) throws(DeskError) {
        let next = RunningBatch(sources: fresh, known: known, readings: readings, crew: crew, meter: meter)
        let previous = running
        // The readers are busy with the batch before; the new one starts when they are free.
        previous?.wait()
        next.start()
        running = next
        if let previous { try write(previous) }
    }

    /// Waits for what is still being read and writes it down.
    func finish() throws(DeskError) {
        guard let last = running else { return }
        running = nil
        last.wait()
        try write(last)
    }

    /// Brings pages that came apart from their form to it, as far as it is clear whose they are.
    func joinLoosePages() throws(DeskError) {
        let recorder = RegistrationRecorder(checker: checker, workspace: workspace, eventVersions: eventVersions)
        var joining = PageJoining(workspace: workspace, recorder: recorder, reading: readings[0], actor: operatorName)
        joining.kept = looseRead
        looseRead = [:]
        var joined = try joining.joinAll()
        for outcome in held {
            if outcome.outcome == .registered {
                report(try amended(outcome, joined))
            } else if let index = joined.firstIndex(where: { $0.source.sha256 == outcome.sha256 }) {
                report(Self.outcome(of: joined.remove(at: index)))
            } else {
                report(outcome)
            }
        }
        held = []
        // Pages of earlier days that found their form now.
        for home in joined { report(Self.outcome(of: home)) }
    }

    /// A form that lacked pages, as it is now that others joined it.
    private func amended(_ outcome: IntakeOutcome, _ joined: [PageJoining.Home]) throws(DeskError) -> IntakeOutcome {
        guard let code = outcome.code, joined.contains(where: { $0.code == code }),
            let row = try attempt({ try workspace.registry.read { try $0.registration(code: code) } })
        else { return outcome }
        var amended = outcome
        amended.state = row.state
        amended.name = row.name
        amended.findings = row.findings
        amended.reason = checker.reason(row.findings, event: row.event, form: row.form)
        return amended
    }

    private static func outcome(of home: PageJoining.Home) -> IntakeOutcome {
        var outcome = IntakeOutcome(
            file: home.source.name,
            sha256: home.source.sha256,
            outcome: .known,
            code: home.code,
            event: home.event,
            state: home.state,
            channel: home.source.channel
        )
        outcome.isJoined = !home.isRepeated
        return outcome
    }

    /// Brings one source's pages to the registration that a person named; nil when they do not belong to its form.
    func join(_ source: StoredSource, to row: RegistrationRow) throws(DeskError) -> IntakeOutcome? {
        let recorder = RegistrationRecorder(checker: checker, workspace: workspace, eventVersions: eventVersions)
        let joining = PageJoining(workspace: workspace, recorder: recorder, reading: readings[0], actor: operatorName)
        return try joining.join(source, to: row).map(Self.outcome)
    }

    // MARK: Writing down

    private func write(_ batch: RunningBatch) throws(DeskError) {
        let recorder = RegistrationRecorder(checker: checker, workspace: workspace, eventVersions: eventVersions)
        var written: (outcomes: [IntakeOutcome], crops: [(code: RegistrationCode, crops: [EvidenceCrop])]) = ([], [])
        try attempt {
            written = try workspace.registry.write { writer in
                var recording = SourceRecording(recorder: recorder, writer: writer, actor: operatorName)
                var outcomes: [IntakeOutcome] = []
                for read in batch.results {
                    guard let read else { continue }
                    outcomes += try recording.record(read, at: workspace.now)
                }
                for source in batch.known { outcomes += try recording.known(source) }
                return (outcomes, recording.crops)
            }
        }
        for read in batch.results.compactMap(\.self) where !read.loose.isEmpty && looseRead.count < Self.looseCountMax {
            looseRead[read.source.id] = read
        }
        let pictures = EvidencePictures(workspace: workspace)
        for (code, crops) in written.crops { pictures.keep(crops, of: code) }
        for outcome in written.outcomes {
            let waits = outcome.findings.contains { $0.code == .scanPageAlone || $0.code == .scanPageMissing }
            if waits { held.append(outcome) } else { report(outcome) }
        }
        for source in batch.tables { try takeTable(source) }
    }

    private func takeTable(_ source: StoredSource) throws(DeskError) {
        try TableIntake(
            workspace: workspace,
            checker: checker,
            eventVersions: eventVersions,
            reading: readings[0],
            report: report
        ).take(source)
    }

    private func attempt<Value>(_ body: () throws -> Value) throws(DeskError) -> Value {
        try DeskError.attempt(body)
    }
}

extension DeskError {
    /// Runs something of the registry and says in the desk's words why it failed.
    static func attempt<Value>(_ body: () throws -> Value) throws(DeskError) -> Value {
        do {
            return try body()
        } catch let error as DeskError {
            throw error
        } catch let error as RegistryError {
            // What a use case throws inside of a transaction comes back as its cause.
            throw error.cause as? DeskError ?? DeskError(error)
        } catch {
            throw DeskError(.registryFailed, "Rejestr odmówił: \(error).", "The registry refused: \(error).")
        }
    }
}

/// A batch being read by several threads.
///
/// Sound without further locks: each reader thread takes its own indices from a lock-guarded counter and writes only to
/// those slots; the slots are read after `wait`.
private final class RunningBatch: @unchecked Sendable {
    let sources: [StoredSource]
    let known: [StoredSource]
    private(set) var results: [ReadSource?]
    private var isTable: [Bool]
    private let readings: [SourceReading]
    private let crew: ScanCrew
    private let meter: IntakeMeter?
    private var threads: BlockingThreads?
    private let lock = NSLock()
    private var nextIndex = 0

    init(sources: [StoredSource], known: [StoredSource], readings: [SourceReading], crew: ScanCrew, meter: IntakeMeter?)
    {
        self.crew = crew
        self.meter = meter
        self.sources = sources
        self.known = known
        self.readings = readings
        results = Array(repeating: nil, count: sources.count)
        isTable = Array(repeating: false, count: sources.count)
    }

    var tables: [StoredSource] { zip(sources, isTable).filter(\.1).map(\.0) }

    func start() {
        for _ in readings { crew.begin() }
        threads = BlockingThreads(count: readings.count) { [self] number in work(number) }
    }

    func wait() { threads?.wait() }

    private func work(_ number: Int) {
        while let index = takeIndex() {
            let share = meter?.share(ofByteCount: sources[index].byteCount)
            let result = readings[number].read(sources[index], share: share)
            share?.finish()
            lock.withLock {
                results[index] = result
                if result == nil { isTable[index] = true }
            }
        }
        readings[number].help(crew)
    }

    private func takeIndex() -> Int? {
        lock.withLock {
            guard nextIndex < sources.count else { return nil }
            nextIndex += 1
            return nextIndex - 1
        }
    }
}
