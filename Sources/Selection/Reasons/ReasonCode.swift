public import FormModel

/// Why a person got the outcome they got; the raw value stands in records and on the command line.
public enum ReasonCode: String, CaseIterable, Sendable {
    case selectedOrder = "selected.order"
    case selectedLottery = "selected.lottery"
    case selectedGuaranteed = "selected.guaranteed"
    case selectedGuest = "selected.guest"
    case selectedCurated = "selected.curated"
    case promoted
    case ineligible
    case belowThreshold = "below-threshold"
    case reviewsMissing = "reviews.missing"
    case full
    case quotaMax = "quota.max"
    case quotaNeeded = "quota.needed"
    case organisationMax = "org.max"
    case party
    case notDrawn = "not-drawn"
    case noList = "no-list"
    case session
    case sessionOrder = "session.order"
    case noSession = "session.none"
    case notChosen = "curated.not-chosen"
}

extension DecisionReason {
    /// A reason of this code with its words in every language.
    public init(code: ReasonCode, parameters: [String: String] = [:]) {
        self = ReasonWording.reason(code, parameters)
    }
}
