import Synchronization

/// The files that wait for a converter.
final class OfficeQueue: Sendable {
    private struct State {
        var next = 0
        /// Stretches that a stopped process left behind.
        var returned: [[Int]] = []
        /// Processes in a row that converted nothing, as long as none has converted anything.
        var fruitlessCount = 0
        var hasSucceeded = false
    }

    /// After so many processes without a single result LibreOffice itself is broken.
    private static let fruitlessMax = 3

    /// A process is not started for fewer files than this, as long as there are more.
    static let smallStretch = 8

    private let state = Mutex(State())
    private let count: Int
    private let workerCount: Int
    private let stretchMax: Int

    init(count: Int, workerCount: Int, stretchMax: Int) {
        self.count = count
        self.workerCount = workerCount
        self.stretchMax = stretchMax
    }

    /// The next stretch of files for one process; nil when none is left. The work is shared out evenly at the end.
    func take() -> [Int]? {
        state.withLock { state in
            if let stretch = state.returned.popLast() { return stretch }
            let left = count - state.next
            guard left > 0 else { return nil }
            let share = max(Self.smallStretch, (left + workerCount - 1) / workerCount)
            let size = min(stretchMax, share, left)
            defer { state.next += size }
            return Array(state.next..<state.next + size)
        }
    }

    /// All files that are left, at once.
    func takeAll() -> [Int] {
        var places: [Int] = []
        while let stretch = take() { places += stretch }
        return places
    }

    /// Gives files back that a process did not come to.
    func giveBack(_ places: [Int]) {
        guard !places.isEmpty else { return }
        state.withLock { $0.returned.append(places) }
    }

    /// Notes what a process brought; says whether it is worth going on.
    func note(finishedCount: Int) -> Bool {
        state.withLock { state in
            if finishedCount > 0 { state.hasSucceeded = true }
            state.fruitlessCount = finishedCount > 0 ? 0 : state.fruitlessCount + 1
            return state.hasSucceeded || state.fruitlessCount < Self.fruitlessMax
        }
    }
}
