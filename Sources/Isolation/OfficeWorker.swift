import FormModel
import ReaderProtocol
import Synchronization

/// One line of converters: process after process in one private folder with one profile.
final class OfficeWorker: Sendable {
    private let folder: ScratchFolder
    private let command: OfficeCommand
    private let format: SourceFormat
    private let source: @Sendable (Int) -> SourceHandle?
    private let each: @Sendable (Int, Result<[UInt8], ReadFailure>) -> Void

    /// Sources of one process together; the rest waits for the next.
    private static let stretchByteCountMax = 64 * 1024 * 1024

    /// Nil when there is no room for a scratch folder.
    init?(
        executable: String,
        limits: OfficeConverter.Limits,
        format: SourceFormat,
        target: OfficeConverter.Target,
        source: @escaping @Sendable (Int) -> SourceHandle?,
        each: @escaping @Sendable (Int, Result<[UInt8], ReadFailure>) -> Void
    ) {
        guard let folder = ScratchFolder() else { return nil }
        self.folder = folder
        command = OfficeCommand(executable: executable, limits: limits, folder: folder.path, target: target)
        self.format = format
        self.source = source
        self.each = each
    }

    deinit { folder.remove() }

    /// Works until the queue is empty.
    func work(_ queue: OfficeQueue) async {
        while let stretch = queue.take() {
            let (ready, left) = prepare(stretch)
            queue.giveBack(left)
            guard !ready.isEmpty else { continue }
            let finished = await run(ready, queue)
            guard queue.note(finishedCount: finished) else { return Self.giveUp(queue, format, each) }
        }
    }

    static func giveUp(
        _ queue: OfficeQueue,
        _ format: SourceFormat,
        _ each: (Int, Result<[UInt8], ReadFailure>) -> Void
    ) {
        for place in queue.takeAll() {
            each(place, .failure(ReadFailure(.readerCrashed, format: format, parameters: ["reason": "converter"])))
        }
    }

    // MARK: One process

    private func name(_ place: Int) -> String { "\(place).\(format.rawValue)" }

    /// Puts the sources into the folder, as far as they fit; one that cannot be had fails at once.
    private func prepare(_ stretch: [Int]) -> (ready: [Int], left: [Int]) {
        var ready: [Int] = []
        var byteCount = 0
        for (index, place) in stretch.enumerated() {
            guard let handle = source(place), handle.byteCount <= ReaderLimits.sourceByteCountMax else {
                each(place, .failure(ReadFailure(.sourceLimit, format: format)))
                continue
            }
            byteCount += handle.byteCount
            if byteCount > Self.stretchByteCountMax, !ready.isEmpty { return (ready, Array(stretch[index...])) }
            guard folder.write(handle, name: name(place)) else {
                each(place, failure(.readerCrashed, "noScratchFolder"))
                continue
            }
            ready.append(place)
        }
        return (ready, [])
    }

    /// Gives the number of files that were converted. What a stopped process leaves goes back to the queue; the files
    /// under suspicion get a process each.
    private func run(_ places: [Int], _ queue: OfficeQueue) async -> Int {
        let done = Mutex<Set<Int>>([])
        let end = await OfficeBatch(command: command, sources: places.map(name)).run { [self] index in
            let place = places[index]
            guard deliver(place) else { return }
            _ = done.withLock { $0.insert(place) }
        }
        let finished = done.withLock { $0 }
        for place in places { folder.remove(name(place)) }
        let missing = places.filter { !finished.contains($0) }
        if end.isOrderly {
            // LibreOffice came to its end and left these out: it cannot open them.
            for place in missing { each(place, failure(.sourceDamaged, "converter")) }
            return finished.count
        }
        // A process that was stopped half-way may have left its profile in any state.
        folder.removeTree("profile")
        let suspects = Set(end.suspects.map { places[$0] }).subtracting(finished)
        if places.count == 1 {
            for place in missing {
                each(place, failure(end.isTimedOut ? .readerTimedOut : .sourceDamaged, "converter"))
            }
            return finished.count
        }
        queue.giveBack(missing.filter { !suspects.contains($0) })
        for place in suspects.sorted() { queue.giveBack([place]) }
        return finished.count
    }

    /// Hands over a result and clears it away; false when there is none.
    private func deliver(_ place: Int) -> Bool {
        let result = "out/\(place).\(command.target.rawValue)"
        guard let bytes = folder.read(result, byteCountMax: command.limits.resultByteCountMax) else { return false }
        folder.remove(result)
        each(place, .success(bytes))
        return true
    }

    private func failure(_ code: FindingCode, _ reason: String) -> Result<[UInt8], ReadFailure> {
        .failure(ReadFailure(code, format: format, parameters: ["reason": reason]))
    }
}
