/// Patterns with `*` for any characters and `?` for one; everything else stands for itself, whatever its case.
enum GlobPattern {
    static func matches(_ untrustedText: String, _ pattern: String) -> Bool {
        let text = Array(untrustedText.lowercased())
        let glob = Array(pattern.lowercased())
        guard text.count <= ExpressionLimits.matchLengthMax,
            glob.count(where: { $0 == "*" }) <= ExpressionLimits.wildcardCountMax
        else { return false }
        return matches(text, glob)
    }

    /// Greedy with one way back: a later star never needs an earlier one to give, so the steps stay below the product
    /// of both lengths.
    private static func matches(_ text: [Character], _ glob: [Character]) -> Bool {
        var position = 0
        var wanted = 0
        var star: (wanted: Int, position: Int)?
        while position < text.count {
            if wanted < glob.count, glob[wanted] == "*" {
                star = (wanted, position)
                wanted += 1
            } else if wanted < glob.count, glob[wanted] == "?" || glob[wanted] == text[position] {
                position += 1
                wanted += 1
            } else if let last = star {
                star = (last.wanted, last.position + 1)
                position = last.position + 1
                wanted = last.wanted + 1
            } else {
                return false
            }
        }
        return glob[wanted...].allSatisfy { $0 == "*" }
    }
}
