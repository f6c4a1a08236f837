/// A figure the funder wants reached.
public struct Indicator: Hashable, Sendable, Codable {
    public enum Measure: String, CaseIterable, Sendable, Codable {
        /// Different people who took part.
        case participants
        /// Check-ins: one person at two sessions counts twice.
        case visits
        /// Sessions that took place (at least one check-in).
        case sessions
        /// Registrations received.
        case registrations
        /// Organisations that took part.
        case organisations
        /// People who reached the certificate threshold.
        case completions
    }

    public enum Breakdown: String, CaseIterable, Sendable, Codable {
        case sex, ageBand, country, activity
    }

    public var id: String
    public var label: LocalizedText
    public var measure: Measure
    public var target: Int?
    /// Empty counts all activities.
    public var activities: [String]
    /// An expression over a participant's answers; nil counts everybody.
    public var condition: String?
    public var breakdowns: [Breakdown]

    public init(
        id: String,
        label: LocalizedText,
        measure: Measure,
        target: Int? = nil,
        activities: [String] = [],
        condition: String? = nil,
        breakdowns: [Breakdown] = []
    ) {
        self.id = id
        self.label = label
        self.measure = measure
        self.target = target
        self.activities = activities
        self.condition = condition
        self.breakdowns = breakdowns
    }
}
