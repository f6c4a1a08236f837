import Foundation

/// A command test written as a Markdown file.
///
/// - ` ```file NAME ` holds a file that is written into the workspace;
/// - ` ```docx NAME ` holds a Word document: a paragraph a line, table rows as `| cell | cell |`;
/// - ` ```variables ` holds `NAME=VALUE` lines for the environment, `EVENTS=a b` the events of the workspace;
/// - ` ```console ` holds commands (`$ …`), each followed by its expected output. Lines that begin with `2| ` are expected on
///   standard error, `[N]` is the exit code (0 where none stands).
///
/// In expected lines `<...>` stands for any text within the line, `...` alone for any lines, `<sha256>` for a digest.
/// `<NAME>` takes the code or number found there the first time and demands it afterwards; commands use it as `$NAME`.
struct CommandCase: CustomStringConvertible, Sendable {
    struct Step: Sendable {
        var command: String
        var output: [String] = []
        var errors: [String] = []
        var exitCode: Int32 = 0
        var line: Int
    }

    var name: String
    var files: [(name: String, bytes: [UInt8])] = []
    var variables: [(name: String, value: String)] = []
    var events: [String]?
    var steps: [Step] = []

    var description: String { name }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("cases")

    /// All cases; an unreadable one is an error of the suite, found by `CaseTests.everyCaseHasSteps`.
    static let all: [CommandCase] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted().map { name in
            let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            return CommandCase(name: String(name.dropLast(3)), markdown: text ?? "")
        }
    }()

    init(name: String, markdown: String) {
        self.name = name
        var fence: String?
        var held: [(number: Int, text: String)] = []
        for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if fence == nil, line.hasPrefix("```"), line.count > 3 {
                fence = String(line.dropFirst(3))
                held = []
            } else if let open = fence, line == "```" {
                take(open, held)
                fence = nil
            } else if fence != nil {
                held.append((index + 1, String(line)))
            }
        }
    }

    private mutating func take(_ fence: String, _ lines: [(number: Int, text: String)]) {
        if fence.hasPrefix("file ") {
            files.append((String(fence.dropFirst(5)), Array((lines.map(\.text).joined(separator: "\n") + "\n").utf8)))
        } else if fence.hasPrefix("docx ") {
            files.append((String(fence.dropFirst(5)), ZipFixture.docx(body: WordText.body(lines.map(\.text)))))
        } else if fence == "variables" {
            for (_, line) in lines { takeVariable(line) }
        } else if fence == "console" {
            for (number, line) in lines { takeConsole(line, number) }
        }
    }

    private mutating func takeVariable(_ line: String) {
        let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2 else { return }
        if halves[0] == "EVENTS" {
            events = halves[1].split(separator: " ").map(String.init)
        } else {
            variables.append((halves[0], halves[1]))
        }
    }

    private mutating func takeConsole(_ line: String, _ number: Int) {
        if line.hasPrefix("$ ") {
            steps.append(Step(command: String(line.dropFirst(2)), line: number))
            return
        }
        guard !steps.isEmpty else { return }
        let last = steps.count - 1
        if line.hasPrefix("["), line.hasSuffix("]"), let code = Int32(line.dropFirst().dropLast()) {
            steps[last].exitCode = code
        } else if line.hasPrefix("2| ") {
            steps[last].errors.append(String(line.dropFirst(3)))
        } else {
            steps[last].output.append(line)
        }
    }
}
