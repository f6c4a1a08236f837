import FormModel
import OfficePackage

extension OdtStoryReader {
    private static let formCountMax = 10_000

    // MARK: Form layer

    func startForm(_ element: XMLElement) {
        if element.name == .option || element.name == .item {
            if let openForm { forms[openForm]?.take(element) }
            return
        }
        guard let form = OdtFormElement(element), forms.count < Self.formCountMax else { return }
        let id = element[.id, .xml] ?? element[.id, .odForm] ?? "\(forms.count)"
        forms[id] = form
        openForm = id
        atEnd(.form)
    }

    /// A control that stands as a shape between paragraphs is put into a paragraph of its own.
    func placeForm(_ element: XMLElement) {
        guard let id = element[.control], let form = forms.removeValue(forKey: id) else { return }
        let isBetween = builder.frame.paragraph == nil
        if isBetween { builder.beginParagraph() }
        var control = form.control
        let text = control.text
        control.text = ""
        builder.addControl(control, text: form.shownText, style: [])
        if form.control.kind == .checkBox { builder.controls[builder.controls.count - 1].text = text }
        if isBetween { builder.endParagraph() }
    }

    // MARK: LibreOffice's content controls

    func startContentControl(_ element: XMLElement) {
        switch element.name {
        case .contentControl: beginContentControl(element)
        case .listItem, .textListItem: addChoice(element)
        default: break
        }
    }

    private func beginContentControl(_ element: XMLElement) {
        guard builder.frame.paragraph != nil else { return }
        var control = FormControl(origin: .contentControl, kind: kind(of: element), place: "")
        control.tag = element[.tag].flatMap { $0.isEmpty ? nil : $0 }
        control.title = element[.alias].flatMap { $0.isEmpty ? nil : $0 }
        control.isPlaceholder = isTrue(element, .showingPlaceHolder)
        switch control.kind {
        case .checkBox: control.isChecked = isTrue(element, .checked)
        case .date: control.chosenValue = element[.currentDate].map { String($0.prefix(10)) }
        default: break
        }
        builder.beginControl(control)
        atEnd(.control)
    }

    private func kind(of element: XMLElement) -> FormControl.Kind {
        if isTrue(element, .checkbox) { return .checkBox }
        if isTrue(element, .dropdown) { return .dropDown }
        if isTrue(element, .combobox) { return .comboBox }
        if isTrue(element, .date) { return .date }
        if isTrue(element, .picture) { return .picture }
        if isTrue(element, .plainText) { return .text }
        // LibreOffice 7.4 writes lists without saying so: their entries follow as children.
        return .richText
    }

    private func addChoice(_ element: XMLElement) {
        guard let index = builder.openControls.last?.index,
            builder.controls[index].choices.count < OdtFormElement.choiceCountMax
        else { return }
        if builder.controls[index].kind == .richText { builder.controls[index].kind = .dropDown }
        let value = element[.value] ?? ""
        builder.controls[index].choices.append(.init(display: element[.shownText] ?? value, value: value))
    }

    private func isTrue(_ element: XMLElement, _ name: XMLName) -> Bool {
        element.bytes(name)?.matches("true") ?? false
    }

    // MARK: Fields

    /// Input list, input field and placeholder (ODF 1.3 part 3, 7.3.7, 7.7.2 and 7.7.10).
    func startField(_ element: XMLElement) {
        guard builder.frame.paragraph != nil else { return }
        var control = FormControl(origin: .formField, kind: .text, place: "")
        switch element.name {
        case .label: return addLabel(element)
        case .dropDown:
            control.kind = .dropDown
            control.tag = element[.name]
        case .placeholder:
            control.isPlaceholder = true
            control.title = element[.description].flatMap { $0.isEmpty ? nil : $0 }
        default: control.title = element[.description].flatMap { $0.isEmpty ? nil : $0 }
        }
        builder.beginControl(control)
        atEnd(.control)
    }

