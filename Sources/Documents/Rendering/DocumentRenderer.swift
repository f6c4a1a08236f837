import FormModel
import OfficePackage

/// Makes one document after the other out of one template.
struct DocumentRenderer {
    private let template: Template
    private let options: RenderOptions

    init(_ template: Template, _ options: RenderOptions) {
        self.template = template
        self.options = options
    }

    func render(_ record: DataValue) throws(RenderError) -> RenderedDocument {
        let machine = Machine(root: record, options: template.options)
        let document = newDocument()
        var parts: [[UInt8]] = []
        for program in template.package.programs {
            var renderer = PartRenderer(program, machine, options, document, isWriting: true)
            try renderer.run()
            parts.append(renderer.output.bytes)
        }
        if options.undefined == .error, !machine.missing.isEmpty { throw Self.missing(machine.missing.sorted()) }
        return RenderedDocument(bytes: try write(parts, document), warnings: document.warnings)
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

    private func write(_ parts: [[UInt8]], _ document: DocumentState) throws(RenderError) -> [UInt8] {
        do throws(PackageError) {
            let writer = PackageWriter(package: template.package, document: document)
            return try writer.write(parts, level: options.compressionLevel)
        } catch {
            throw PartRenderer.limit(.outputLimit, error.subject)
        }
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
