public import FormModel

/// The text attributes of one candidate of a selection pool, for expressions.
///
/// Attributes stay text: `stay_months < 6` reads the text as a number because it is compared with one.
public struct AttributesContext: ExpressionContext, Sendable {
    public var attributes: [String: String]
    public var eventStart: CalendarDate?
    public var eventEnd: CalendarDate?
    public var received: CalendarDate?

    public init(
        attributes: [String: String],
        eventStart: CalendarDate? = nil,
        eventEnd: CalendarDate? = nil,
        received: CalendarDate? = nil
    ) {
        self.attributes = attributes
        self.eventStart = eventStart
        self.eventEnd = eventEnd
        self.received = received
    }

    public func value(of name: String) -> ExpressionValue {
        if let attribute = attributes[name] { return ExpressionValue(attribute: attribute) }
        switch BuiltInName(rawValue: name) {
        case .eventStart: return eventStart.map(ExpressionValue.date) ?? .missing
        case .eventEnd: return eventEnd.map(ExpressionValue.date) ?? .missing
        case .received: return received.map(ExpressionValue.date) ?? .missing
        case .channel, .language, nil: return .missing
        }
    }

    /// A pool carries attendance as an attribute `attended.ACTIVITY`, where it matters.
    public func attended(activity: String) -> Int? {
        attributes["attended." + activity].flatMap { Int($0) }
    }
}
