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
        guard Console.isErrorTerminal, total > 1 else { return }
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
            let line = Self.line(verb, count, total, now.timeIntervalSince(state.startedAt))
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
        let done = max(0, min(width, width * count / max(1, total)))
        let bar = String(repeating: "━", count: done) + String(repeating: "─", count: width - done)
        var text = "\(verb)  \(bar)  \(count) / \(total)"
        if seconds >= estimateAfter, count > 0, count < total {
            let left = duration(seconds * Double(total - count) / Double(count))
            text += say("  jeszcze \(left)", "  \(left) left")
        }
        return text
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = max(1, Int(seconds.rounded()))
        return whole < 90 ? "\(whole) s" : "\((whole + 30) / 60) min"
    }
}
