public import FormModel

/// A registration as it stands now, with its current values and without their evidence.
public struct RegistrationRow: Hashable, Sendable {
    public let id: Int64
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
    public var sourcePlace: String
    public var name: String
    public var possibleDuplicateOf: Int64?
    public var mergedInto: Int64?
    public var values: [String: AnswerValue]
    public var findings: [Finding]
    public var reviewFields: [String]
}

/// One registration in one activity.
public struct ParticipationRow: Hashable, Sendable {
    public let id: Int64
    public var registrationID: Int64
    public var event: String
    public var activity: String
    public var group: String?
    public var state: ParticipationState
    public var seats: Int
    public var rank: Int?
    public var reason: DecisionReason?
    public var offeredUntil: Instant?
}

/// Which registrations to list, and how many.
public struct RegistrationQuery: Sendable {
    public var event: String?
    public var states: [RegistrationState]
    public var channel: Channel?
    public var activity: String?
    /// Only together with `activity`, or for any activity when that is nil.
    public var participationStates: [ParticipationState]
    /// Folded text that must occur in name, code or contact data.
    public var searchText: String?
    public var onlySuspects: Bool
    /// Only those about which the journal has a line after this moment.
    public var modifiedAfter: Instant?
    public var limit: Int
    public var offset: Int

    public init(
        event: String? = nil,
        states: [RegistrationState] = [],
        channel: Channel? = nil,
        activity: String? = nil,
        participationStates: [ParticipationState] = [],
        searchText: String? = nil,
        onlySuspects: Bool = false,
        modifiedAfter: Instant? = nil,
        limit: Int = 50,
        offset: Int = 0
    ) {
        self.event = event
        self.states = states
        self.channel = channel
        self.activity = activity
        self.participationStates = participationStates
        self.searchText = searchText
        self.onlySuspects = onlySuspects
        self.modifiedAfter = modifiedAfter
        self.limit = limit
        self.offset = offset
    }
}
