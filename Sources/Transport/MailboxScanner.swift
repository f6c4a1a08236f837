/// Walks through files, folders, mboxes and Maildirs and hands out what it finds, one item at a time.
///
/// Opens nothing of a mail but the `From ` lines between the messages of an mbox; everything else is the reader's.
public struct MailboxScanner: Sendable {
    /// Bounds of one walk.
    public struct Limits: Hashable, Sendable {
        /// Folders inside each other.
        public var folderDepthMax = 16
        /// Items of one walk, messages of mboxes included.
        public var itemCountMax = 1_000_000
        /// A message of an mbox that is handed out as bytes; larger ones as a range.
        public var messageByteCountMax = 35_000_000

        public init() {}
    }

    public var limits: Limits

    public init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Calls `body` for each item, files in the order of their names; `body` returns false to stop.
    public func scan(_ paths: [String], _ body: (MailboxItem) throws -> Bool) throws {
    }
}
