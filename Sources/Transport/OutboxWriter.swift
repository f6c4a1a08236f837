/// Turns messages into mail and writes them as `.eml` files.
public struct OutboxWriter: Sendable {
    public init() {}

    /// The mail as it would be sent (RFC 5322), with CRLF line ends; the same message gives the same bytes.
    ///
    /// Refuses a line break or another control character in any header value, and addresses that could hold more than
    /// one.
    public func mail(_ message: OutgoingMessage) throws(TransportError) -> [UInt8] {
        try HeaderGuard.check(message)
        return try MailComposer(message).bytes()
    }

    /// Writes the mail into `folder` as `name`, durably, and gives back the path.
    ///
    /// In this order: the bytes into a hidden file beside it, fsync, rename, fsync of the folder. A file of that name
    /// that holds the same bytes already is left alone.
    @discardableResult
    public func write(_ message: OutgoingMessage, name: String, folder: String) throws(TransportError) -> String {
        guard !name.isEmpty, !name.hasPrefix("."), !name.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "/") })
        else { throw TransportError(.unwritable, subject: "name") }
        let path = folder + "/" + name
        try DurableFile.write(try mail(message), to: path, folder: folder)
        return path
    }
}
