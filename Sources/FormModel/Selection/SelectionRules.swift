/// The rules of one selection: seats, method, quotas, waiting list. Written in YAML; the grammar stands in
/// `docs/selection-rules.md`.
public struct SelectionRules: Hashable, Sendable, Codable {
    public enum Method: String, CaseIterable, Sendable, Codable {
        /// Order of receipt.
        case fcfs
        /// Points, highest first.
        case ranking
        case lottery
        /// People choose; every choice has a reason.
        case curated
    }

    public enum Fairness: String, CaseIterable, Sendable, Codable {
        case leximin, order
    }

    public enum Publication: String, CaseIterable, Sendable, Codable {
        case rootOnly = "root-only"
        case pseudonyms, types
    }

    /// Version of the grammar; 1.
    public var version: Int
    public var seats: SeatRange
    public var eligible: [SelectionNeed]
    public var method: Method
    public var fairness: Fairness
    public var ranking: RankingRules?
    /// `score`, `submitted`, `criterion.NAME`, `lottery`; the last is always `lottery`, added when left out.
    public var ties: [String]
    public var quotas: [Quota]
    public var sessions: [SelectionSession]
    public var wishes: WishRules?
    public var assign: AssignRules?
    public var reserve: ReserveRules
    public var seed: SeedRules?
    public var publish: Publication

    public init(
        version: Int = 1,
        seats: SeatRange,
        eligible: [SelectionNeed] = [],
        method: Method,
        fairness: Fairness = .order,
        ranking: RankingRules? = nil,
        ties: [String] = [],
        quotas: [Quota] = [],
        sessions: [SelectionSession] = [],
        wishes: WishRules? = nil,
        assign: AssignRules? = nil,
        reserve: ReserveRules = ReserveRules(),
        seed: SeedRules? = nil,
        publish: Publication = .pseudonyms
    ) {
        self.version = version
        self.seats = seats
        self.eligible = eligible
        self.method = method
        self.fairness = fairness
        self.ranking = ranking
        self.ties = ties
        self.quotas = quotas
        self.sessions = sessions
        self.wishes = wishes
        self.assign = assign
        self.reserve = reserve
        self.seed = seed
        self.publish = publish
    }
}

/// How many seats there are: a fixed number or a range.
public struct SeatRange: Hashable, Sendable, Codable {
    public var minimum: Int
    public var maximum: Int

    public init(minimum: Int, maximum: Int) {
        self.minimum = minimum
        self.maximum = maximum
    }

    /// Up to so many; fewer only when fewer people can be chosen.
    public init(_ count: Int) {
        minimum = count
        maximum = count
    }
}

/// A condition of eligibility inside selection rules.
public struct SelectionNeed: Hashable, Sendable, Codable {
    public var id: String
    public var need: String
    public var reason: LocalizedText

    public init(id: String, need: String, reason: LocalizedText = LocalizedText([:])) {
        self.id = id
        self.need = need
        self.reason = reason
    }
}
