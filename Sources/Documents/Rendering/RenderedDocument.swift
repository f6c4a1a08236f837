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
        /// A bookmark, comment or id inside a loop was dropped because Word wants it once.
        case anchorDropped = "loop.anchorDropped"
    }

    public var code: Code
    /// The tag whose value it was.
    public var tag: String
}
