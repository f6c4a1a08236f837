import FormModel
import OfficePackage

/// Makes one document out of many records: a section for each, with page numbers that start anew.
///
/// Headers and footers are copied for a letter only if they hold tags; pictures, styles and lists are shared.
struct BookRenderer {
    private let template: Template
    private let options: RenderOptions
    private let package: TemplatePackage

    init(_ template: Template, _ options: RenderOptions) throws(RenderError) {
        self.template = template
        self.options = options
        package = template.bookPackage
        let notes = package.programs.first { $0.name.contains("footnotes") || $0.name.contains("endnotes") }
        if let notes { throw Self.unsuitable(notes.name) }
    }

    private static func unsuitable(_ part: String) -> RenderError {
        RenderError(
            code: .bookUnsuitable,
            names: [],
            part: part,
            place: "",
            tag: "",
            message: LocalizedText([
                .polish:
                    "W księdze listów przypisy nie mogą zawierać znaczników. Zrób osobne pliki albo usuń znaczniki.",
                .english: "In a book of letters notes cannot hold tags. Make single files or remove the tags.",
            ])
        )
    }

    func render(_ records: [DataValue]) throws(RenderError) -> RenderedDocument {
        let document = DocumentState(
            drawingNumber: package.drawingNumberMax,
            bookmarkNumber: package.bookmarkNumberMax,
            freePrefix: package.freePrefix
        )
        let writer = PackageWriter(package, document, ZipWriter(level: options.compressionLevel))
        guard let main = package.programs.firstIndex(where: \.isBook),
            let first = records.first
        else { throw Self.unsuitable("") }
        let machine = Machine(root: first, options: template.options)
        var body = PartRenderer(package.programs[main], machine, options, document, isWriting: true)
        body.sink = PartSink(writer: writer, program: main, threshold: DocumentRenderer.streamedByteCount)
        var firstMissing: Int?
        for (index, record) in records.enumerated() {
            machine.root = record.members ?? DataObject()
            var references: [Int32: String] = [:]
            for (part, program) in package.programs.enumerated() where program.isLetterPart {
                references[Int32(part)] = try renderPart(part, letter: index, machine, writer)
            }
            body.references = references
            do throws(RenderError) {
                try body.runLetter(index, of: records.count)
            } catch {
                var placed = error
                placed.record = index
                throw placed
            }
            if firstMissing == nil, !machine.missing.isEmpty { firstMissing = index }
        }
        try body.finish()
        try renderShared(machine, writer, first)
        if options.undefined == .error, !machine.missing.isEmpty {
            var error = DocumentRenderer.missing(machine.missing.sorted())
            error.record = firstMissing
            throw error
        }
        return RenderedDocument(bytes: try writer.finish(), warnings: document.warnings)
    }

    /// A header or footer for one letter, under a name and a relationship of its own.
    private func renderPart(
        _ index: Int,
        letter: Int,
        _ machine: Machine,
        _ writer: PackageWriter
    ) throws(RenderError) -> String {
        let program = package.programs[index]
        var renderer = PartRenderer(program, machine, options, writer.document, isWriting: true)
        try renderer.run()
        // The first letter has the template's own part.
        if letter == 0, let own = package.programs.first(where: \.isBook)?.ownReferences[Int32(index)] {
            writer.keep(renderer.output.bytes, of: index)
            return own
        }
        return writer.addPart(renderer.output.bytes, like: program.name, program: index, letter: letter)
    }

    /// The document's properties are those of the first record.
    private func renderShared(_ machine: Machine, _ writer: PackageWriter, _ first: DataValue) throws(RenderError) {
        machine.root = first.members ?? DataObject()
        for (index, program) in package.programs.enumerated() where !program.isLetterPart && !program.isBook {
            var renderer = PartRenderer(program, machine, options, writer.document, isWriting: true)
            try renderer.run()
            writer.keep(renderer.output.bytes, of: index)
        }
    }
}

extension PartProgram {
    var isBook: Bool { !section.isEmpty }
}
