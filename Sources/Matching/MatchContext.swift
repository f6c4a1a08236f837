public import FormModel

/// What is known about a submission beside its reading.
public struct MatchContext: Hashable, Sendable {
    /// The day that counts as today, in the event's time zone.
    public var today: CalendarDate
    /// The way it came in. A named field that came by phone or was typed at the desk is evidence of kind `staff`.
    public var channel: Channel?
    /// Who typed it in, for submissions entered by staff.
    public var operatorName: String?
    /// The address that the mail came from: it bears out one that was read on paper.
    public var sender: String?

    public init(
        today: CalendarDate,
        channel: Channel? = nil,
        operatorName: String? = nil,
        sender: String? = nil
    ) {
        self.today = today
        self.channel = channel
        self.operatorName = operatorName
        self.sender = sender
    }
}
