import Foundation
import Synchronization

/// A bar on a terminal for work whose amount is known: how much is done, how long the rest may take. Silent in a pipe.
///
/// May be shown from any thread; lines appear at most ten times a second.
final class ProgressBar: Sendable {
    private struct State {
        var verb = ""
        var startedAt = Date.distantPast
        var shownAt = Date.distantPast
        var isShown = false
    }

    private static let width = 24
    private static let pause = 0.1
    /// Before that much has passed an estimate would only jump about.
    private static let estimateAfter = 1.0

    private let state = Mutex(State())

    func show(_ verb: String, _ count: Int, of total: Int) {
        guard total > 1 else { return }
        show(verb) { Self.line(verb, count, total, $0) }
    }

    /// For work of which only the share is known that is done.
    func show(_ verb: String, _ count: Int, share: Double) {
        show(verb) { Self.line(verb, count, share: share, $0) }
    }

    private func show(_ verb: String, _ line: (_ seconds: Double) -> String) {
        guard Console.isErrorTerminal else { return }
        let now = Date()
        state.withLock { state in
            if state.verb != verb {
                state.verb = verb
                state.startedAt = now
                state.shownAt = .distantPast
            }
            guard now.timeIntervalSince(state.shownAt) >= Self.pause else { return }
            state.shownAt = now
            state.isShown = true
            let line = line(now.timeIntervalSince(state.startedAt))
            FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
        }
    }

    func clear() {
        state.withLock { state in
            guard state.isShown else { return }
            state.isShown = false
            FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
        }
    }

    /// `PDF  ━━━━━━────  34 / 100  jeszcze 3 s`.
    static func line(_ verb: String, _ count: Int, _ total: Int, _ seconds: Double) -> String {
        let share = Double(count) / Double(max(1, total))
        return "\(verb)  \(bar(share))  \(count) / \(total)" + estimate(share, seconds)
    }

    /// `Przyjmuję  ━━━━━━────  34  jeszcze 3 s`.
    static func line(_ verb: String, _ count: Int, share: Double, _ seconds: Double) -> String {
        "\(verb)  \(bar(share))  \(count)" + estimate(share, seconds)
    }

    private static func bar(_ share: Double) -> String {
        let done = max(0, min(width, Int(Double(width) * share)))
        return String(repeating: "━", count: done) + String(repeating: "─", count: width - done)
    }

    private static func estimate(_ share: Double, _ seconds: Double) -> String {
        guard seconds >= estimateAfter, share > 0, share < 1 else { return "" }
        let left = duration(seconds * (1 - share) / share)
        return say("  jeszcze \(left)", "  \(left) left")
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = max(1, Int(seconds.rounded()))
        return whole < 90 ? "\(whole) s" : "\((whole + 30) / 60) min"
    }
}
