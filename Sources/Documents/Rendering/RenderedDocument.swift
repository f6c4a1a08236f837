/// A finished Word document.
public struct RenderedDocument: Sendable {
    /// The .docx file.
    public var bytes: [UInt8]
    /// What was left out on the way.
    public var warnings: [RenderWarning]
}

/// Something that was changed while a value was written, so that the file stays right.
public struct RenderWarning: Hashable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        /// A value held control characters, which XML cannot hold; they were dropped.
        case controlCharactersDropped = "value.controlCharactersDropped"
        /// The address of a link was none that a letter may open (http, https, mailto, tel); the text stayed.
        case linkDropped = "link.dropped"
        /// A drawing of a sub-document that cannot be taken over, such as a chart, was left out.
        case subdocumentDrawingDropped = "subdocument.drawingDropped"
        /// A bookmark, comment or id inside a loop was dropped because Word wants it once.
        case anchorDropped = "loop.anchorDropped"
    }

    public var code: Code
    /// The tag whose value it was.
    public var tag: String
}
