public import FormModel

/// One execution of a selection, as a row.
public struct RunRow: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable {
        case pending, announced, discarded
    }

    public let id: Int64
    public var event: String
    public var activity: String
    public var state: State
    public var method: String
    public var poolDigest: String
    /// The record that lets a third party repeat it: canonical JSON.
    public var record: String
    public var actor: String
    public var at: Instant
}

/// What a run decided for one participation.
public struct RunDecision: Hashable, Sendable {
    public var participationID: Int64
    public var decision: Decision

    public init(participationID: Int64, decision: Decision) {
        self.participationID = participationID
        self.decision = decision
    }
}
