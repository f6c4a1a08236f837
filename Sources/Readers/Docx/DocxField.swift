import FormModel
import OfficePackage

/// A complex field while it is read (ISO 29500-1, 17.16.18): instruction, then result; with form data if it is a form field.
struct DocxField {
    enum Phase { case instruction, result }

    /// `w:ffData` (17.16.17).
    struct FormData {
        enum Kind { case text, checkBox, dropDown }

        var kind: Kind?
        var name: String?
        var isDate = false
        var isCheckedByDefault = false
        var isChecked: Bool?
        var entries: [String] = []
        var defaultEntry = 0
        var chosenEntry: Int?

        static let entryCountMax = 1_000

        /// The entry shown; Word shows the first one until another is chosen.
        var entry: String? {
            let index = chosenEntry ?? defaultEntry
            return entries.indices.contains(index) ? entries[index] : nil
        }

        mutating func take(_ element: XMLElement) {
            switch element.name {
            case .name where kind == nil: name = element[.val]
            case .textInput: kind = .text
            case .checkBox: kind = .checkBox
            case .ddList: kind = .dropDown
            case .type where kind == .text: isDate = element.bytes(.val)?.matches("date") ?? false
            case .checked: isChecked = element.isOn
            case .default: takeDefault(element)
            case .result: chosenEntry = element.integer(.val)
            case .listEntry where entries.count < Self.entryCountMax: entries.append(element[.val] ?? "")
            default: break
            }
        }

        private mutating func takeDefault(_ element: XMLElement) {
            switch kind {
            case .checkBox: isCheckedByDefault = element.isOn
            case .dropDown: defaultEntry = element.integer(.val) ?? 0
            default: break
            }
        }

        /// The control it amounts to, before its result is read.
        var control: FormControl {
            FormControl(
                origin: .formField,
                kind: kind == .checkBox ? .checkBox : kind == .dropDown ? .dropDown : isDate ? .date : .text,
                place: "",
                tag: name.flatMap { $0.isEmpty ? nil : $0 },
                isChecked: kind == .checkBox ? isChecked ?? isCheckedByDefault : nil,
                choices: entries.map { FormControl.Choice(display: $0, value: $0) },
                chosenValue: kind == .dropDown ? entry : nil
            )
        }
    }

    var phase = Phase.instruction
    var form: FormData?
    /// Whether a control was opened for its result.
    var hasOpenControl = false
}
