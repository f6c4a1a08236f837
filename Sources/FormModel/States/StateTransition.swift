/// The one place that says which state may follow which. Nothing else changes a state.
public enum StateTransition {
    /// What can happen to a registration.
    public enum RegistrationAction: String, CaseIterable, Sendable, Codable {
        /// Read and checked; nothing is missing.
        case accept
        /// A person of the staff has to look first.
        case askPerson
        /// The applicant has to supply something.
        case askApplicant
        /// The person resigns.
        case withdraw
        /// The organiser strikes it off, or merges it into another one.
        case cancel
        /// Staff take back a withdrawal or a strike-off.
        case reinstate
    }

    /// What can happen to a participation.
    public enum ParticipationAction: String, CaseIterable, Sendable, Codable {
        case offer, confirm, waitlist, reject, expire, withdraw, cancel
        /// Staff put the person back among those without a decision.
        case reopen
    }

    public struct Refused: Error, Hashable, Sendable {
        public var from: String
        public var action: String
    }

    public static func next(
        _ state: RegistrationState,
        after action: RegistrationAction
    ) throws(Refused) -> RegistrationState {
        switch (state, action) {
        case (.received, .accept), (.needsReview, .accept), (.incomplete, .accept), (.submitted, .accept):
            .submitted
        case (.received, .askPerson), (.needsReview, .askPerson), (.incomplete, .askPerson), (.submitted, .askPerson):
            .needsReview
        case (.received, .askApplicant), (.needsReview, .askApplicant), (.incomplete, .askApplicant),
            (.submitted, .askApplicant):
            .incomplete
        case (.received, .withdraw), (.needsReview, .withdraw), (.incomplete, .withdraw), (.submitted, .withdraw):
            .withdrawn
        case (.received, .cancel), (.needsReview, .cancel), (.incomplete, .cancel), (.submitted, .cancel):
            .cancelled
        case (.withdrawn, .reinstate), (.cancelled, .reinstate):
            .needsReview
        default: throw Refused(from: state.rawValue, action: action.rawValue)
        }
    }

    public static func next(
        _ state: ParticipationState,
        after action: ParticipationAction
    ) throws(Refused) -> ParticipationState {
        switch (state, action) {
        case (.applied, .offer), (.waitlisted, .offer): .offered
        case (.applied, .confirm), (.offered, .confirm), (.waitlisted, .confirm): .confirmed
        case (.applied, .waitlist), (.waitlisted, .waitlist), (.expired, .waitlist): .waitlisted
        case (.applied, .reject), (.waitlisted, .reject): .rejected
        case (.offered, .expire): .expired
        case (.applied, .withdraw), (.offered, .withdraw), (.confirmed, .withdraw), (.waitlisted, .withdraw): .withdrawn
        case (.applied, .cancel), (.offered, .cancel), (.confirmed, .cancel), (.waitlisted, .cancel): .cancelled
        case (.rejected, .reopen), (.expired, .reopen), (.withdrawn, .reopen), (.cancelled, .reopen),
            (.waitlisted, .reopen):
            .applied
        default: throw Refused(from: state.rawValue, action: action.rawValue)
        }
    }
}