    private func addLabel(_ element: XMLElement) {
        guard let index = builder.openControls.last?.index,
            builder.controls[index].choices.count < OdtFormElement.choiceCountMax, let value = element[.value]
        else { return }
        builder.controls[index].choices.append(.init(display: value, value: value))
        if isTrue(element, .currentSelected) { builder.controls[index].chosenValue = value }
    }

    // MARK: Word's form fields as LibreOffice keeps them

    func startFieldMark(_ element: XMLElement) {
        switch element.name {
        case .fieldmark, .fieldmarkStart: beginFieldMark(element)
        case .fieldmarkEnd: if isFieldMarkOpen { endControl() }
        case .param: takeFieldParameter(element)
        default: break
        }
    }

    private func beginFieldMark(_ element: XMLElement) {
        guard builder.frame.paragraph != nil, let type = element[.type] else { return }
        var control = FormControl(origin: .formField, kind: .text, place: "")
        if type.hasSuffix("FORMCHECKBOX") {
            control.kind = .checkBox
            control.isChecked = false
        } else if type.hasSuffix("FORMDROPDOWN") {
            control.kind = .dropDown
        } else if type.hasSuffix("FORMDATE") {
            control.kind = .date
        } else if !type.hasSuffix("FORMTEXT") {
            return
        }
        control.tag = element[.name, .odText].flatMap { $0.isEmpty ? nil : $0 }
        builder.beginControl(control)
        // A mark with a start is closed by its own end element, which comes later.
        if element.name == .fieldmark { atEnd(.control) }
    }

    /// Ends a control; a legacy check box, which has no text of its own, gets the sign that the page shows.
    func endControl() {
        if let open = builder.openControls.last, builder.controlText.count == open.textStart {
            let control = builder.controls[open.index]
            if control.origin == .formField, let isChecked = control.isChecked {
                builder.addText(isChecked ? "☒" : "☐", style: style)
            }
        }
        builder.endControl()
    }

    private var isFieldMarkOpen: Bool {
        guard let index = builder.openControls.last?.index else { return false }
        return builder.controls[index].origin == .formField
    }

    private func takeFieldParameter(_ element: XMLElement) {
        guard isFieldMarkOpen, let index = builder.openControls.last?.index, let value = element[.value] else { return }
        let name = element[.name] ?? ""
        switch builder.controls[index].kind {
        case .checkBox where name.hasSuffix("Checkbox_Checked"):
            builder.controls[index].isChecked = value == "true"
        case .dropDown where name.hasSuffix("Dropdown_ListEntry"):
            guard builder.controls[index].choices.count < OdtFormElement.choiceCountMax else { return }
            builder.controls[index].choices.append(.init(display: value, value: value))
        case .dropDown where name.hasSuffix("Dropdown_Selected"):
            let choices = builder.controls[index].choices
            guard let chosen = Int(value), choices.indices.contains(chosen) else { return }
            builder.controls[index].chosenValue = choices[chosen].value
            builder.addText(choices[chosen].display, style: style)
        default: break
        }
    }

    // MARK: Tracked changes

    /// The deleted text stands apart (ODF 1.3 part 3, 5.5) and is left out; inserted text stands in its place.
    func startChange(_ element: XMLElement) {
        switch element.name {
        case .changedRegion:
            builder.warn(.trackedChanges)
            openRegion = element[.id, .xml] ?? element[.id, .odText]
        case .insertion:
            if let openRegion, insertions.count < Self.formCountMax { insertions.insert(openRegion) }
            skip()
        case .deletion: skip()
        case .changeStart: if isInsertion(element) { insertionDepth += 1 }
        case .changeEnd: if isInsertion(element) { insertionDepth = max(0, insertionDepth - 1) }
        default: break
        }
    }

    private func isInsertion(_ element: XMLElement) -> Bool {
        element[.changeId].map { insertions.contains($0) } ?? false
    }
}
