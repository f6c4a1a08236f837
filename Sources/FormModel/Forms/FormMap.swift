/// Where on a blank form each field's label, answer places and check boxes lie, and what stands around them.
///
/// Made by the layout of Nabór's own printable form or found on an organiser's blank; kept as a small JSON file that a
/// person can correct (`FormMap.text`, `FormMap.init(text:)`). Sent along with a reading job, since a reader knows no
/// event: `kind` and `pattern` of a field say what sort of answer stands there.
///
/// All boxes are in points from the top left corner of the upright page. Every name stands once; boxes lie inside their
/// page and no two answer places overlap (`FormMap.faults`).
public struct FormMap: Hashable, Sendable {
    public enum Origin: String, CaseIterable, Sendable {
        /// Nabór's own form: four corner marks and a code on every page.
        case own
        /// A blank that the organiser made: no marks, to be aligned by its printed words.
        case blank
    }

    /// Slug of the event.
    public var event: String
    /// `main` for an event with a single form.
    public var form: String
    /// What exactly was printed: changes with every question, label, clause and option. See `FormCode.version`.
    public var version: String
    public var language: InterfaceLanguage
    public var origin: Origin
    /// At least one, in order.
    public var pages: [FormPage]
    /// In the order in which they stand on the form; the inner fields of a repeating group once for each entry.
    public var fields: [FormMapField]
    /// Where people sign and write the day.
    public var signings: [FormSigning]

    public init(
        event: String,
        form: String = "main",
        version: String,
        language: InterfaceLanguage,
        origin: Origin,
        pages: [FormPage],
        fields: [FormMapField] = [],
        signings: [FormSigning] = []
    ) {
        self.event = event
        self.form = form
        self.version = version
        self.language = language
        self.origin = origin
        self.pages = pages
        self.fields = fields
        self.signings = signings
    }

    public func field(_ name: FormFieldName) -> FormMapField? { fields.first { $0.name == name } }

    /// What the code on that page says; counted from 1.
    public func code(page: Int) -> FormCode? {
        FormCode(event: event, version: version, page: page, pageCount: pages.count, language: language)
    }
}
