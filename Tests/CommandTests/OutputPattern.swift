import Foundation

/// Compares what a command said with the expected lines of a case, and remembers what its placeholders stood for.
struct OutputPattern {
    /// Values of placeholders so far.
    private(set) var known: [String: String] = [:]

    /// A difference in words, or nil when the lines fit.
    mutating func difference(_ expected: [String], _ actual: String) -> String? {
        var lines = actual.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        var position = 0
        for (index, want) in expected.enumerated() {
            if want == "..." {
                guard index + 1 < expected.count else { return nil }
                while position < lines.count, match(expected[index + 1], lines[position]) == nil { position += 1 }
                continue
            }
            guard position < lines.count else { return "expected “\(want)”, the output ended\n\(actual)" }
            guard let found = match(want, lines[position]) else {
                return "expected “\(want)”, got “\(lines[position])”\n\(actual)"
            }
            known.merge(found) { old, _ in old }
            position += 1
        }
        return position == lines.count ? nil : "unexpected “\(lines[position])”\n\(actual)"
    }

    /// The placeholders' values where the line fits.
    private func match(_ want: String, _ line: String) -> [String: String]? {
        let tokens = Self.tokens(want)
        var pattern = ""
        var names: [String] = []
        for token in tokens {
            switch token {
            case .text(let text): pattern += NSRegularExpression.escapedPattern(for: text)
            case .any: pattern += ".*"
            case .digest: pattern += "[0-9a-f]{64}"
            case .name(let name):
                if let value = known[name] {
                    pattern += NSRegularExpression.escapedPattern(for: value)
                } else {
                    names.append(name)
                    pattern += "([0-9A-Z]+)"
                }
            }
        }
        guard let expression = try? NSRegularExpression(pattern: "^" + pattern + "$"),
            let found = expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line))
        else { return nil }
        var values: [String: String] = [:]
        for (index, name) in names.enumerated() {
            guard let range = Range(found.range(at: index + 1), in: line) else { return nil }
            values[name] = String(line[range])
        }
        return values
    }

    private enum Token {
        case text(String), any, digest, name(String)
    }

    private static func tokens(_ line: String) -> [Token] {
        var tokens: [Token] = []
        var rest = Substring(line)
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let inside = String(rest[rest.index(after: open)..<close])
            let token: Token? =
                switch inside {
                case "...": .any
                case "sha256": .digest
                case _ where !inside.isEmpty && inside.allSatisfy { $0.isASCII && $0.isUppercase }: .name(inside)
                default: nil
                }
            let end = token == nil ? rest.index(after: open) : rest.index(after: close)
            tokens.append(.text(String(rest[..<(token == nil ? end : open)])))
            if let token { tokens.append(token) }
            rest = rest[end...]
        }
        tokens.append(.text(String(rest)))
        return tokens
    }
}
