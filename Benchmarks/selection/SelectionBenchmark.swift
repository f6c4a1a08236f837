import FormModel
import Foundation
import Selection

/// Measures the selection on made-up pools: CPU seconds of this process beside the target of each figure.
///
/// `selection-benchmark` alone measures everything; `selection-benchmark leximin conflict` some of it. With
/// `--peer PYTHON` the package sortition-algorithms of that interpreter runs on the same pools, `--peer-seconds N` at most
/// so long each. `selection-benchmark record N FILE` writes the record of an order over N people.
@main struct SelectionBenchmark {
    static func main() throws {
        var words = Array(CommandLine.arguments.dropFirst())
        if words.first == "record", words.count == 3, let count = Int(words[1]) {
            return try SameBytes.write(count, to: words[2])
        }
        let seconds = take("--peer-seconds", from: &words).flatMap(Int.init) ?? 120
        let peer = take("--peer", from: &words).map { Peer(python: $0, secondsMax: seconds) }
        let all = FigureJobs(peer: peer).all
        if let unknown = words.first(where: { word in !all.contains { $0.name == word } }) {
            print("unknown job \(unknown); there are: \(all.map(\.name).joined(separator: " "))")
            exit(64)
        }
        print(Figure.head)
        var isMet = true
        for job in all where words.isEmpty || words.contains(job.name) {
            for figure in try job.run() {
                print(figure.line)
                fflush(nil)
                isMet = isMet && figure.isMet
            }
        }
        print(isMet ? "every figure with a target is met" : "NOT every figure is met")
    }

    private static func take(_ option: String, from words: inout [String]) -> String? {
        guard let place = words.firstIndex(of: option), place + 1 < words.count else { return nil }
        defer { words.removeSubrange(place...(place + 1)) }
        return words[place + 1]
    }
}
