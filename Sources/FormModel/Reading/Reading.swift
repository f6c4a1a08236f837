/// What stands on one form: blocks, tables, form controls, named fields, pages. Knows no event and judges nothing.
public struct Reading: Hashable, Sendable {
    public var format: SourceFormat
    /// Primary language subtag the document declares for itself (`pl`), if any.
    public var language: String?
    /// The body of the document, in reading order.
    public var blocks: [Block]
    /// Text that stands outside of the body: headers, footers, notes, text boxes.
    public var stories: [Story]
    /// Content controls and legacy form fields; spans refer to them by index.
    public var controls: [FormControl]
    /// Named values without layout: web submissions, rows of a table, AcroForm fields.
    public var fields: [NamedField]
    /// Document properties and custom properties; Nabór's own forms carry `nabor:event`, `nabor:form`, `nabor:version`.
    public var properties: [String: String]
    /// Only for sources that have pages.
    public var pages: [Page]
    /// Answers of registered pages, by form map.
    public var answers: [PageAnswer]
    /// Of a file of scans: every page that was looked at, read or not.
    public var sheets: [ScannedSheet]
    public var warnings: [ReadingWarning]

    public init(
        format: SourceFormat,
        language: String? = nil,
        blocks: [Block] = [],
        stories: [Story] = [],
        controls: [FormControl] = [],
        fields: [NamedField] = [],
        properties: [String: String] = [:],
        pages: [Page] = [],
        answers: [PageAnswer] = [],
        sheets: [ScannedSheet] = [],
        warnings: [ReadingWarning] = []
    ) {
        self.format = format
        self.language = language
        self.blocks = blocks
        self.stories = stories
        self.controls = controls
        self.fields = fields
        self.properties = properties
        self.pages = pages
        self.answers = answers
        self.sheets = sheets
        self.warnings = warnings
    }
}
