public import FormModel

/// The bytes that arrived, as a row: where they lie, by which way and when they came.
public struct StoredSource: Hashable, Sendable {
    public enum Status: String, Sendable, CaseIterable {
        /// Durable, not yet read.
        case stored
        case done, needsPerson, unassigned
    }

    /// How the receipt time is known.
    public enum ReceivedBy: String, Sendable, CaseIterable {
        case receivedHeader, mboxFromLine, maildirName, column, option, clock, parent, staff
    }

    public let id: Int64
    public var sha256: String
    public var byteCount: Int
    /// As given by the sender, made safe; for showing only.
    public var name: String
    public var format: SourceFormat?
    public var channel: Channel
    /// Bare mail address.
    public var sender: String?
    public var receivedAt: Instant
    public var receivedBy: ReceivedBy
    /// The mail a part came in.
    public var parentID: Int64?
    /// The event named on the command line, if any.
    public var requestedEvent: String?
    public var status: Status
    public var findings: [Finding]
}

/// A source about to be recorded; its bytes must be in the original store already, or be kept in the same transaction.
public struct NewSource: Hashable, Sendable {
    public var sha256: String
    public var byteCount: Int
    public var name: String
    public var format: SourceFormat?
    public var channel: Channel
    public var receivedAt: Instant
    public var receivedBy: StoredSource.ReceivedBy
    public var parentID: Int64?
    public var requestedEvent: String?

    public init(
        sha256: String,
        byteCount: Int,
        name: String,
        format: SourceFormat? = nil,
        channel: Channel,
        receivedAt: Instant,
        receivedBy: StoredSource.ReceivedBy,
        parentID: Int64? = nil,
        requestedEvent: String? = nil
    ) {
        self.sha256 = sha256
        self.byteCount = byteCount
        self.name = name
        self.format = format
        self.channel = channel
        self.receivedAt = receivedAt
        self.receivedBy = receivedBy
        self.parentID = parentID
        self.requestedEvent = requestedEvent
    }
}
