/// The waiting list: how long, how offers run, what happens when nobody fits.
public struct ReserveRules: Hashable, Sendable, Codable {
    public enum Party: String, CaseIterable, Sendable, Codable {
        case strict, skip
    }

    public enum Unfillable: String, CaseIterable, Sendable, Codable {
        case ask, relax, leave
    }

    /// Most people on the list; nil takes all.
    public var size: Int?
    public var offerHours: Int
    /// Moment after which nobody is promoted, as written: `event.start - P2D` or a date.
    public var stop: String?
    /// `strict`: a party too large for the free places is waited for; `skip`: it is passed over, and that is said.
    public var party: Party
    public var unfillable: Unfillable

    public init(
        size: Int? = nil,
        offerHours: Int = 48,
        stop: String? = nil,
        party: Party = .skip,
        unfillable: Unfillable = .ask
    ) {
        self.size = size
        self.offerHours = offerHours
        self.stop = stop
        self.party = party
        self.unfillable = unfillable
    }
}

/// Where the seed of a lottery comes from.
public struct SeedRules: Hashable, Sendable, Codable {
    public var source: String
    public var after: Instant?
    public var fallback: [String]

    public init(source: String, after: Instant? = nil, fallback: [String] = []) {
        self.source = source
        self.after = after
        self.fallback = fallback
    }
}
