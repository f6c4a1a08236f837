import Foundation
import Isolation

/// Lets reader threads that have run out of sources help with the sheets of another one's scan, so that a single long file
/// keeps every core busy.
///
/// Sound: everything that changes is touched under the condition's lock only; each task runs once, on one thread, with that
/// thread's own worker.
final class ScanCrew: @unchecked Sendable {
    typealias Task = (ReaderWorker) -> Void

    private final class Round {
        var left: Int
        init(_ count: Int) { left = count }
    }

    private let condition = NSCondition()
    private var waiting: [(task: Task, round: Round)] = []
    private var busyCount = 0

    /// A thread that reads sources has begun.
    func begin() { condition.withLock { busyCount += 1 } }

    /// A thread has run out of sources: it helps until no other one has any.
    func helpUntilDone(with worker: ReaderWorker) {
        condition.withLock {
            busyCount -= 1
            condition.broadcast()
        }
        while let next = nextOrEnd() { perform(next, worker) }
    }

    /// Runs the tasks, some of them perhaps on other threads, and waits for all.
    func run(_ tasks: [Task], with worker: ReaderWorker) {
        let round = Round(tasks.count)
        condition.withLock {
            waiting += tasks.map { ($0, round) }
            condition.broadcast()
        }
        while let next = nextOf(round) { perform(next, worker) }
    }

    private func perform(_ next: (task: Task, round: Round), _ worker: ReaderWorker) {
        next.task(worker)
        condition.withLock {
            next.round.left -= 1
            condition.broadcast()
        }
    }

    /// A task of anybody's; nil once nobody can bring another one.
    private func nextOrEnd() -> (task: Task, round: Round)? {
        condition.withLock {
            while waiting.isEmpty {
                if busyCount == 0 { return nil }
                condition.wait()
            }
            return waiting.removeFirst()
        }
    }

    /// A task of this round; nil once all of them are done.
    private func nextOf(_ round: Round) -> (task: Task, round: Round)? {
        condition.withLock {
            while true {
                if let index = waiting.firstIndex(where: { $0.round === round }) { return waiting.remove(at: index) }
                if round.left == 0 { return nil }
                condition.wait()
            }
        }
    }
}
