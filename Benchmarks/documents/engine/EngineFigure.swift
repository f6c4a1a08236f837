import Foundation

/// One measured figure of the engine.
struct EngineFigure {
    var name: String
    /// In the unit that the name ends with.
    var value: Double
    /// The most it may be; nil for figures that only inform.
    var target: Double?

    var isMet: Bool { target.map { value <= $0 } ?? true }

    var line: String {
        let verdict = target.map { "  target \(Self.text($0))  " + (isMet ? "ok" : "MISSED") } ?? ""
        let space = String(repeating: " ", count: max(1, 52 - name.count))
        let number = Self.text(value)
        return name + space + String(repeating: " ", count: max(0, 9 - number.count)) + number + verdict
    }

    private static func text(_ value: Double) -> String { String(format: value < 100 ? "%.2f" : "%.0f", value) }

    /// CPU seconds of the process so far, on all its threads.
    static func cpu() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    static func wall() -> Double { seconds(CLOCK_MONOTONIC) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The least of several rounds: what others on the machine take is added to a figure, never taken off it.
    static func least(of rounds: Int, _ clock: () -> Double = cpu, _ work: () throws -> Void) rethrows -> Double {
        var least = Double.infinity
        for _ in 0..<rounds {
            let start = clock()
            try work()
            least = min(least, clock() - start)
        }
        return least
    }
}
