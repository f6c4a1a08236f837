public import FormModel

/// Somebody who already holds a seat, offered or confirmed: occupies it and counts in every quota.
public struct Participant: Hashable, Sendable {
    public var candidate: Candidate
    /// Session or group of the seat; nil where there are none.
    public var session: String?

    public init(_ candidate: Candidate, session: String? = nil) {
        self.candidate = candidate
        self.session = session
    }
}

/// One choice of a person in curated selection, always with the reason.
public struct CuratedPick: Hashable, Sendable {
    public var id: String
    public var session: String?
    public var reason: String

    public init(id: String, session: String? = nil, reason: String) {
        self.id = id
        self.session = session
        self.reason = reason
    }
}
