/// One applicant in the pool of a selection, frozen at the cut.
public struct Candidate: Hashable, Sendable, Codable {
    /// Opaque and stable: the registration's code.
    public var id: String
    /// Milliseconds since 1970; nil when unknown.
    public var submittedAt: Int64?
    /// Breaks equal times before the lot does; nil when there is none.
    public var sequence: Int64?
    /// Hundredths of a point.
    public var score: Int64?
    public var reviews: [Review]
    public var organisation: String?
    public var address: String?
    /// People who come together or not at all share a party key.
    public var party: String?
    /// A seat that is given beforehand, with the reason.
    public var guaranteed: String?
    /// An expert or guest outside of the capacity, with the reason: takes no place and counts in no quota.
    public var guest: String?
    /// Seats it takes: 1, or the number of delegates where those are counted.
    public var seats: Int
    /// Attributes that quotas and needs read; missing ones count as `unknown`.
    public var attributes: [String: String]
    /// Ids of sessions, most wanted first.
    public var wishes: [String]

    public struct Review: Hashable, Sendable, Codable {
        /// Empty for points that were computed from the answers.
        public var reviewer: String
        public var criterion: String
        /// Hundredths of a point.
        public var points: Int64
        public var hasConflict: Bool

        public init(reviewer: String, criterion: String, points: Int64, hasConflict: Bool = false) {
            self.reviewer = reviewer
            self.criterion = criterion
            self.points = points
            self.hasConflict = hasConflict
        }
    }

    public init(
        id: String,
        submittedAt: Int64? = nil,
        sequence: Int64? = nil,
        score: Int64? = nil,
        reviews: [Review] = [],
        organisation: String? = nil,
        address: String? = nil,
        party: String? = nil,
        guaranteed: String? = nil,
        guest: String? = nil,
        seats: Int = 1,
        attributes: [String: String] = [:],
        wishes: [String] = []
    ) {
        self.id = id
        self.submittedAt = submittedAt
        self.sequence = sequence
        self.score = score
        self.reviews = reviews
        self.organisation = organisation
        self.address = address
        self.party = party
        self.guaranteed = guaranteed
        self.guest = guest
        self.seats = seats
        self.attributes = attributes
        self.wishes = wishes
    }
}
