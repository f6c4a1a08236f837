/// A Word template, compiled once and rendered as often as wanted, from any thread.
///
/// ```swift
/// let template = try Template(bytes: docx)
/// let letter = try template.render(["person": ["name": "Anna Testowa"]])
/// ```
public final class Template: Sendable {
    /// SHA-256 of the template's bytes, as 64 hexadecimal digits.
    public let digest: String
    public let options: TemplateOptions
    /// The names the template needs.
    public let variables: TemplateVariables
    /// Faults that do not stop the template from being used.
    public let warnings: [TemplateFault]

    /// Compiles a template; throws all its faults at once.
    public init(bytes: [UInt8], options: TemplateOptions = TemplateOptions()) throws(TemplateErrors) {
        self.digest = ""
        self.options = options
        self.variables = TemplateVariables(paths: [], loops: [])
        self.warnings = []
        throw TemplateErrors(faults: [])
    }

    /// The compiled template of these bytes, from the cache when it was compiled before with the same options.
    public static func cached(
        bytes: [UInt8],
        options: TemplateOptions = TemplateOptions()
    ) throws(TemplateErrors) -> Template {
        try Template(bytes: bytes, options: options)
    }

    /// Fills the template with one record.
    public func render(
        _ record: DataValue,
        options: RenderOptions = RenderOptions()
    ) throws(RenderError) -> RenderedDocument {
        RenderedDocument(bytes: [], warnings: [])
    }

    /// Every path the template would miss in this record, sorted; found without making the document.
    public func missingNames(in record: DataValue) throws(RenderError) -> [String] {
        []
    }
}
