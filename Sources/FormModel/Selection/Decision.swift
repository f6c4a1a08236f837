/// What a selection decided for one candidate, always with its reason.
public struct Decision: Hashable, Sendable, Codable {
    public enum Outcome: String, CaseIterable, Sendable, Codable {
        case selected, waitlisted, notSelected, ineligible
    }

    public var id: String
    public var outcome: Outcome
    /// Place in the order among the selected or on the waiting list, from 1.
    public var rank: Int?
    /// 0 to 1; lotteries only.
    public var chance: Double?
    /// Session or group the seat is in.
    public var session: String?
    /// Further sessions, where the rules give a person several.
    public var moreSessions: [String]?
    public var reason: DecisionReason

    public init(
        id: String,
        outcome: Outcome,
        rank: Int? = nil,
        chance: Double? = nil,
        session: String? = nil,
        reason: DecisionReason
    ) {
        self.id = id
        self.outcome = outcome
        self.rank = rank
        self.chance = chance
        self.session = session
        self.reason = reason
    }
}

/// Why: a stable code, what its wording needs, and the text in every language.
public struct DecisionReason: Hashable, Sendable, Codable {
    /// `selected.order`, `quota.max`, `ineligible`, `org.max` …
    public var code: String
    /// From the person's own data and totals only.
    public var parameters: [String: String]
    public var text: LocalizedText

    public init(code: String, parameters: [String: String] = [:], text: LocalizedText) {
        self.code = code
        self.parameters = parameters
        self.text = text
    }
}
