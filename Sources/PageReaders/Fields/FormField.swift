/// A terminal field of a PDF form with what it inherits from the fields above it (ISO 32000-1, 12.7.3.1).
struct FormField {
    enum Kind: Equatable {
        case text
        case button(isRadio: Bool)
        /// A list from which something is chosen; `isCombo` for one that drops down.
        case choice(isCombo: Bool)
        case signature
    }

    var kind: Kind
    /// Partial names joined by full stops.
    var name: String
    /// The name that programs show to people (`TU`), if any.
    var label: String?
    var value: PDFObject?
    /// Pairs of value and shown text of a list; for buttons, the values behind their states.
    var options: [Option]
    /// The boxes on pages through which the field is seen; none for a field that is nowhere shown.
    var widgets: [PDFObject]

    struct Option: Equatable {
        var value: String
        var shown: String
    }
}
