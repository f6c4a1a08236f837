/// One dated meeting of an activity.
public struct Session: Hashable, Sendable, Codable {
    public var id: String
    public var title: LocalizedText
    public var date: CalendarDate
    /// Minutes after local midnight.
    public var startMinute: Int?
    public var endMinute: Int?
    /// Empty takes the activity's.
    public var place: String
    /// Module it belongs to, for certificates per module.
    public var module: String?
    /// Group that meets; nil for everybody.
    public var group: String?

    public init(
        id: String,
        title: LocalizedText = LocalizedText([:]),
        date: CalendarDate,
        startMinute: Int? = nil,
        endMinute: Int? = nil,
        place: String = "",
        module: String? = nil,
        group: String? = nil
    ) {
        self.id = id
        self.title = title
        self.date = date
        self.startMinute = startMinute
        self.endMinute = endMinute
        self.place = place
        self.module = module
        self.group = group
    }
}
