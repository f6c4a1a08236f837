/// A group or session with places of its own that people are distributed to.
public struct SelectionSession: Hashable, Sendable, Codable {
    public var id: String
    public var seats: SeatRange
    /// An expression that must hold for whoever gets a place here.
    public var need: String?
    /// Sessions at the same time: nobody gets both.
    public var overlaps: [String]
    public var quotas: [Quota]
    /// Expressions: for whom the first holds comes first here, then the second; nil where the common order holds.
    public var prefer: [String]?
    /// Criteria by whose points this session orders people, after `prefer`; nil where the common order holds.
    public var rankBy: [String]?
    /// The session that takes its people over when it stays below its minimum.
    public var mergeInto: String?

    /// Whether it orders people in a way of its own.
    public var hasOwnOrder: Bool { !(prefer ?? []).isEmpty || !(rankBy ?? []).isEmpty }

    public init(
        id: String,
        seats: SeatRange,
        need: String? = nil,
        overlaps: [String] = [],
        quotas: [Quota] = [],
        prefer: [String]? = nil,
        rankBy: [String]? = nil,
        mergeInto: String? = nil
    ) {
        self.id = id
        self.seats = seats
        self.need = need
        self.overlaps = overlaps
        self.quotas = quotas
        self.prefer = prefer
        self.rankBy = rankBy
        self.mergeInto = mergeInto
    }
}

/// What people may wish for among the sessions.
public struct WishRules: Hashable, Sendable, Codable {
    public enum Otherwise: String, CaseIterable, Sendable, Codable {
        case none, any
    }

    /// How many ranked wishes count.
    public var ranked: Int
    public var otherwise: Otherwise
    public var perPerson: Int
    /// Field of the form whose choices, in their order, are the wishes; nil takes the group applied for.
    public var field: String?

    public init(ranked: Int, otherwise: Otherwise = .none, perPerson: Int = 1, field: String? = nil) {
        self.ranked = ranked
        self.otherwise = otherwise
        self.perPerson = perPerson
        self.field = field
    }
}

/// How people are distributed to sessions.
public struct AssignRules: Hashable, Sendable, Codable {
    public enum How: String, CaseIterable, Sendable, Codable {
        case deferred
        case rankProfile = "rank-profile"
    }

    public enum BelowMinimum: String, CaseIterable, Sendable, Codable {
        case ask, cancel, merge
    }

    public var how: How
    public var belowMinimum: BelowMinimum

    public init(how: How = .deferred, belowMinimum: BelowMinimum = .ask) {
        self.how = how
        self.belowMinimum = belowMinimum
    }
}
