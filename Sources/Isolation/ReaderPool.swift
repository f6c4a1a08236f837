import FormModel
public import ReaderProtocol

/// Several reader processes for concurrent callers; each source has a fresh process forked for it.
public final class ReaderPool: Sendable {
    /// Starts `count` readers, one a core as a rule.
    public init(count: Int, configuration: ReaderConfiguration = ReaderConfiguration()) throws(IsolationError) {
        throw IsolationError(.readerMissing)
    }

    /// Reads one source; a table's rows are collected.
    public func read(_ source: SourceHandle, job: ReaderJob = ReaderJob()) async -> ReadOutcome {
        .failure(ReadFailure(.readerCrashed))
    }

    /// Reads a table; its rows go to `row` one by one on a thread of the pool, which returns false to stop.
    public func read(
        _ source: SourceHandle,
        job: ReaderJob,
        row: @escaping @Sendable (TableRow) -> Bool
    ) async -> ReadOutcome {
        .failure(ReadFailure(.readerCrashed))
    }
}
