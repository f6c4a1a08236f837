public import FormModel

/// What an envelope says about the event a form is meant for.
public struct RecognitionHints: Hashable, Sendable {
    /// Every address the mail was sent or delivered to.
    public var recipients: [String]
    public var subject: String
    /// Slug of the event a person named, on the command line or at the desk.
    public var event: String?
    /// Id of the form a person named.
    public var form: String?
    /// When it arrived: forms that were open then are preferred where nothing else decides.
    public var receivedAt: Instant?

    public init(
        recipients: [String] = [],
        subject: String = "",
        event: String? = nil,
        form: String? = nil,
        receivedAt: Instant? = nil
    ) {
        self.recipients = recipients
        self.subject = subject
        self.event = event
        self.form = form
        self.receivedAt = receivedAt
    }
}
