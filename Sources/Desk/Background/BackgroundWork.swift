import FormModel
import Foundation
public import Registry
import Synchronization

/// Work that takes longer than somebody waits for a page: one thread does it in the order in which it was asked for.
///
/// What is to be done stands in the registry before anybody hears that it was taken; what was cut off by a restart is
/// begun again. Every kind of work may be repeated without harm.
public final class BackgroundWork: Sendable {
    private let workspace: Workspace
    private let signal = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private struct State {
        var isStarted = false
        var isStopped = false
    }
    private let state = Mutex(State())

    public init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// Puts back what was cut off and begins to work.
    public func start() throws(DeskError) {
        let isFirst = state.withLock { state in
            defer { state.isStarted = true }
            return !state.isStarted
        }
        guard isFirst else { return }
        _ = try DeskError.attempt { try workspace.registry.write { try $0.requeueJobs() } }
        Thread.detachNewThread { [self] in run() }
        signal.signal()
    }

    /// Ends after the job that is being done; those behind it are done after the next start.
    public func stop() {
        let mustWait = state.withLock { state in
            defer { state.isStopped = true }
            return state.isStarted && !state.isStopped
        }
        guard mustWait else { return }
        signal.signal()
        ended.wait()
    }

    /// Takes an order; gives its number.
    public func order(_ order: WorkOrder, by actor: String) throws(DeskError) -> Int64 {
        let id = try DeskError.attempt {
            try workspace.registry.write {
                try $0.addJob(kind: order.kind, parameters: order.json.jsonText, actor: actor, at: workspace.now)
            }
        }
        signal.signal()
        return id
    }

    /// One job; nil for a number that nobody gave out.
    public func job(_ id: Int64) throws(DeskError) -> JobRow? {
        try DeskError.attempt { try workspace.registry.read { try $0.job(id) } }
    }

    // MARK: The working thread

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    private func run() {
        while !isStopped {
            signal.wait()
            while !isStopped, let job = next() { perform(job) }
        }
        ended.signal()
    }

    private func next() -> JobRow? {
        // A registry that cannot be read now is asked again with the next order.
        try? workspace.registry.write { try $0.startNextJob() }
    }

    func perform(_ job: JobRow) {
        let progress = JobProgress(registry: workspace.registry, job: job.id)
        do throws(DeskError) {
            guard let json = try? JSONParser.parse(job.parameters), let order = WorkOrder(kind: job.kind, json) else {
                throw DeskError(.valueInvalid, "Nieznane zlecenie.", "An unknown order.")
            }
            let result = try order.perform(in: workspace.acting(as: job.actor), progress)
            end(job, .done, result)
        } catch {
            end(job, .failed, WorkResult.failed(error.message))
        }
    }

    private func end(_ job: JobRow, _ state: JobRow.State, _ result: WorkResult) {
        try? workspace.registry.write {
            try $0.endJob(job.id, as: state, result: result.json.jsonText, at: workspace.now)
        }
    }
}

/// Writes down how far a job is, a few times a second at most.
final class JobProgress: Sendable {
    private let registry: Registry
    private let job: Int64
    private let last = Mutex(ContinuousClock.now - .seconds(1))

    init(registry: Registry, job: Int64) {
        self.registry = registry
        self.job = job
    }

    func report(_ done: Int, of total: Int) {
        let isDue = last.withLock { last in
            guard last.duration(to: .now) > .milliseconds(250) || done == total else { return false }
            last = .now
            return true
        }
        // Progress that cannot be noted is no reason to stop the work.
        if isDue { try? registry.write { try $0.setJobProgress(job, done: done, total: total) } }
    }
}
