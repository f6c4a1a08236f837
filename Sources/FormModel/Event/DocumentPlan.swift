/// A kind of document the event uses, with its template and wording.
public struct DocumentPlan: Hashable, Sendable, Codable {
    public var kind: DocumentKind
    /// File of the organiser's own template under `templates/`; nil takes the shipped one.
    public var template: String?
    /// Empty takes the language of the registration.
    public var languages: [InterfaceLanguage]
    /// Empty means all.
    public var activities: [String]
    /// Only for attendance lists: rows left free for people who come unannounced.
    public var blankRows: Int
    /// Only for attendance lists: one list a session, or one with a column a day.
    public var perSession: Bool
    /// Further texts for the template, by name: `appeal`, `resultBy`, `outcomes`.
    public var texts: [String: LocalizedText]
    /// Only for participant lists: keys of the columns.
    public var columns: [String]

    public init(
        kind: DocumentKind,
        template: String? = nil,
        languages: [InterfaceLanguage] = [],
        activities: [String] = [],
        blankRows: Int = 0,
        perSession: Bool = false,
        texts: [String: LocalizedText] = [:],
        columns: [String] = []
    ) {
        self.kind = kind
        self.template = template
        self.languages = languages
        self.activities = activities
        self.blankRows = blankRows
        self.perSession = perSession
        self.texts = texts
        self.columns = columns
    }
}
