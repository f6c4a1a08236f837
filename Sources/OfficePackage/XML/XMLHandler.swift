/// Receives the events of an `XMLScanner`; a class to be inherited from, since C code calls it back.
///
/// Everything that an event hands over lies in the parser's memory and is gone when the call returns.
open class XMLHandler {
    /// Where the parser stands; only valid during an event.
    public internal(set) var cursor = XMLCursor()
    var depth = 0
    var runByteCount = 0
    var limits = PackageLimits()
    var failure: PackageError?

    public init() {}

    /// A start tag, or an empty-element tag, which is followed by `end` at once.
    open func start(_ element: XMLElement) {}

    /// An end tag, or the end of an empty element.
    open func end(_ name: XMLName, _ space: XMLSpace) {}

    /// A piece of text with its references resolved; one run of text may come in several pieces.
    open func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// Ends the scan with an error; no event follows.
    public final func stop(_ error: PackageError) {
        if failure == nil { failure = error }
        cursor.stop()
    }
}
