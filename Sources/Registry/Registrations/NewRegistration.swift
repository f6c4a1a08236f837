public import FormModel

/// A registration about to be recorded, with everything the intake worked out about it.
public struct NewRegistration: Sendable {
    /// An activity the person applies for.
    public struct Application: Hashable, Sendable {
        public var activity: String
        public var group: String?
        /// Places it would take up: 1, or the number of delegates.
        public var seats: Int

        public init(activity: String, group: String? = nil, seats: Int = 1) {
            self.activity = activity
            self.group = group
            self.seats = seats
        }
    }

    public var code: RegistrationCode
    public var event: String
    public var form: String
    public var eventVersionID: Int64
    public var state: RegistrationState
    public var channel: Channel
    public var language: InterfaceLanguage
    public var receivedAt: Instant
    public var enteredAt: Instant
    public var sourceID: Int64?
    /// Where in the source this form stands: `row[17]`, `part[2]`; empty for the whole source.
    public var sourcePlace: String
    /// How the registration is called in lists: a person's or an organisation's name.
    public var name: String
    /// `PolishCollation.sortKey` of the surname-first name.
    public var sortKey: [UInt8]
    /// `SearchFold.fold` of what people search by.
    public var searchText: String
    public var duplicateKeys: [String]
    public var possibleDuplicateOf: Int64?
    public var answers: AnswerSet
    public var findings: [Finding]
    public var reviewFields: [String]
    public var applications: [Application]
    /// Who enters it: `intake`, or an operator's name.
    public var actor: String

    public init(
        code: RegistrationCode,
        event: String,
        form: String,
        eventVersionID: Int64,
        state: RegistrationState,
        channel: Channel,
        language: InterfaceLanguage,
        receivedAt: Instant,
        enteredAt: Instant,
        sourceID: Int64?,
        sourcePlace: String = "",
        name: String,
        sortKey: [UInt8],
        searchText: String,
        duplicateKeys: [String],
        possibleDuplicateOf: Int64?,
        answers: AnswerSet,
        findings: [Finding],
        reviewFields: [String],
        applications: [Application],
        actor: String
    ) {
        self.code = code
        self.event = event
        self.form = form
        self.eventVersionID = eventVersionID
        self.state = state
        self.channel = channel
        self.language = language
        self.receivedAt = receivedAt
        self.enteredAt = enteredAt
        self.sourceID = sourceID
        self.sourcePlace = sourcePlace
        self.name = name
        self.sortKey = sortKey
        self.searchText = searchText
        self.duplicateKeys = duplicateKeys
        self.possibleDuplicateOf = possibleDuplicateOf
        self.answers = answers
        self.findings = findings
        self.reviewFields = reviewFields
        self.applications = applications
        self.actor = actor
    }
}
