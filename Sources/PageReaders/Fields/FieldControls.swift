import FormModel

/// Turns the fields of a PDF form into controls, each with the place where it is seen.
///
/// A field that is shown several times gives one control a box, so that each can be paired with the words beside it.
struct FieldControls {
    /// A control on a page.
    struct Placed {
        /// Index into `controls`.
        var control: Int
        /// On the page as it is shown.
        var rect: PageRect
    }

    private(set) var controls: [FormControl] = []
    /// By page, counted from 0.
    private(set) var placed: [[Placed]]
    private let geometries: [PageGeometry]
    private let pageOfWidget: [Int: Int]
    private let pageOfNumber: [Int: Int]
    private let isRedrawn: Bool

    init(tree: FieldTree, pages: [PDFObject], geometries: [PageGeometry]) {
        self.geometries = geometries
        placed = Array(repeating: [], count: pages.count)
        isRedrawn = tree.needsAppearances
        var pageOfWidget: [Int: Int] = [:]
        var pageOfNumber: [Int: Int] = [:]
        for (index, page) in pages.enumerated() {
            if let number = page.objectNumber { pageOfNumber[number] = index }
            for annotation in page["Annots"]?.items ?? [] {
                if let number = annotation.objectNumber, pageOfWidget[number] == nil { pageOfWidget[number] = index }
            }
        }
        self.pageOfWidget = pageOfWidget
        self.pageOfNumber = pageOfNumber
        for field in tree.fields { add(field) }
    }

    private mutating func add(_ field: FormField) {
        if case .button = field.kind { return addButtons(field) }
        let control = control(of: field)
        if field.widgets.isEmpty { return add(control, widget: nil) }
        for widget in field.widgets {
            var control = control
            if !isRedrawn, !shows(widget, control, field.kind) { control.isDoubtful = true }
            add(control, widget: widget)
        }
    }

    private func shows(_ widget: PDFObject, _ control: FormControl, _ kind: FormField.Kind) -> Bool {
        // A script may show a number or a date in another form than the one it keeps.
        guard widget["AA"]?["F"] == nil, widget["Parent"]?["AA"]?["F"] == nil else { return true }
        return switch kind {
        case .text: AppearanceText(widget)?.speaksFor(control.text) ?? true
        // Some programs draw the value where they should draw its text.
        case .choice(isCombo: true):
            AppearanceText(widget).map { drawn in
                [control.text, control.chosenValue ?? ""].contains { drawn.speaksFor($0) }
            } ?? true
        // A list shows all of its entries, a signature whatever its program draws.
        case .choice, .signature, .button: true
        }
    }

    private func control(of field: FormField) -> FormControl {
        var control = FormControl(origin: .acroField, kind: .text, place: "", tag: field.name, title: field.label)
        switch field.kind {
        case .text: control.text = Self.lines(field.value?.text ?? "")
        case .choice(let isCombo):
            control.kind = isCombo ? .comboBox : .dropDown
            control.choices = field.options.map { FormControl.Choice(display: $0.shown, value: $0.value) }
            let values =
                field.value.map { $0.isArray ? $0.items.compactMap(\.text) : [$0.text].compactMap(\.self) } ?? []
            let shown = values.map { value in field.options.first { $0.value == value }?.shown ?? value }
            control.text = shown.joined(separator: "; ")
            control.chosenValue = values.isEmpty ? nil : values.joined(separator: "; ")
        case .signature, .button:
            control.kind = .signature
            control.isChecked = field.value != nil
        }
        return control
    }

    /// Carriage returns part lines in values (ISO 32000-1, 12.7.4.3).
    private static func lines(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        return text.split(omittingEmptySubsequences: false) { $0 == "\r\n" || $0 == "\r" || $0 == "\n" }
            .joined(separator: "\n")
    }

    // MARK: Buttons

    private mutating func addButtons(_ field: FormField) {
        let states = field.widgets.map { ButtonState(widget: $0, value: field.value) }
        // A value that none of the boxes can show: somebody or some program meant something that cannot be seen.
        let value = ButtonState.value(field.value)
        let isLost = value != nil && value != "Off" && !value!.isEmpty && !states.contains { $0.isOn }
        for (widget, state) in zip(field.widgets, states) {
            var control = FormControl(origin: .acroField, kind: .checkBox, place: "", tag: field.name)
            control.title = widget["TU"]?.text ?? field.label
            control.text = state.isOn ? "☒" : "☐"
            control.isChecked = state.isOn
            control.chosenValue = state.state.map { Self.exportValue($0, field.options) }
            control.isDoubtful = state.isDoubtful || isLost
            add(control, widget: widget)
        }
    }

    /// States may be called `0`, `1` … and their values stand in `/Opt` then, in the order of the boxes.
    private static func exportValue(_ state: String, _ options: [FormField.Option]) -> String {
        guard let index = Int(state), options.indices.contains(index) else { return state }
        return options[index].value
    }

    // MARK: Places

    private mutating func add(_ control: FormControl, widget: PDFObject?) {
        var control = control
        let index = controls.count
        if let widget, let page = page(of: widget), let rect = widget["Rect"]?.rectangle {
            control.place = "page[\(page + 1)]/field[\(placed[page].count + 1)]"
            placed[page].append(Placed(control: index, rect: geometries[page].matrix.apply(rect)))
        } else {
            control.place = "field[\(index + 1)]"
        }
        controls.append(control)
    }

    private func page(of widget: PDFObject) -> Int? {
        if let number = widget.objectNumber, let page = pageOfWidget[number] { return page }
        return widget["P"]?.objectNumber.flatMap { pageOfNumber[$0] }
    }
}
