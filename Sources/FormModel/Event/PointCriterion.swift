/// One criterion of an assessment: given by assessors or computed from the answers.
public struct PointCriterion: Hashable, Sendable, Codable {
    public enum Source: Hashable, Sendable, Codable {
        /// Points from people; so many assessors are expected.
        case assessors(count: Int)
        /// Points when the condition holds.
        case condition(expression: String, points: DecimalNumber)
        /// The value of an expression, cut to 0...maximum.
        case value(expression: String)
    }

    public var id: String
    public var label: LocalizedText
    public var source: Source
    /// Most points one assessor may give, or the criterion can bring.
    public var maximum: DecimalNumber
    /// Activities it counts for; empty means all.
    public var activities: [String]

    public init(
        id: String,
        label: LocalizedText,
        source: Source,
        maximum: DecimalNumber,
        activities: [String] = []
    ) {
        self.id = id
        self.label = label
        self.source = source
        self.maximum = maximum
        self.activities = activities
    }
}
