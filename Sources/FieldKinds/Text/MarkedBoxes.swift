/// Options with boxes in one line of text: `☒ tak ☐ nie`, `[x] A [ ] B`.
enum MarkedBoxes {
    /// The texts at marked boxes; nil when the text has no boxes beside words. Empty when no box is marked.
    static func chosen(in text: String) -> [String]? {
        var pieces: [(isMarked: Bool, text: String)] = []
        var head = ""
        var rest = text[...]
        while let scalar = rest.unicodeScalars.first {
            if let box = box(at: rest) {
                pieces.append((box.isMarked, ""))
                rest = rest.dropFirst(box.length)
                continue
            }
            if pieces.isEmpty {
                head.unicodeScalars.append(scalar)
            } else {
                pieces[pieces.count - 1].text.unicodeScalars.append(scalar)
            }
            rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
        }
        guard !pieces.isEmpty else { return nil }
        let labelled = isBlank(head) ? pieces : boxesBehind(head, pieces)
        guard labelled.contains(where: { !isBlank($0.text) }) else { return nil }
        return labelled.filter { $0.isMarked && !isBlank($0.text) }.map(\.text)
    }

    /// `tak ☒ nie ☐`: each box belongs to the words before it.
    private static func boxesBehind(
        _ head: String,
        _ pieces: [(isMarked: Bool, text: String)]
    ) -> [(isMarked: Bool, text: String)] {
        var label = head
        return pieces.map { piece in
            defer { label = piece.text }
            return (piece.isMarked, label)
        }
    }

    private static func isBlank(_ text: String) -> Bool {
        !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    private static func box(at text: Substring) -> (isMarked: Bool, length: Int)? {
        guard let first = text.first else { return nil }
        switch first {
        case "☐", "□", "◻", "▢", "○": return (false, 1)
        case "☒", "☑", "✓", "✔", "✗", "✘", "⊠", "■", "◼", "●": return (true, 1)
        case "[", "(":
            let inside = text.dropFirst().prefix { $0 != "]" && $0 != ")" }
            guard text.dropFirst(inside.count + 1).first == (first == "[" ? "]" : ")") else { return nil }
            switch inside.lowercased() {
            case "", " ", "  ", "_": return (false, inside.count + 2)
            case "x", " x ", "v", "х", "✓", "✔": return (true, inside.count + 2)
            default: return nil
            }
        default: return nil
        }
    }
}
