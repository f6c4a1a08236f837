/// Where one registration stands in one activity.
public enum ParticipationState: String, CaseIterable, Sendable, Codable, Hashable {
    /// Applied; no decision is announced yet.
    case applied
    case offered, confirmed, waitlisted, rejected, expired, withdrawn, cancelled

    public var stateClass: StateClass {
        switch self {
        case .applied, .offered: .pending
        case .confirmed: .positive
        case .waitlisted: .waiting
        case .rejected, .expired, .withdrawn, .cancelled: .negative
        }
    }

    /// Whether the participation takes up a place.
    public var counts: Bool { self == .offered || self == .confirmed }
}
