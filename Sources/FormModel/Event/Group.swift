/// A group inside an activity, with places of its own.
public struct Group: Hashable, Sendable, Codable {
    public var id: String
    public var title: LocalizedText
    public var capacity: Int
    /// Fewest people with whom the group takes place.
    public var minimum: Int?

    public init(id: String, title: LocalizedText, capacity: Int, minimum: Int? = nil) {
        self.id = id
        self.title = title
        self.capacity = capacity
        self.minimum = minimum
    }
}
