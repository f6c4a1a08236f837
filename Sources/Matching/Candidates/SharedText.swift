import FieldKinds
import FormModel

/// Shares a text among the questions that one label covers: «35-001 Rzeszów», «990 000 001, anna@example.org».
struct SharedText {
    /// The part of each question, in their order; nil where none is left for it.
    static func parts(of text: String, for questions: [Question]) -> [String?] {
        if questions.contains(where: { $0.wholeNameReader != nil }) { return questions.map { _ in text } }
        var rest = text
        var parts = [String?](repeating: nil, count: questions.count)
        for (index, question) in questions.enumerated() where question.shape == .telling {
            guard let range = range(of: question.field.kind, in: rest) else { continue }
            parts[index] = String(rest[range])
            rest.replaceSubrange(range, with: " ")
        }
        let open = questions.indices.filter { questions[$0].shape != .telling }
        let left = trimmed(rest)
        guard !left.isEmpty else { return parts }
        if open.count == 1 {
            parts[open[0]] = left
        } else if open.count > 1 {
            let pieces = left.split(whereSeparator: { ",;/\n".contains($0) }).map { trimmed(String($0)) }
            if pieces.count == open.count { for (index, piece) in zip(open, pieces) { parts[index] = piece } }
        }
        return parts
    }

    private static func trimmed(_ text: String) -> String {
        let signs: Set<Character> = [" ", "\n", "\t", ",", ";", "/", "|", "·", "\u{A0}", "-", "–"]
        let start = text.firstIndex { !signs.contains($0) } ?? text.endIndex
        let end = text.lastIndex { !signs.contains($0) }.map { text.index(after: $0) } ?? start
        return start < end ? String(text[start..<end]) : ""
    }

    /// Where the first text of that kind stands.
    private static func range(of kind: FieldKind, in text: String) -> Range<String.Index>? {
        switch kind {
        case .email:
            run(in: text) {
                !" ,;\n\t/|".contains($0)
            } accept: {
                $0.contains("@")
            }
        case .postalCode:
            run(in: text) {
                $0.isNumber || $0 == "-"
            } accept: {
                $0.filter(\.isNumber).count == 5
            }
        case .phone:
            run(in: text) {
                $0.isNumber || "+-() \u{A0}".contains($0)
            } accept: {
                $0.filter(\.isNumber).count >= 7
            }
        default:
            run(in: text) {
                !" ,;\n\t".contains($0)
            } accept: {
                $0.contains(where: \.isNumber)
            }
        }
    }

    private static func run(
        in text: String,
        of belongs: (Character) -> Bool,
        accept: (Substring) -> Bool
    ) -> Range<String.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            guard belongs(text[start]) else {
                start = text.index(after: start)
                continue
            }
            let end = text[start...].firstIndex { !belongs($0) } ?? text.endIndex
            if accept(text[start..<end]) { return start..<end }
            start = end
        }
        return nil
    }
}
