import FormModel
import Glibc
public import ReaderProtocol

/// Reader processes, one of each program, driven by the calling thread: the short way for taking in a batch.
///
/// Not `Sendable`: keep one a thread. A program is started when the first source for it comes; a dead one again.
public final class ReaderWorker {
    /// What the last job cost.
    public private(set) var lastCost = JobCost()
    /// What the last job drew, where it was asked to.
    public private(set) var lastPicture: PagePicture?
    /// Places of answers that came with the last reading, where they were asked for.
    public private(set) var lastCrops: [FieldCrop] = []
    private let configuration: ReaderConfiguration
    private var processes: [ReaderProgram: ReaderProcess] = [:]
    private var jobNumber: UInt64 = 0
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    /// Starts `nabor-reader`; the others follow when they are needed.
    public init(configuration: ReaderConfiguration = ReaderConfiguration()) throws(IsolationError) {
        self.configuration = configuration
        processes[.documents] = try ReaderProcess(configuration)
    }

    deinit { buffer.deallocate() }

    /// Reads one source and waits for the outcome; a table's rows are collected.
    public func read(_ source: SourceHandle, job: ReaderJob = ReaderJob()) -> ReadOutcome {
        var rows: [TableRow] = []
        let outcome = read(source, job: job) { row in
            rows.append(row)
            return true
        }
        if case .table(_, let format) = outcome { return .table(rows, format: format) }
        return outcome
    }

    /// Reads one source; a table's rows go to `row` one by one, which returns false to stop.
    ///
    /// When the outcome is a failure, rows that came before it have been handed out already.
    public func read(_ source: SourceHandle, job: ReaderJob, row: (TableRow) -> Bool) -> ReadOutcome {
        lastCost = JobCost()
        lastPicture = nil
        lastCrops = []
        if let refusal = refusal(of: source, job: job) { return .failure(refusal) }
        let outcome = handedOn(source, job: job, row: row)
        guard job.readsOnlyForm, case .failure(let failure) = outcome, Self.isBroughtDown(failure) else {
            return outcome
        }
        var alone = job
        alone.readsOnlyForm = false
        return handedOn(source, job: alone, row: row)
    }

    /// Whether the form may have brought its mail down with it; then the mail is read again by itself.
    private static func isBroughtDown(_ failure: ReadFailure) -> Bool {
        failure.format == .mail && [.readerCrashed, .readerTimedOut, .readerReplyInvalid].contains(failure.code)
    }

    private func handedOn(_ source: SourceHandle, job: ReaderJob, row: (TableRow) -> Bool) -> ReadOutcome {
        var program = ReaderProgram.first(for: job.hint)
        var outcome = read(source, job: job, by: program, row: row)
        // Names lie: the reader that got the source tells from its bytes whose it is.
        for _ in 0..<ReaderProgram.handOverCountMax {
            // A reader that gives a reason has looked into the source and knows that no other one would do better.
            guard case .failure(let failure) = outcome, failure.code == .sourceNotYetReadable,
                failure.parameters["reason"] == nil,
                let next = program.next(for: failure.format), isPresent(next)
            else { return outcome }
            program = next
            outcome = read(source, job: job, by: program, row: row)
        }
        return outcome
    }

    /// Whether the program runs or can be started; without it the answer of the one before stands.
    private func isPresent(_ program: ReaderProgram) -> Bool {
        startedProcess(program) != nil
    }

    private func read(
        _ source: SourceHandle,
        job: ReaderJob,
        by program: ReaderProgram,
        row: (TableRow) -> Bool
    ) -> ReadOutcome {
        guard let process = startedProcess(program), let pipe = ReplyPipe() else {
            return .failure(ReadFailure(.readerCrashed, parameters: ["reason": "notStarted"]))
        }
        jobNumber += 1
        var job = job
        job.budget = program.budget(asked: job.budget)
        let isSent = process.send(
            JobTicket(number: jobNumber, job: job),
            source: source.descriptor,
            reply: pipe.writing
        )
        close(pipe.writing)
        let deadline = MonotonicClock.milliseconds + job.budget.wallSeconds * 1000 + Self.graceMilliseconds
        var collector = ReplyCollector()
        if isSent { process.awaitReport(milliseconds: Self.undisturbedMilliseconds) }
        let isInTime = isSent && collect(from: pipe, into: &collector, deadline: deadline, row: row)
        close(pipe.reading)
        let report = isInTime ? ended(process, deadline: deadline) : nil
        // A reader that says nothing sensible about this job is not asked again.
        if report == nil { processes[program] = nil }
        lastPicture = report == nil ? nil : collector.picture
        lastCrops = report == nil ? [] : collector.crops
        if isSent && !isInTime { return collector.outcome(.timedOut) }
        return collector.outcome(report?.end)
    }

    /// Most replies fit into the pipe and are done within this time: whoever waits for the report is woken once, not for
    /// every piece. A longer reply is taken piece by piece after it.
    private static let undisturbedMilliseconds = 4

    /// The child's own timer and its parent's come first; this one is for a reader that has lost both.
    private static let graceMilliseconds = 3000

    private func refusal(of source: SourceHandle, job: ReaderJob) -> ReadFailure? {
        let isTable = job.hint == .csv || job.hint == .jsonl || job.hint == .xlsx
        let limit = isTable ? ReaderLimits.tableByteCountMax : ReaderLimits.sourceByteCountMax
        if source.byteCount == 0 { return ReadFailure(.sourceEmpty) }
        guard source.byteCount > limit else { return nil }
        let name = isTable ? "tableByteCountMax" : "sourceByteCountMax"
        return ReadFailure(.sourceLimit, parameters: ["limit": name, "max": String(limit)])
    }

    private func startedProcess(_ program: ReaderProgram) -> ReaderProcess? {
        if processes[program] == nil { processes[program] = try? ReaderProcess(configuration.for(program)) }
        return processes[program]
    }

    /// False when the deadline passed first.
    private func collect(
        from pipe: ReplyPipe,
        into collector: inout ReplyCollector,
        deadline: Int,
        row: (TableRow) -> Bool
    ) -> Bool {
        while !collector.isDone {
            switch pipe.read(into: buffer, deadline: deadline) {
            case .bytes(let count): collector.take(UnsafeRawBufferPointer(rebasing: buffer[..<count]), row: row)
            case .closed: return true
            case .late: return false
            }
        }
        return true
    }

    private func ended(_ process: ReaderProcess, deadline: Int) -> JobReport? {
        let left = max(1, deadline - MonotonicClock.milliseconds)
        guard let report = process.report(milliseconds: left), report.number == jobNumber else { return nil }
        lastCost = JobCost(
            processorMicroseconds: report.processorMicroseconds,
            residentByteCountMax: report.residentByteCountMax
        )
        return report
    }
}
