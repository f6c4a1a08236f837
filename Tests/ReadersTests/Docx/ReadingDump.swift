import FormModel

/// A reading as text that a person can check line by line.
enum ReadingDump {
    static func text(_ reading: Reading) -> String {
        var lines = ["format \(reading.format.rawValue)", "language \(reading.language ?? "-")"]
        for key in reading.properties.keys.sorted() where key.hasPrefix("nabor:") {
            lines.append("property \(key) = \(reading.properties[key]!)")
        }
        for block in reading.blocks { append(block, to: &lines) }
        for story in reading.stories {
            lines.append("story \(story.kind.rawValue)")
            for block in story.blocks { append(block, to: &lines) }
        }
        for (index, control) in reading.controls.enumerated() { lines.append(line(control, index)) }
        for warning in reading.warnings {
            let parameters = warning.parameters.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
            lines.append("warning \(warning.code.rawValue) at \(warning.place ?? "-")\(parameters)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func append(_ block: Block, to lines: inout [String]) {
        switch block {
        case .paragraph(let paragraph):
            lines.append("\(paragraph.place): \(paragraph.spans.map(text).joined())")
        case .table(let table):
            for row in table.rows {
                for cell in row.cells {
                    let span = cell.columnSpan > 1 ? " span \(cell.columnSpan)" : ""
                    lines.append("\(cell.place)\(span)\(cell.continuesAbove ? " continues" : "")")
                    for block in cell.blocks { append(block, to: &lines) }
                }
            }
        }
    }

    private static func text(_ span: Span) -> String {
        let marks: [(Span.Style, String)] = [
            (.struck, "s"), (.highlighted, "h"), (.underlined, "u"), (.bold, "b"), (.italic, "i"), (.inserted, "+"),
            (.leader, "…"),
        ]
        let style = marks.filter { span.style.contains($0.0) }.map(\.1).joined()
        let control = span.control.map { "#\($0)" } ?? ""
        let text = span.text.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
        return style.isEmpty && control.isEmpty ? "[\(text)]" : "[\(text)|\(style)\(control)]"
    }

    private static func line(_ control: FormControl, _ index: Int) -> String {
        var parts = ["control \(index) \(control.origin.rawValue) \(control.kind.rawValue) at \(control.place)"]
        if let tag = control.tag { parts.append("tag=\(tag)") }
        if let title = control.title { parts.append("title=\(title)") }
        parts.append("text=\"\(control.text.replacing("\n", with: "\\n"))\"")
        if let isChecked = control.isChecked { parts.append(isChecked ? "checked" : "unchecked") }
        if control.isPlaceholder { parts.append("placeholder") }
        if let value = control.chosenValue { parts.append("value=\(value)") }
        if let binding = control.binding { parts.append("binding=\(binding)") }
        if let parent = control.parent { parts.append("in=\(parent)") }
        if !control.choices.isEmpty {
            parts.append("choices=" + control.choices.map { "\($0.display)=\($0.value)" }.joined(separator: ","))
        }
        return parts.joined(separator: " ")
    }
}
