import Crypto
import FormModel
import OfficePackage
import Synchronization

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
    let package: TemplatePackage
    private let book = Mutex<TemplatePackage?>(nil)
    /// The template itself, for compiling it once more as a book.
    let bytes: [UInt8]

    /// Compiles a template; throws all its faults at once.
    public convenience init(bytes: [UInt8], options: TemplateOptions = TemplateOptions()) throws(TemplateErrors) {
        try self.init(bytes: bytes, options: options, digest: Self.digest(of: bytes))
    }

    private init(bytes: [UInt8], options: TemplateOptions, digest: String) throws(TemplateErrors) {
        var compiler = TemplateCompiler(options)
        compiler.compile(bytes)
        let variables = compiler.variables.variables
        let faults = compiler.faults + Self.unknownNames(variables, options)
        guard faults.isEmpty else { throw TemplateErrors(faults: faults) }
        self.digest = digest
        self.options = options
        self.variables = variables
        self.warnings = compiler.warnings
        self.package = compiler.package
        self.bytes = bytes
    }

    private static func digest(of bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in SHA256.hash(data: bytes) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The compiled template of these bytes, from the cache when it was compiled before with the same options.
    public static func cached(
        bytes: [UInt8],
        options: TemplateOptions = TemplateOptions()
    ) throws(TemplateErrors) -> Template {
        let digest = digest(of: bytes)
        if let known = TemplateCache.shared.template(digest, options) { return known }
        let template = try Template(bytes: bytes, options: options, digest: digest)
        TemplateCache.shared.keep(template)
        return template
    }

    private static func unknownNames(_ variables: TemplateVariables, _ options: TemplateOptions) -> [TemplateFault] {
        guard let known = options.knownNames.map(Set.init) else { return [] }
        return variables.names.filter { !known.contains($0) }.map { name in
            let use = variables.uses.first { use in
                use.path.hasPrefix(name) && [nil, ".", "["].contains(use.path.dropFirst(name.count).first)
            }
            return TemplateFault(
                code: .nameUnknown,
                part: use?.part ?? "",
                place: use?.place ?? "",
                tag: use?.tag ?? name,
                surroundings: use?.tag ?? "",
                message: LocalizedText([
                    .polish: "Nazwy „\(name)” nie ma w danych.",
                    .english: "There is no name “\(name)” in the data.",
                ]),
                suggestion: Spelling.nearest(to: name, among: known.sorted())
            )
        }
    }

    /// Fills the template with one record.
    public func render(
        _ record: DataValue,
        options: RenderOptions = RenderOptions()
    ) throws(RenderError) -> RenderedDocument {
        let renderer = DocumentRenderer(self, options)
        return try renderer.render([record])
    }

    /// Fills the template with one record and hands the file over in pieces of some 64 kB, in constant memory however
    /// long its lists are. Give long lists as `DataValue.stream`.
    public func write(
        _ record: DataValue,
        options: RenderOptions = RenderOptions(),
        to take: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws(RenderError) -> [RenderWarning] {
        try DocumentRenderer(self, options).stream(record, to: take)
    }

    /// The template compiled so that its body can be repeated; made when the first book is.
    var bookPackage: TemplatePackage {
        book.withLock { known in
            if let known { return known }
            var compiler = TemplateCompiler(options)
            compiler.compile(bytes, isBook: true)
            known = compiler.package
            return compiler.package
        }
    }

    /// Every path the template would miss in this record, sorted; found without making the document.
    public func missingNames(in record: DataValue) throws(RenderError) -> [String] {
        try DocumentRenderer(self, RenderOptions()).missingNames([record])
    }
}
