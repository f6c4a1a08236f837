import Synchronization

/// Counts what one address does within a minute, so that nobody takes the server for themselves.
final class RateLimit: Sendable {
    private struct Window {
        var start: ContinuousClock.Instant
        var count: Int
    }

    private struct State {
        var windows: [String: Window] = [:]
        var cleanedAt = ContinuousClock.Instant.now
    }

    private let countMax: Int
    private let state = Mutex(State())
    /// Addresses remembered at once.
    private static let addressCountMax = 100_000

    init(perMinute countMax: Int) {
        self.countMax = countMax
    }

    /// Whether the address may go on; counts the attempt.
    func allows(_ address: String) -> Bool {
        state.withLock { state in
            let now = ContinuousClock.now
            if state.cleanedAt.duration(to: now) > .seconds(60) || state.windows.count > Self.addressCountMax {
                state.windows = state.windows.filter { $0.value.start.duration(to: now) < .seconds(60) }
                state.cleanedAt = now
            }
            var window = state.windows[address] ?? Window(start: now, count: 0)
            if window.start.duration(to: now) >= .seconds(60) { window = Window(start: now, count: 0) }
            window.count += 1
            state.windows[address] = window
            return window.count <= countMax
        }
    }
}
