/// Turns messages into mail and writes them as `.eml` files.
public struct OutboxWriter: Sendable {
    public init() {}

    /// The mail as it would be sent (RFC 5322), with CRLF line ends; GMime does the encoding.
    public func mail(_ message: OutgoingMessage) throws(TransportError) -> [UInt8] {
        []
    }

    /// Writes the mail into `folder` as `name`, durably: temporary file, fsync, rename, fsync of the folder.
    ///
    /// A file of that name that is there already is left alone when it holds the same bytes.
    @discardableResult
    public func write(_ message: OutgoingMessage, name: String, folder: String) throws(TransportError) -> String {
        ""
    }
}
