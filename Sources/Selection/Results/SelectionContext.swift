public import FormModel

/// What conditions may read beside the candidates' own attributes.
public struct SelectionContext: Hashable, Sendable {
    public var eventStart: CalendarDate?
    public var eventEnd: CalendarDate?
    /// The attributes a candidate can have, with the values of those that have a fixed list (an empty set: free text).
    /// With it a name or value that rules get wrong is an error; without it, a warning at most.
    public var attributes: [String: Set<String>]?

    public init(
        eventStart: CalendarDate? = nil,
        eventEnd: CalendarDate? = nil,
        attributes: [String: Set<String>]? = nil
    ) {
        self.eventStart = eventStart
        self.eventEnd = eventEnd
        self.attributes = attributes
    }
}
