import FormModel
import OfficePackage

/// Makes one document out of many records: a section for each, with page numbers that start anew.
///
/// Headers and footers are copied for a letter only if they hold tags; pictures, styles and lists are shared.
struct BookRenderer {
    private let template: Template
    private let options: RenderOptions
    private let package: TemplatePackage

    init(_ template: Template, _ options: RenderOptions) {
        self.template = template
        self.options = options
        package = template.bookPackage
    }

    private static var empty: RenderError {
        RenderError(
            code: .bookUnsuitable,
            names: [],
            part: "",
            place: "",
            tag: "",
            message: LocalizedText([
                .polish: "Nie ma z czego zrobić księgi listów: dane nie mają rekordu albo szablon nie ma treści.",
                .english: "There is nothing to make a book of letters of: no record in the data, or an empty template.",
            ])
        )
    }

    func render(_ records: [DataValue]) throws(RenderError) -> RenderedDocument {
        let document = DocumentState(package)
        let writer = PackageWriter(package, document, ZipWriter(level: options.compressionLevel))
        guard let main = package.programs.firstIndex(where: \.isBook), let first = records.first else {
            throw Self.empty
        }
        let machine = Machine(root: first, options: template.options)
        var body = PartRenderer(package.programs[main], machine, options, document, isWriting: true)
        body.sink = PartSink(writer: writer, program: main, threshold: DocumentRenderer.streamedByteCount)
        var notes = noteRenderers(machine, document)
        document.reservedNoteCount = notes.isEmpty ? 0 : records.count * Self.noteCountMax
        let starts = try RecordPlan(template, options, records).starts
        guard !starts.isEmpty else { throw Self.empty }
        document.letterCount = starts.count
        var firstMissing: Int?
        for (letter, start) in starts.enumerated() {
            let following = package.readsRecords ? records[start...] : records[start...start]
            var references: [Int32: String] = [:]
            for (part, program) in package.programs.enumerated() where isWritten(part, program, letter) {
                machine.begin(records[start], followedBy: following.dropFirst())
                references[Int32(part)] = try renderPart(part, letter: letter, machine, writer)
            }
            body.references = references
            do throws(RenderError) {
                machine.begin(records[start], followedBy: following.dropFirst())
                try body.runLetter(letter, of: starts.count)
                for place in notes.indices {
                    machine.begin(records[start], followedBy: following.dropFirst())
                    try notes[place].renderer.runLetter(letter, of: starts.count)
                }
            } catch {
                var placed = error
                placed.record = start
                throw placed
            }
            if firstMissing == nil, !machine.missing.isEmpty { firstMissing = start }
        }
        for note in notes { writer.keep(note.renderer.output.bytes, of: note.program) }
        try body.finish()
        try renderShared(machine, writer, first)
        if options.undefined == .error, !machine.missing.isEmpty {
            var error = DocumentRenderer.missing(machine.missing.sorted())
            error.record = firstMissing
            throw error
        }
        return RenderedDocument(bytes: try writer.finish(), warnings: document.warnings)
    }

    /// Notes a letter's template may have; ids of sub-documents' notes begin behind those of all letters.
    private static let noteCountMax = 10_000

    /// Footnotes, endnotes and comments, which every letter has for itself.
    private func noteRenderers(
        _ machine: Machine,
        _ document: DocumentState
    ) -> [(program: Int, renderer: PartRenderer)] {
        package.programs.indices.filter { package.programs[$0].isNotes }.map { index in
            (index, PartRenderer(package.programs[index], machine, options, document, isWriting: true))
        }
    }

    private var ownReferences: [Int32: String] { package.programs.first(where: \.isBook)?.ownReferences ?? [:] }

    /// Each letter has its headers and footers; one that no section names is written once, for the template has it.
    private func isWritten(_ index: Int, _ program: PartProgram, _ letter: Int) -> Bool {
        program.isLetterPart && (letter == 0 || ownReferences[Int32(index)] != nil)
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
        if letter == 0 {
            writer.keep(renderer.output.bytes, of: index)
            return ownReferences[Int32(index)] ?? ""
        }
        return writer.addPart(renderer.output.bytes, like: program.name, program: index, letter: letter)
    }

    /// The document's properties are those of the first record.
    private func renderShared(_ machine: Machine, _ writer: PackageWriter, _ first: DataValue) throws(RenderError) {
        for (index, program) in package.programs.enumerated()
        where !program.isLetterPart && !program.isBook && !program.isNotes {
            machine.begin(first)
            var renderer = PartRenderer(program, machine, options, writer.document, isWriting: true)
            try renderer.run()
            writer.keep(renderer.output.bytes, of: index)
        }
    }
}

extension PartProgram {
    var isBook: Bool { !section.isEmpty }
}
