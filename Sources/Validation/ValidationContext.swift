public import FormModel

/// What the checks have to know about how and when a form came in.
public struct ValidationContext: Hashable, Sendable {
    /// By the rule of the channel: arrival in our mailbox, the stamp on the paper, the end of the call. Nil skips the
    /// checks against opening and deadline.
    public var receivedAt: Instant?
    /// Nil skips the check whether the channel is open.
    public var channel: Channel?
    /// The day that counts as today, in the event's time zone.
    public var today: CalendarDate

    /// Language of the form, for `form.language` in conditions.
    public var language: InterfaceLanguage?

    public init(
        receivedAt: Instant?,
        channel: Channel?,
        today: CalendarDate,
        language: InterfaceLanguage? = nil
    ) {
        self.receivedAt = receivedAt
        self.channel = channel
        self.today = today
        self.language = language
    }
}
