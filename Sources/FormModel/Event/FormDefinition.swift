/// One registration form of an event: who fills it in, by which channels, until when, and what it asks.
public struct FormDefinition: Hashable, Sendable, Codable {
    public enum Applicant: String, CaseIterable, Sendable, Codable {
        case person, organisation
    }

    /// `main` for an event with a single form.
    public var id: String
    public var title: LocalizedText
    public var applicant: Applicant
    /// Activities that everybody who sends this form applies for.
    public var activities: [String]
    /// Key of a `choice` or `choices` field whose option keys are activity ids: the person applies for those chosen.
    public var activityField: String?
    public var channels: [Channel]
    public var opensAt: Instant?
    /// The last millisecond at which a form still counts as in time; nil never closes.
    public var deadline: Instant?
    public var fields: [FieldDefinition]
    /// Of each list at least one field must be answered.
    public var oneOf: [[String]]
    public var eligibility: [EligibilityRule]
    /// File of the organiser's own blank form, relative to the event file; one per language where there are several.
    public var blanks: [String]
    /// Column heads of a hosted form tool's export, by field key; labels are matched for fields that are not named.
    public var columns: [String: String]
    /// Bumped by hand when the meaning of the form changes.
    public var version: Int
    /// Questions that are no longer asked; old registrations hold answers to them.
    public var retiredFields: [FieldDefinition]

    public init(
        id: String = "main",
        title: LocalizedText = LocalizedText([:]),
        applicant: Applicant = .person,
        activities: [String] = [],
        activityField: String? = nil,
        channels: [Channel] = Channel.allCases,
        opensAt: Instant? = nil,
        deadline: Instant? = nil,
        fields: [FieldDefinition] = [],
        oneOf: [[String]] = [],
        eligibility: [EligibilityRule] = [],
        blanks: [String] = [],
        columns: [String: String] = [:],
        version: Int = 1,
        retiredFields: [FieldDefinition] = []
    ) {
        self.id = id
        self.title = title
        self.applicant = applicant
        self.activities = activities
        self.activityField = activityField
        self.channels = channels
        self.opensAt = opensAt
        self.deadline = deadline
        self.fields = fields
        self.oneOf = oneOf
        self.eligibility = eligibility
        self.blanks = blanks
        self.columns = columns
        self.version = version
        self.retiredFields = retiredFields
    }

    public func field(_ key: String) -> FieldDefinition? { fields.first { $0.key == key } }
}
