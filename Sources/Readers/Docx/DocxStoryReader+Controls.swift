import FormModel
import OfficePackage

/// A content control whose value lies in a data store (ISO 29500-1, 17.5.2.6).
struct DocxBinding {
    var control: Int
    var storeItemID: String
    var path: String
    var prefixMappings: String
}

extension DocxStoryReader {
    func startControl(_ element: XMLElement) {
        switch element.name {
        case .sdt:
            controls.append(DocxControlDraft())
            atEnd(.control)
        case .sdtPr where !controls.isEmpty: enter(.control)
        case .sdtContent: openControl()
        default: skip()
        }
    }

    func takeControlProperty(_ element: XMLElement) {
        // The run properties and the name of the placeholder's building block say nothing about the value.
        if element.name == .rPr || element.name == .placeholder { return skip() }
        if let last = controls.indices.last { controls[last].take(element) }
    }

    func endControlContent() {
        guard let last = controls.last else { return }
        builder.endControl()
        settle(last)
    }

    private func openControl() {
        guard let last = controls.indices.last, !controls[last].isOpen else { return }
        controls[last].isOpen = true
        let index = builder.beginControl(controls[last].control)
        if let store = controls[last].storeItemID, let path = controls[last].control.binding {
            let mappings = controls[last].prefixMappings ?? ""
            bindings.append(DocxBinding(control: index, storeItemID: store, path: path, prefixMappings: mappings))
        }
        controls[last].controlIndex = index
        atEnd(.controlContent)
    }

    /// What only the text inside can tell: the value behind a chosen entry, and whether a box shows what it says.
    private func settle(_ draft: DocxControlDraft) {
        let control = builder.controls[draft.controlIndex]
        if control.isPlaceholder {
            builder.controls[draft.controlIndex].chosenValue = nil
            return
        }
        switch control.kind {
        case .dropDown, .comboBox:
            let chosen = control.choices.first { $0.display == control.text }
            builder.controls[draft.controlIndex].chosenValue = chosen?.value ?? control.chosenValue
        case .checkBox: settleBox(draft, control)
        default: break
        }
    }

    /// Some programs change the sign and leave `w14:checked`; the person saw the sign, so the sign counts.
    private func settleBox(_ draft: DocxControlDraft, _ control: FormControl) {
        let isTicked = control.text == draft.checkedGlyph || ["☒", "☑", "✓", "✔", "✗", "✘"].contains(control.text)
        let isEmpty = control.text == "☐" || control.text == "□"
        guard isTicked || isEmpty, isTicked != control.isChecked else { return }
        builder.controls[draft.controlIndex].isChecked = isTicked
        builder.warnings.append(ReadingWarning(.markAmbiguous, place: control.place))
    }
}
