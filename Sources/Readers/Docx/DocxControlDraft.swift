import FormModel
import OfficePackage

/// The properties of a content control while they are read (ISO 29500-1, 17.5.2; MS-DOCX 2.5 and 2.6).
struct DocxControlDraft {
    var control = FormControl(origin: .contentControl, kind: .richText, place: "")
    /// GUID of the data store behind the binding, and the prefixes its path uses.
    var storeItemID: String?
    var prefixMappings: String?
    /// What stands for ticked and not ticked, as Unicode.
    var checkedGlyph = "☒"
    var isOpen = false
    /// In `BlockBuilder.controls`, once it is open.
    var controlIndex = 0
    static let choiceCountMax = 1_000

    mutating func take(_ element: XMLElement) {
        switch element.name {
        case .tag: control.tag = element[.val].flatMap { $0.isEmpty ? nil : $0 }
        case .alias: control.title = element[.val].flatMap { $0.isEmpty ? nil : $0 }
        case .showingPlcHdr: control.isPlaceholder = element.isOn
        case .dataBinding: takeBinding(element)
        case .date: takeDate(element)
        case .listItem: takeChoice(element)
        case .dropDownList, .comboBox: takeList(element)
        case .checked where control.kind == .checkBox: control.isChecked = element.isOn
        case .checkedState: checkedGlyph = Self.glyph(element) ?? checkedGlyph
        default: if let kind = Self.kind(element.name) { takeKind(kind) }
        }
    }

    private static func kind(_ name: XMLName) -> FormControl.Kind? {
        switch name {
        case .text: .text
        case .richText: .richText
        case .checkbox: .checkBox
        case .picture: .picture
        case .group: .group
        case .repeatingSection: .repeatingSection
        case .repeatingSectionItem: .repeatingItem
        default: nil
        }
    }

    private mutating func takeKind(_ kind: FormControl.Kind) {
        control.kind = kind
        if kind == .checkBox { control.isChecked = control.isChecked ?? false }
    }

    private mutating func takeDate(_ element: XMLElement) {
        control.kind = .date
        // `2026-03-01T00:00:00Z`: the day as it was chosen, not a moment.
        control.chosenValue = element[.fullDate].map { String($0.prefix(10)) }
    }

    private mutating func takeList(_ element: XMLElement) {
        control.kind = element.name == .comboBox ? .comboBox : .dropDown
        control.chosenValue = element[.lastValue].flatMap { $0.isEmpty ? nil : $0 }
    }

    private mutating func takeChoice(_ element: XMLElement) {
        guard control.choices.count < Self.choiceCountMax else { return }
        let value = element[.value] ?? ""
        control.choices.append(FormControl.Choice(display: element[.displayText] ?? value, value: value))
    }

    private mutating func takeBinding(_ element: XMLElement) {
        control.binding = element[.xpath]
        storeItemID = element[.storeItemID]
        prefixMappings = element[.prefixMappings]
    }

    private static func glyph(_ element: XMLElement) -> String? {
        guard let code = element[.val].flatMap({ UInt32($0, radix: 16) }) else { return nil }
        let font = element.bytes(.font).flatMap { SymbolGlyphs.Font(name: $0) }
        if font != nil, let text = SymbolGlyphs.text(Int(code), font: font) { return text }
        return Unicode.Scalar(code).map { String(Character($0)) }
    }
}
