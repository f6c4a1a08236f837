import FormModel
import Testing

@Suite struct StateTransitionTests {
    @Test func everyNegativeParticipationCanOnlyBeReopenedByStaff() {
        for state in ParticipationState.allCases where state.stateClass == .negative {
            for action in StateTransition.ParticipationAction.allCases {
                let next = try? StateTransition.next(state, after: action)
                let isAllowed = action == .reopen || state == .expired && action == .waitlist
                #expect((next != nil) == isAllowed, "\(state) after \(action)")
            }
        }
    }

    @Test func onlyOfferedAndConfirmedCount() {
        #expect(ParticipationState.allCases.filter(\.counts) == [.offered, .confirmed])
    }

    @Test func aWithdrawnRegistrationComesBackThroughReview() throws {
        #expect(try StateTransition.next(.withdrawn, after: RegistrationAction.reinstate) == .needsReview)
        #expect(throws: StateTransition.Refused.self) {
            _ = try StateTransition.next(.withdrawn, after: RegistrationAction.accept)
        }
    }

    private typealias RegistrationAction = StateTransition.RegistrationAction
}
