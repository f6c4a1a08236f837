public import FormModel

/// One thing found on the way through mail files and folders; nothing of it has been opened but the separators of mboxes.
public struct MailboxItem: Hashable, Sendable {
    /// Where the bytes are.
    public enum Content: Hashable, Sendable {
        /// A file of its own: a mail, a form, a table.
        case file(path: String)
        /// One message of an mbox, its `>From ` lines unescaped.
        case bytes([UInt8])
        /// A message of an mbox that is too large to hold: its raw place in the file, with `From ` lines still escaped.
        case range(path: String, offset: Int64, byteCount: Int64)
    }

    /// What says when it arrived.
    public enum ReceiptHint: Hashable, Sendable {
        /// The date of the mbox's `From ` line.
        case fromLine(Instant)
        /// The time in a Maildir file name.
        case maildirName(Instant)
    }

    public var content: Content
    /// True for mails; false for a file whose bytes have to tell what it is.
    public var isMail: Bool
    public var receipt: ReceiptHint?
    /// For people: the path, and `#17` for the 17th message of an mbox.
    public var displayName: String

    public init(content: Content, isMail: Bool, receipt: ReceiptHint? = nil, displayName: String) {
        self.content = content
        self.isMail = isMail
        self.receipt = receipt
        self.displayName = displayName
    }
}
