import Foundation

/// One measured figure.
struct Figure {
    var name: String
    /// CPU seconds.
    var seconds: Double
    /// Nil for figures that only inform.
    var target: Double?
    var note = ""
    /// The peer served the person worst off better.
    var isShortOfPeer = false

    static let head = pad("figure", 58) + pad("CPU s", 12) + pad("target", 10) + "note"

    var isMet: Bool { !isShortOfPeer && (target.map { seconds <= $0 } ?? true) }

    var line: String {
        let verdict = target == nil ? "" : isMet ? "ok " : "MISSED "
        return Self.pad(name, 58) + Self.pad(Self.text(seconds), 12) + Self.pad(target.map(Self.text) ?? "-", 10)
            + verdict
            + note
    }

    static func text(_ seconds: Double) -> String {
        seconds < 0.01 ? String(format: "%.6f", seconds) : String(format: "%.3f", seconds)
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    /// CPU seconds of the process so far.
    static func cpu() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    static func measured<Value>(_ work: () throws -> Value) rethrows -> (Value, Double) {
        let start = cpu()
        let value = try work()
        return (value, cpu() - start)
    }
}
