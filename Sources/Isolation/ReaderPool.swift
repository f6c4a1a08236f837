import Dispatch
public import ReaderProtocol
import Synchronization

/// Several reader processes for concurrent callers; each source has a fresh process forked for it.
///
/// Callers wait in the order they came. A job is bounded by its budget, so a cancelled task is not cut off half-way.
public final class ReaderPool: Sendable {
    private let state: Mutex<State>

    private struct State {
        var idle: [ReaderSeat]
        var waiting: [CheckedContinuation<ReaderSeat, Never>] = []
        /// Index of the first one that still waits; taking from the front of an array would move all others.
        var firstWaiting = 0
    }

    /// Starts `count` readers, one a core as a rule.
    public init(count: Int, configuration: ReaderConfiguration = ReaderConfiguration()) throws(IsolationError) {
        var seats: [ReaderSeat] = []
        for _ in 0..<max(1, count) { seats.append(ReaderSeat(try ReaderWorker(configuration: configuration))) }
        state = Mutex(State(idle: seats))
    }

    /// Reads one source; a table's rows are collected.
    public func read(_ source: SourceHandle, job: ReaderJob = ReaderJob()) async -> ReadOutcome {
        await withSeat { worker in worker.read(source, job: job) }
    }

    /// Reads a table; its rows go to `row` one by one on a thread of the pool, which returns false to stop.
    public func read(
        _ source: SourceHandle,
        job: ReaderJob,
        row: @escaping @Sendable (TableRow) -> Bool
    ) async -> ReadOutcome {
        await withSeat { worker in worker.read(source, job: job, row: row) }
    }

    private func withSeat(_ work: @escaping @Sendable (ReaderWorker) -> ReadOutcome) async -> ReadOutcome {
        let seat = await withCheckedContinuation { continuation in
            if let seat = freeSeat(orWait: continuation) { continuation.resume(returning: seat) }
        }
        let outcome = await seat.run(work)
        giveBack(seat)
        return outcome
    }

    private func freeSeat(orWait continuation: CheckedContinuation<ReaderSeat, Never>) -> ReaderSeat? {
        state.withLock { state in
            if let seat = state.idle.popLast() { return seat }
            state.waiting.append(continuation)
            return nil
        }
    }

    private func giveBack(_ seat: ReaderSeat) {
        let next = state.withLock { state -> CheckedContinuation<ReaderSeat, Never>? in
            guard state.firstWaiting < state.waiting.count else {
                state.waiting.removeAll(keepingCapacity: true)
                state.firstWaiting = 0
                state.idle.append(seat)
                return nil
            }
            state.firstWaiting += 1
            return state.waiting[state.firstWaiting - 1]
        }
        next?.resume(returning: seat)
    }
}

/// A worker with the thread that drives it.
///
/// Sound as `@unchecked Sendable`: the worker is touched inside of `run` only, one run at a time by the serial queue.
private final class ReaderSeat: @unchecked Sendable {
    private let worker: ReaderWorker
    private let queue = DispatchQueue(label: "nabor.reader")

    init(_ worker: ReaderWorker) {
        self.worker = worker
    }

    func run(_ work: @escaping @Sendable (ReaderWorker) -> ReadOutcome) async -> ReadOutcome {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work(self.worker)) }
        }
    }
}
