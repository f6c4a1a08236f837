public import FormModel

/// What became of one item, in the words of the command contract.
public struct IntakeOutcome: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case registered, known, needsPerson, unassigned
    }

    public var file: String
    public var sha256: String
    public var outcome: Kind
    public var code: RegistrationCode?
    public var event: String?
    public var state: RegistrationState?
    public var name: String?
    public var channel: Channel
    public var findings: [Finding]
    /// Where in the file it stands, for files that hold several forms.
    public var part: String
    /// Pages that were added to a registration which had come before.
    public var isJoined = false
    /// The most telling finding in words, with the field's label; nil when there is nothing to say.
    public var reason: LocalizedText?

    public init(
        file: String,
        sha256: String,
        outcome: Kind,
        code: RegistrationCode? = nil,
        event: String? = nil,
        state: RegistrationState? = nil,
        name: String? = nil,
        channel: Channel,
        findings: [Finding] = [],
        part: String = ""
    ) {
        self.file = file
        self.sha256 = sha256
        self.outcome = outcome
        self.code = code
        self.event = event
        self.state = state
        self.name = name
        self.channel = channel
        self.findings = findings
        self.part = part
    }
}

/// Sums up an intake.
public struct IntakeReport: Sendable {
    public var counts: [IntakeOutcome.Kind: Int] = [:]
    /// Registrations by state, of those that were made now.
    public var states: [RegistrationState: Int] = [:]
    /// Of those known: pages that were added to a registration.
    public var joinedCount = 0
    /// Files that could not be opened at all, with the reason.
    public var unreadable: [(file: String, reason: String)] = []

    public init() {}

    /// Whether anything waits for a person.
    public var needsPerson: Bool {
        !unreadable.isEmpty || counts[.needsPerson, default: 0] + counts[.unassigned, default: 0] > 0
            || states[.needsReview, default: 0] > 0
    }

    /// Adds up two intakes.
    mutating func add(_ other: IntakeReport) {
        counts.merge(other.counts, uniquingKeysWith: +)
        states.merge(other.states, uniquingKeysWith: +)
        joinedCount += other.joinedCount
        unreadable += other.unreadable
    }

    mutating func add(_ outcome: IntakeOutcome) {
        counts[outcome.outcome, default: 0] += 1
        if outcome.isJoined { joinedCount += 1 }
        if outcome.outcome == .registered, let state = outcome.state { states[state, default: 0] += 1 }
    }
}
