public import FormModel

/// A letter that leaves by mail, complete: the same value always gives the same bytes.
public struct OutgoingMessage: Hashable, Sendable {
    /// A mailbox with an optional name (RFC 5322, 3.4).
    public struct Mailbox: Hashable, Sendable {
        public var name: String
        public var address: String

        public init(name: String = "", address: String) {
            self.name = name
            self.address = address
        }
    }

    /// A file that goes with the letter.
    public struct Attachment: Hashable, Sendable {
        public var name: String
        /// Such as `application/pdf`.
        public var mediaType: String
        public var bytes: [UInt8]

        public init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    public var from: Mailbox
    public var to: [Mailbox]
    public var replyTo: Mailbox?
    public var subject: String
    /// Plain text; paragraphs are parted by an empty line.
    public var text: String
    public var attachments: [Attachment]
    /// Without angle brackets; fixed when the message was put into the outbox, so that a repetition can be told.
    public var messageID: String
    public var date: Instant

    public init(
        from: Mailbox,
        to: [Mailbox],
        replyTo: Mailbox? = nil,
        subject: String,
        text: String,
        attachments: [Attachment] = [],
        messageID: String,
        date: Instant
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.text = text
        self.attachments = attachments
        self.messageID = messageID
        self.date = date
    }
}
