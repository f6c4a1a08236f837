/// Fills one template with many records, on several workers.
///
/// With `RenderOptions.Undefined.error` all records are checked before the first document is made, and all missing
/// names of all records are thrown together.
public struct BatchRenderer: Sendable {
    public let template: Template
    public let options: RenderOptions
    /// Threads; 1 works on the caller's own.
    public var workerCount: Int

    public init(template: Template, options: RenderOptions = RenderOptions(), workerCount: Int = 2) {
        self.template = template
        self.options = options
        self.workerCount = workerCount
    }

    /// Renders every record and hands each document over with its position; `take` is called from several threads at
    /// once and in no certain order.
    public func forEach(
        _ records: [DataValue],
        take: @escaping @Sendable (Int, RenderedDocument) throws(RenderError) -> Void
    ) throws(RenderError) {
    }

    /// Writes `0001.docx`… (or the names given) into an existing folder.
    public func writeFolder(_ records: [DataValue], path: String, names: [String]? = nil) throws(RenderError) {
    }

    /// One ZIP file with all documents, in the order of the records.
    public func zip(_ records: [DataValue], names: [String]? = nil) throws(RenderError) -> [UInt8] {
        []
    }

    /// One document with a section for each record.
    public func book(_ records: [DataValue]) throws(RenderError) -> RenderedDocument {
        RenderedDocument(bytes: [], warnings: [])
    }
}
