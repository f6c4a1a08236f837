import Foundation

/// One line on a terminal that says how far long work is; silent in a pipe.
struct ProgressLine {
    private var lastShown = Date.distantPast
    private var isShown = false
    private let verb: String

    init(_ verb: String) {
        self.verb = verb
    }

    mutating func show(_ count: Int, of total: Int? = nil) {
        guard Console.isErrorTerminal, Date().timeIntervalSince(lastShown) > 0.1 else { return }
        lastShown = Date()
        isShown = true
        let amount = total.map { "\(count) / \($0)" } ?? "\(count)"
        FileHandle.standardError.write(Data("\r\u{1B}[K\(verb): \(amount)".utf8))
    }

    func clear() {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
