/// A condition everybody must meet, with the reason people are told when they do not.
public struct EligibilityRule: Hashable, Sendable, Codable {
    public var id: String
    /// An expression that must be true.
    public var need: String
    public var reason: LocalizedText
    /// Activities it holds for; empty means all of the form.
    public var activities: [String]

    public init(id: String, need: String, reason: LocalizedText, activities: [String] = []) {
        self.id = id
        self.need = need
        self.reason = reason
        self.activities = activities
    }
}
