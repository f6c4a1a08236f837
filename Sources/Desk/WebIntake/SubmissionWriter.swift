import FormModel
import Foundation
import Registry
import Synchronization

/// Writes submissions down in groups: one thread takes whatever is waiting, stores uploaded files with shared syncs,
/// records all registrations with what was typed in one transaction with one sync, and then answers everybody.
///
/// Under load the groups grow and the disk is asked once for many; a single submission waits for nobody. The answer comes
/// after the sync, never before.
final class SubmissionWriter: Sendable {
    /// A submission that was checked and waits to be written down.
    struct Item: Sendable {
        var key: String
        var body: OriginalStore.Incoming
        var uploads: [Upload]
        var checked: CheckedForm
        var form: WebForm
        var snapshot: WebCatalogue.Snapshot
    }

    struct Upload: Sendable {
        var name: String
        var bytes: OriginalStore.Incoming
    }

    private struct Waiting {
        var item: Item
        var answer: @Sendable (SubmissionResult) -> Void
    }

    private struct Queue {
        var waiting: [Waiting] = []
        var isStopped = false
        var hasEnded = false
    }

    /// Submissions that may wait; whoever comes then is asked to try again.
    static let waitingCountMax = 20_000
    /// Bytes of files a group may hold in memory.
    static let groupByteCountMax = 64 * 1024 * 1024

    private let workspace: Workspace
    private let secret: ServerSecret
    /// Submissions a group; with 25 MB of files each at most, and mostly none.
    private let groupCountMax: Int
    private let queue = Mutex(Queue())
    private let signal = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(workspace: Workspace, secret: ServerSecret, groupCountMax: Int) {
        self.workspace = workspace
        self.groupCountMax = max(1, groupCountMax)
        self.secret = secret
        Thread.detachNewThread { [self] in run() }
    }

    /// Returns when the submission is durable or refused.
    func submit(_ item: Item) async -> SubmissionResult {
        await withCheckedContinuation { continuation in
            let isTaken = queue.withLock { queue in
                guard !queue.isStopped, queue.waiting.count < Self.waitingCountMax else { return false }
                queue.waiting.append(Waiting(item: item) { continuation.resume(returning: $0) })
                return true
            }
            if isTaken { signal.signal() } else { continuation.resume(returning: Self.overloaded) }
        }
    }

    /// Writes what is waiting, then ends the thread; later submissions are refused.
    func stop() {
        let isFirst = queue.withLock { queue in
            defer { queue.isStopped = true }
            return !queue.isStopped
        }
        guard isFirst else { return }
        signal.signal()
        ended.wait()
    }

    // MARK: The writing thread

    private func run() {
        while true {
            signal.wait()
            // Others may have signalled too; they are all served now, and their signals find an empty queue.
            while let group = takeGroup() { write(group) }
            if queue.withLock({ $0.isStopped && $0.waiting.isEmpty }) { break }
        }
        ended.signal()
    }

    private func takeGroup() -> [Waiting]? {
        queue.withLock { queue in
            guard !queue.waiting.isEmpty else { return nil }
            var count = 0
            var byteCount = 0
            for waiting in queue.waiting.prefix(groupCountMax) {
                byteCount += waiting.item.uploads.reduce(waiting.item.body.bytes.count) { $0 + $1.bytes.bytes.count }
                if count > 0, byteCount > Self.groupByteCountMax { break }
                count += 1
            }
            let group = Array(queue.waiting.prefix(count))
            queue.waiting.removeFirst(count)
            return group
        }
    }

    private func write(_ group: [Waiting]) {
        let results = write(group.map(\.item))
        for (waiting, result) in zip(group, results) { waiting.answer(result) }
    }

    private func write(_ items: [Item]) -> [SubmissionResult] {
        do throws(DeskError) {
            try DeskError.attempt {
                try workspace.registry.originals.store(items.flatMap { $0.uploads.map(\.bytes) })
            }
            let recording = SubmissionRecording(workspace: workspace, secret: secret)
            return try DeskError.attempt {
                try workspace.registry.write { writer in try items.map { try recording.record($0, in: writer) } }
            }
        } catch {
            // One that cannot be recorded must not take the others down with it.
            if items.count > 1 { return items.flatMap { write([$0]) } }
            return [.refused(error, isFull: error.code == .registryFailed)]
        }
    }

    private static let overloaded = SubmissionResult.refused(
        DeskError(
            .registryFailed,
            "Przychodzi teraz bardzo dużo zgłoszeń; tego jeszcze nie zapisano. Spróbuj za chwilę.",
            "Very many registrations are coming in; this one is not recorded yet. Try again in a moment."
        ),
        isFull: true
    )
}
