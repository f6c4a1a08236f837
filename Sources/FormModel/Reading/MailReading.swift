/// A mail taken apart: its envelope, the text a person typed, and the parts that may be forms.
public struct MailReading: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
        /// Counted from 0; the part's bytes travel beside the reading under this number.
        public var index: Int
        /// Decoded (RFC 2047, RFC 2231) and made safe: no path, no control characters; empty when none was given.
        public var name: String
        public var declaredType: String
        /// Told from the bytes.
        public var format: SourceFormat
        public var byteCount: Int
        /// Why it is no form: `inlineLogo`, `tooLarge`, `notAForm`; nil for a part worth reading.
        public var skipReason: String?

        public init(
            index: Int,
            name: String,
            declaredType: String,
            format: SourceFormat,
            byteCount: Int,
            skipReason: String? = nil
        ) {
            self.index = index
            self.name = name
            self.declaredType = declaredType
            self.format = format
            self.byteCount = byteCount
            self.skipReason = skipReason
        }
    }

    /// Without angle brackets; nil when the mail has none.
    public var messageID: String?
    /// The bare address of the first From mailbox.
    public var fromAddress: String?
    public var fromName: String?
    /// Every address the mail was sent or delivered to: To, Cc, Delivered-To, X-Original-To, Envelope-To.
    public var recipients: [String]
    public var subject: String
    /// Time of the topmost Received header; nil when there is none. Never the Date header (RFC 5321, 4.4).
    public var receivedAt: Instant?
    /// The typed text, one paragraph a line, quoted and signature lines left out; nil when nothing was typed.
    public var body: Reading?
    public var parts: [Part]
    public var warnings: [ReadingWarning]

    public init(
        messageID: String? = nil,
        fromAddress: String? = nil,
        fromName: String? = nil,
        recipients: [String] = [],
        subject: String = "",
        receivedAt: Instant? = nil,
        body: Reading? = nil,
        parts: [Part] = [],
        warnings: [ReadingWarning] = []
    ) {
        self.messageID = messageID
        self.fromAddress = fromAddress
        self.fromName = fromName
        self.recipients = recipients
        self.subject = subject
        self.receivedAt = receivedAt
        self.body = body
        self.parts = parts
        self.warnings = warnings
    }
}
