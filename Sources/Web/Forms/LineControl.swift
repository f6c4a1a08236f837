import FormModel

/// How a one-line field is typed: which keyboard a phone shows, what the browser may fill in, how wide the box is.
struct LineControl {
    var type = "text"
    var inputMode: String?
    var autocomplete: String?
    var width: String?

    init(_ field: FieldDefinition, typed: String) {
        switch field.kind {
        case .email: (type, autocomplete) = ("email", "email")
        case .phone: (type, autocomplete, width) = ("tel", "tel", "medium")
        case .date: (type, width) = (Self.dateType(typed), "short")
        case .number: (inputMode, width) = ("decimal", "short")
        case .pesel, .nip, .regon, .krs: (inputMode, autocomplete, width) = ("numeric", "off", "medium")
        case .postalCode: (autocomplete, width) = ("postal-code", "short")
        case .iban: autocomplete = "off"
        case .personName(_, let part):
            autocomplete = part == .given ? "given-name" : part == .surname ? "family-name" : "name"
        default: break
        }
        // Several people may be named in one form; the browser knows only one of them.
        if field.kind == .date, field.key.hasPrefix("birth") { autocomplete = "bday" }
    }

    /// A browser's date control shows nothing for a text it cannot read; such a text is shown as it was typed.
    static func dateType(_ typed: String) -> String {
        typed.isEmpty || CalendarDate(iso: typed) != nil ? "date" : "text"
    }
}
