import Documents
import Foundation

/// Measures the engine alone, in memory, beside what issue and guide promise: the least CPU time of several rounds.
///
/// `documents-benchmark INPUTS` takes the inputs of `make_inputs.py`; `--only letter,list` measures some of it,
/// `--rounds N` as often, `--json FILE` writes the figures for `ratios.py`. Memory is measured in processes of their own,
/// which this program starts: `documents-benchmark INPUTS memory KIND ROWS`.
@main struct DocumentsBenchmark {
    static func main() throws {
        var words = Array(CommandLine.arguments.dropFirst())
        let only = take("--only", from: &words).map { Set($0.split(separator: ",").map(String.init)) }
        let rounds = take("--rounds", from: &words).flatMap(Int.init) ?? 7
        let output = take("--json", from: &words)
        guard let folder = words.first else {
            print("documents-benchmark INPUTS [--only NAME,…] [--rounds N] [--json FILE]")
            exit(64)
        }
        let inputs = Inputs(folder: folder)
        if words.count == 4, words[1] == "memory", let rows = Int(words[3]) {
            return try MemoryJob(inputs: inputs).run(words[2], rows: rows)
        }
        let figures = try EngineJobs(inputs: inputs, rounds: rounds).run(only)
        if let output {
            let known = Dictionary(uniqueKeysWithValues: figures.map { ($0.name, $0.value) })
            try JSONSerialization.data(withJSONObject: known, options: [.sortedKeys]).write(to: URL(filePath: output))
        }
        print(figures.allSatisfy(\.isMet) ? "every figure with a target is met" : "NOT every figure is met")
    }

    private static func take(_ option: String, from words: inout [String]) -> String? {
        guard let place = words.firstIndex(of: option), place + 1 < words.count else { return nil }
        defer { words.removeSubrange(place...(place + 1)) }
        return words[place + 1]
    }
}
