import FormModel
import OfficePackage

/// Makes one document after the other out of one template.
struct DocumentRenderer {
    private let template: Template
    private let options: RenderOptions

    /// A part that grows beyond this is packed while it is written; a shorter one at once, which takes half the time.
    static let streamedByteCount = 24 << 20

    init(_ template: Template, _ options: RenderOptions) {
        self.template = template
        self.options = options
    }

    /// A document of the first record; fields may go on to those behind it.
    func render(_ records: ArraySlice<DataValue>) throws(RenderError) -> RenderedDocument {
        let record = records.first ?? .null
        let writer = PackageWriter(template.package, newDocument(), ZipWriter(level: options.compressionLevel))
        let machine = Machine(root: record, options: template.options)
        try renderParts(writer, machine, records, threshold: Self.streamedByteCount)
        if options.undefined == .error, !machine.missing.isEmpty { throw Self.missing(machine.missing.sorted()) }
        return RenderedDocument(bytes: try writer.finish(), warnings: writer.document.warnings)
    }

    /// Writes the document into a sink; all names are checked first, since what left cannot be taken back.
    func stream(_ record: DataValue, to sink: @escaping ZipWriter.Sink) throws(RenderError) -> [RenderWarning] {
        if options.undefined == .error {
            let missing = try missingNames([record])
            guard missing.isEmpty else { throw Self.missing(missing) }
        }
        let archive = ZipWriter(level: options.compressionLevel, sink: sink)
        let writer = PackageWriter(template.package, newDocument(), archive)
        try renderParts(writer, Machine(root: record, options: template.options), [record], threshold: 0)
        _ = try writer.finish()
        return writer.document.warnings
    }

    private func renderParts(
        _ writer: PackageWriter,
        _ machine: Machine,
        _ records: ArraySlice<DataValue>,
        threshold: Int
    ) throws(RenderError) {
        for (index, program) in template.package.programs.enumerated() {
            machine.begin(records.first ?? .null, followedBy: records.dropFirst())
            var renderer = PartRenderer(program, machine, options, writer.document, isWriting: true)
            renderer.sink = PartSink(writer: writer, program: index, threshold: threshold)
            try renderer.run()
            try renderer.finish()
        }
        if machine.isSkipped { throw Self.skipped }
    }

    func missingNames(_ records: ArraySlice<DataValue>) throws(RenderError) -> [String] {
        try walk(records).missing.sorted()
    }

    /// How many records the next document takes, and whether it is left out.
    func take(_ records: ArraySlice<DataValue>) throws(RenderError) -> (count: Int, isSkipped: Bool) {
        let machine = try walk(records)
        return (max(1, machine.recordCount), machine.isSkipped)
    }

    /// Goes through the template without writing anything.
    private func walk(_ records: ArraySlice<DataValue>) throws(RenderError) -> Machine {
        let machine = Machine(root: records.first ?? .null, options: template.options)
        let document = newDocument()
        for program in template.package.programs where !machine.isSkipped {
            machine.begin(records.first ?? .null, followedBy: records.dropFirst())
            var renderer = PartRenderer(program, machine, options, document, isWriting: false)
            try renderer.run()
            machine.recordCount = max(machine.recordCount, records.count - machine.upcoming.count)
        }
        return machine
    }

    private func newDocument() -> DocumentState { DocumentState(template.package) }

    private static let skipped = RenderError(
        code: .recordSkipped,
        names: [],
        part: "",
        place: "",
        tag: "SKIPIF",
        message: LocalizedText([
            .polish: "Pole SKIPIF pomija ten rekord, więc nie ma z niego dokumentu.",
            .english: "The field SKIPIF skips this record, so no document is made of it.",
        ])
    )

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
