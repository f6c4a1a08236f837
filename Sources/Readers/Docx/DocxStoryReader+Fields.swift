import FormModel
import OfficePackage

extension DocxStoryReader {
    /// More open fields than this are no document.
    private static let fieldDepthMax = 64

    func startField(_ element: XMLElement) {
        switch element.name {
        case .fldChar: changeField(element)
        case .ffData where !fields.isEmpty:
            fields[fields.count - 1].form = DocxField.FormData()
            enter(.field)
        // The text of an instruction is split over runs as Word likes; none of it is read, so that does not matter.
        case .instrText, .ffData: skip()
        // `w:fldSimple` holds its result as children.
        default: break
        }
    }

    private func changeField(_ element: XMLElement) {
        guard let type = element.bytes(.fldCharType) else { return }
        if type.matches("begin") {
            guard fields.count < Self.fieldDepthMax else { return stop(PackageError(.limit, "fields")) }
            fields.append(DocxField())
        } else if type.matches("separate") {
            beginResult()
        } else if type.matches("end") {
            endField()
        }
    }

    private func beginResult() {
        guard let last = fields.indices.last, fields[last].phase == .instruction else { return }
        fields[last].phase = .result
        guard let form = fields[last].form, form.kind == .text || form.kind == .dropDown else { return }
        fields[last].hasOpenControl = true
        builder.beginControl(form.control)
    }

    private func endField() {
        guard let field = fields.popLast() else { return }
        if field.hasOpenControl {
            closeFormField(field)
        } else if let form = field.form, form.kind != nil {
            addFormField(form)
        }
    }

    /// Fields that a part leaves open end with it.
    func closeFields() {
        while !fields.isEmpty { endField() }
    }

    private func closeFormField(_ field: DocxField) {
        guard let index = builder.openControls.last?.index else { return }
        // A drop-down's entry stands in its data; only some programs write it as a result too.
        if field.form?.kind == .dropDown, isControlEmpty, let entry = field.form?.entry {
            builder.addText(entry, style: runStyle)
        }
        builder.endControl()
        if field.form?.kind == .text, builder.controls[index].isUnfilled {
            builder.controls[index].text = ""
            builder.controls[index].isPlaceholder = true
        }
    }

    /// A form field without a result: the check box always, the others when a program left the result out.
    private func addFormField(_ form: DocxField.FormData) {
        var control = form.control
        switch form.kind {
        case .checkBox: builder.addControl(control, text: control.isChecked == true ? "☒" : "☐", style: runStyle)
        case .dropDown: builder.addControl(control, text: form.entry ?? "", style: runStyle)
        default:
            control.isPlaceholder = true
            builder.addControl(control, text: "", style: runStyle)
        }
    }

    private var isControlEmpty: Bool {
        guard let open = builder.openControls.last else { return true }
        return builder.controlText.count == open.textStart
    }
}

extension FormControl {
    /// Word shows an unfilled text field as five en spaces (U+2002).
    var isUnfilled: Bool {
        text.unicodeScalars.allSatisfy { $0 == "\u{2002}" || $0 == " " || $0 == "\u{A0}" }
    }
}
