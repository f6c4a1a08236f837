import FormModel
import OfficePackage

/// Makes one document after the other out of one template.
struct DocumentRenderer {
    private let template: Template
    private let options: RenderOptions

    /// A part that grows beyond this is packed while it is written.
    static let streamedByteCount = 1 << 20

    init(_ template: Template, _ options: RenderOptions) {
        self.template = template
        self.options = options
    }

    func render(_ record: DataValue) throws(RenderError) -> RenderedDocument {
        let writer = PackageWriter(template.package, newDocument(), ZipWriter(level: options.compressionLevel))
        let machine = Machine(root: record, options: template.options)
        try renderParts(writer, machine, threshold: Self.streamedByteCount)
        if options.undefined == .error, !machine.missing.isEmpty { throw Self.missing(machine.missing.sorted()) }
        return RenderedDocument(bytes: try writer.finish(), warnings: writer.document.warnings)
    }

    /// Writes the document into a sink; all names are checked first, since what left cannot be taken back.
    func stream(_ record: DataValue, to sink: @escaping ZipWriter.Sink) throws(RenderError) -> [RenderWarning] {
        if options.undefined == .error {
            let missing = try missingNames(record)
            guard missing.isEmpty else { throw Self.missing(missing) }
        }
        let archive = ZipWriter(level: options.compressionLevel, sink: sink)
        let writer = PackageWriter(template.package, newDocument(), archive)
        try renderParts(writer, Machine(root: record, options: template.options), threshold: 0)
        _ = try writer.finish()
        return writer.document.warnings
    }

    private func renderParts(_ writer: PackageWriter, _ machine: Machine, threshold: Int) throws(RenderError) {
        for (index, program) in template.package.programs.enumerated() {
            var renderer = PartRenderer(program, machine, options, writer.document, isWriting: true)
            renderer.sink = PartSink(writer: writer, program: index, threshold: threshold)
            try renderer.run()
            try renderer.finish()
        }
    }

    func missingNames(_ record: DataValue) throws(RenderError) -> [String] {
        let machine = Machine(root: record, options: template.options)
        let document = newDocument()
        for program in template.package.programs {
            var renderer = PartRenderer(program, machine, options, document, isWriting: false)
            try renderer.run()
        }
        return machine.missing.sorted()
    }

    private func newDocument() -> DocumentState {
        DocumentState(
            drawingNumber: template.package.drawingNumberMax,
            bookmarkNumber: template.package.bookmarkNumberMax,
            freePrefix: template.package.freePrefix
        )
    }

    static func missing(_ names: [String]) -> RenderError {
        RenderError(
            code: .missingNames,
            names: names,
            part: "",
            place: "",
            tag: "",
            message: LocalizedText([
                .polish: "W danych brakuje nazw, których chce szablon. Uzupełnij je albo popraw nazwy w szablonie.",
                .english: "The data lack names that the template wants. Add them or correct the names in the template.",
            ])
        )
    }
}
