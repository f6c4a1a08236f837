import FormModel

/// Text that people lay over a page with the typewriter of their PDF program (FreeText annotations, ISO 32000-1, 12.5.6.6).
struct TypedNotes {
    private static let noteCountMax = 2_000
    private static let lineCountMax = 200

    /// As words of the page; a note of several lines gives one word a line.
    static func words(of page: PDFObject, geometry: PageGeometry, turn: PageTurn) -> [PageWord] {
        var words: [PageWord] = []
        for note in (page["Annots"]?.items ?? []).prefix(noteCountMax)
        where note["Subtype"]?.name == "FreeText" && !isHidden(note) {
            guard let text = note["Contents"]?.text, let rect = note["Rect"]?.rectangle else { continue }
            let place = turn.apply(geometry.matrix.apply(rect))
            let lines = text.split(whereSeparator: \.isNewline).prefix(lineCountMax)
            let height = place.height / Double(max(1, lines.count))
            for (index, line) in lines.enumerated() {
                let top = place.top + Double(index) * height
                words.append(
                    PageWord(
                        text: String(line),
                        rect: PageRect(left: place.left, top: top, right: place.right, bottom: top + height),
                        fontSize: min(height, 12)
                    )
                )
            }
        }
        return words
    }

    /// Bits 2 and 6 of an annotation's flags (12.5.3).
    private static func isHidden(_ annotation: PDFObject) -> Bool {
        (annotation["F"]?.integer ?? 0) & 0b10_0010 != 0
    }
}
