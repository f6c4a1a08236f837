import FormModel
import OfficePackage

/// A control of a form layer (ODF 1.3 part 3, 13.5), described in `office:forms` and placed by a `draw:control`.
struct OdtFormElement {
    var control: FormControl
    /// What the page shows in its place: the text, or a box.
    var shownText: String { control.kind == .checkBox ? (control.isChecked == true ? "☒" : "☐") : control.text }

    static let choiceCountMax = 1_000

    /// nil for buttons, grids and the like, which hold no answer.
    init?(_ element: XMLElement) {
        guard let kind = Self.kind(element.name) else { return nil }
        control = FormControl(origin: .formField, kind: kind, place: "form")
        control.tag = element[.name, .odForm].flatMap { $0.isEmpty ? nil : $0 }
        control.title = element[.label] ?? element[.title]
        switch kind {
        case .checkBox:
            let current = element[.currentState] ?? element[.state]
            let selected = element[.currentSelected] ?? element[.selected]
            control.isChecked = current == "checked" || selected == "true"
            control.chosenValue = element[.value, .odForm]
        default:
            control.text = element[.currentValue] ?? element[.value, .odForm] ?? ""
            if kind == .date { control.chosenValue = control.text.isEmpty ? nil : control.text }
        }
    }

    private static func kind(_ name: XMLName) -> FormControl.Kind? {
        switch name {
        case .text, .textarea, .formattedText, .number: .text
        case .date: .date
        case .checkbox, .radio: .checkBox
        case .listbox: .dropDown
        case .combobox: .comboBox
        default: nil
        }
    }

    /// An entry of a list.
    mutating func take(_ element: XMLElement) {
        guard control.choices.count < Self.choiceCountMax else { return }
        let label = element[.label] ?? ""
        let value = element[.value, .odForm] ?? label
        control.choices.append(FormControl.Choice(display: label, value: value))
        // The current choice is one attribute, the one the form began with another.
        if element.bytes(.currentSelected)?.matches("true") ?? element.bytes(.selected)?.matches("true") ?? false {
            control.text = label
            control.chosenValue = value
        }
    }
}
