import FormModel
import Yams

/// Finds where a key stands for the second time, which the parser does not say.
struct DuplicateKey {
    var line: Int
    var column: Int
    var textWithRenamedKey: String

    private static let mark = "⁑"

    static func isRenamed(_ key: String) -> Bool { key.hasPrefix(mark) }

    /// The next place after `first` where `key` stands in the same mapping: at the same column of a later line in a block,
    /// or further on in the same braces.
    static func second(of key: String, after first: Mark, in text: String, number: Int) -> DuplicateKey? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        guard lines.indices.contains(first.line - 1) else { return nil }
        let spellings = [key, "\"\(key)\"", "'\(key)'"].map(Array.init)
        let indent = lines[first.line - 1].prefix(first.column - 1)
        let isBlock = indent.allSatisfy { $0 == " " || $0 == "-" }
        for index in (first.line - 1)..<lines.count {
            let line = lines[index]
            let isFirstLine = index == first.line - 1
            for start in candidates(in: line, column: first.column - 1, isBlock: isBlock, isFirstLine: isFirstLine) {
                guard let spelling = spellings.first(where: { stands($0, at: start, in: line) }) else { continue }
                lines[index].replaceSubrange(start..<start + spelling.count, with: Array("\(mark)\(number)"))
                let text = lines.map { String($0) }.joined(separator: "\n")
                return DuplicateKey(line: index + 1, column: start + 1, textWithRenamedKey: text)
            }
        }
        return nil
    }

    private static func candidates(in line: [Character], column: Int, isBlock: Bool, isFirstLine: Bool) -> [Int] {
        if isBlock, !isFirstLine { return line.count > column ? [column] : [] }
        return Array((isFirstLine ? column + 1 : 0)..<max(line.count, isFirstLine ? column + 1 : 0))
    }

    private static func stands(_ key: [Character], at start: Int, in line: [Character]) -> Bool {
        guard start + key.count < line.count, Array(line[start..<start + key.count]) == key else { return false }
        if start > 0, !" {,-".contains(line[start - 1]) { return false }
        return line[(start + key.count)...].first { $0 != " " } == ":"
    }
}
