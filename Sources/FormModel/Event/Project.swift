/// A project of a funder to which the event is reported.
public struct Project: Hashable, Sendable, Codable {
    public var id: String
    public var title: LocalizedText
    /// The agreement's number.
    public var number: String
    public var programme: String
    public var funder: String
    public var startsOn: CalendarDate?
    public var endsOn: CalendarDate?
    public var indicators: [Indicator]

    public init(
        id: String,
        title: LocalizedText,
        number: String = "",
        programme: String = "",
        funder: String = "",
        startsOn: CalendarDate? = nil,
        endsOn: CalendarDate? = nil,
        indicators: [Indicator] = []
    ) {
        self.id = id
        self.title = title
        self.number = number
        self.programme = programme
        self.funder = funder
        self.startsOn = startsOn
        self.endsOn = endsOn
        self.indicators = indicators
    }
}
