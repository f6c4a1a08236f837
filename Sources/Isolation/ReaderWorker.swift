import FormModel
public import ReaderProtocol

/// One reader process driven by the calling thread: the short way for taking in a batch.
///
/// Not `Sendable`: keep one a thread. A dead reader is started again by itself.
public final class ReaderWorker {
    /// What the last job cost.
    public private(set) var lastCost = JobCost()

    /// Starts `nabor-reader`.
    public init(configuration: ReaderConfiguration = ReaderConfiguration()) throws(IsolationError) {
        throw IsolationError(.readerMissing)
    }

    /// Reads one source and waits for the outcome; a table's rows are collected.
    public func read(_ source: SourceHandle, job: ReaderJob = ReaderJob()) -> ReadOutcome {
        .failure(ReadFailure(.readerCrashed))
    }

    /// Reads one source; a table's rows go to `row` one by one, which returns false to stop.
    public func read(_ source: SourceHandle, job: ReaderJob, row: (TableRow) -> Bool) -> ReadOutcome {
        .failure(ReadFailure(.readerCrashed))
    }
}
