import FormModel

extension BlockBuilder {
    /// Opens a control around what follows and returns its index.
    @discardableResult
    func beginControl(_ control: FormControl) -> Int {
        let index = controls.count
        itemCount += 1
        var control = control
        control.parent = openControls.last?.index
        frame.paragraph?.flush()
        if let paragraph = frame.paragraph {
            control.place = paragraph.place
        } else {
            controlsWithoutPlace.append(index)
        }
        controls.append(control)
        if control.isPlaceholder { placeholderDepth += 1 }
        openControls.append(
            OpenControl(
                index: index,
                textStart: controlText.count,
                isInsideParagraph: frame.paragraph != nil,
                isPlaceholder: control.isPlaceholder
            )
        )
        return index
    }

    /// Closes the innermost control and gives it the text that stood inside.
    func endControl() {
        guard let open = openControls.popLast() else { return }
        frame.paragraph?.flush()
        // A control without text still has a place on the line.
        if controlText.count == open.textStart, open.isInsideParagraph {
            frame.paragraph?.spans.append(Span(text: "", control: open.index))
        }
        if open.isPlaceholder { placeholderDepth -= 1 }
        if let position = controlsWithoutPlace.firstIndex(of: open.index) {
            controlsWithoutPlace.remove(at: position)
            controls[open.index].place = place
        }
        var end = controlText.count
        while end > open.textStart, controlText[end - 1] == 0x0A { end -= 1 }
        controls[open.index].text = String(decoding: controlText[open.textStart..<end], as: UTF8.self)
        if openControls.isEmpty { controlText.removeAll(keepingCapacity: true) }
    }

    /// A control with a fixed text, such as a legacy check box with its glyph.
    func addControl(_ control: FormControl, text: String, style: Span.Style) {
        beginControl(control)
        addText(text, style: style)
        endControl()
    }

    func warn(_ code: FindingCode, _ parameters: [String: String] = [:]) {
        let same = warnings.contains { $0.code == code && $0.parameters == parameters }
        if !same { warnings.append(ReadingWarning(code, place: frame.paragraph?.place, parameters: parameters)) }
    }
}
