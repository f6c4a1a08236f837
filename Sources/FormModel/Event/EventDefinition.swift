/// One call for applicants, as its YAML file defines it.
public struct EventDefinition: Hashable, Sendable, Codable {
    /// Lower-case letters, digits and hyphens; the name in commands, folders and mail tags.
    public var slug: String
    public var title: LocalizedText
    public var summary: LocalizedText
    /// The organiser's name and address for documents; nil takes the workspace's.
    public var organiser: Organiser?
    public var projects: [Project]
    /// Languages an applicant may use, the main one first.
    public var languages: [InterfaceLanguage]
    /// IANA name, `Europe/Warsaw` unless given.
    public var timeZone: String
    /// At least one; an event with a plain `fields` list has the single form `main`.
    public var forms: [FormDefinition]
    public var activities: [Activity]
    public var points: [PointCriterion]
    public var documents: [DocumentPlan]
    public var retention: [RetentionCategory]
    public var marking: MarkingSet
    /// Who signs letters and who answers questions.
    public var contact: Contact?
    /// Folder of the event file: relative paths (blank forms, logos) start here.
    public var folder: String
    /// Doubtful answers count as checked only when two people found the same.
    public var needsSecondCheck: Bool
    /// For answers on paper.
    public var acceptance: AcceptanceThresholds

    public init(
        slug: String,
        title: LocalizedText,
        summary: LocalizedText = LocalizedText([:]),
        organiser: Organiser? = nil,
        projects: [Project] = [],
        languages: [InterfaceLanguage] = [.polish],
        timeZone: String = "Europe/Warsaw",
        forms: [FormDefinition],
        activities: [Activity],
        points: [PointCriterion] = [],
        documents: [DocumentPlan] = [],
        retention: [RetentionCategory] = [],
        marking: MarkingSet = MarkingSet(),
        contact: Contact? = nil,
        folder: String = "",
        needsSecondCheck: Bool = false,
        acceptance: AcceptanceThresholds = AcceptanceThresholds()
    ) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.organiser = organiser
        self.projects = projects
        self.languages = languages
        self.timeZone = timeZone
        self.forms = forms
        self.activities = activities
        self.points = points
        self.documents = documents
        self.retention = retention
        self.marking = marking
        self.contact = contact
        self.folder = folder
        self.needsSecondCheck = needsSecondCheck
        self.acceptance = acceptance
    }

    public func form(_ id: String) -> FormDefinition? { forms.first { $0.id == id } }
    public func activity(_ id: String) -> Activity? { activities.first { $0.id == id } }
}
