/// Where a registration stands on its way in.
public enum RegistrationState: String, CaseIterable, Sendable, Codable, Hashable {
    case received, needsReview, incomplete, submitted, withdrawn, cancelled

    public var stateClass: StateClass {
        switch self {
        case .received, .needsReview, .incomplete, .submitted: .pending
        case .withdrawn, .cancelled: .negative
        }
    }
}
