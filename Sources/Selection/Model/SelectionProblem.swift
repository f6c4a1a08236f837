/// How much of a row one application uses.
struct RowUse: Hashable, Sendable {
    var row: Int32
    var count: Int32

    init(_ row: Int, _ count: Int) {
        self.row = Int32(row)
        self.count = Int32(count)
    }
}

/// One bound over places: all rules of a selection become rows like this.
struct QuotaRow: Hashable, Sendable {
    enum Kind: String, Sendable {
        /// All places together.
        case seats
        /// Places of one session.
        case session
        case quota
        /// An upper bound that every organisation, address or other value has; enters the search only when it bites.
        case cap
        /// How many get a wish of this rank or a worse one; only where wishes are arranged by rank.
        case rank
    }

    var kind: Kind
    /// `country:BG`, `third`, `session:A1`.
    var label: String
    /// Id of the quota; empty for seats and sessions.
    var quota: String
    /// The value or crossing within the quota; empty for a condition.
    var value: String
    /// What is still to be met, those who already hold seats counted off.
    var lower: Int
    var upper: Int
    /// The bounds as written, counts resolved from percentages.
    var writtenLower: Int
    var writtenUpper: Int
    /// Places held beforehand.
    var held: Int
    /// Rows with the same number never share a place.
    var partition: Int
    /// Place among the soft quotas; nil for a hard row.
    var soft: Int?
    var isSensitive: Bool
    /// Where the counts are multiplied to express a share of the filled places.
    var scale: Int
    /// Lets a bound be written as unlimited without overflow.
    static let unlimited = 1 << 40
}

/// Applications that no rule tells apart: the same rows in every option.
struct ItemType: Hashable, Sendable {
    struct Option: Hashable, Sendable {
        /// Index of the session; -1 where there are none.
        var session: Int32
        /// Sorted by row; always with row 0, the seats.
        var uses: [RowUse]
    }

    /// Most wanted first.
    var options: [Option]
    var seats: Int
    var isGuaranteed: Bool
}

/// One application, or a party that comes together or not at all.
struct SelectionItem: Sendable {
    /// Indices into the pool.
    var members: [Int]
    var type: Int
    /// Upper bounds per organisation and the like.
    var caps: [RowUse]
}

/// A selection as numbers: rows, kinds of applications, applications. No names, no texts.
struct SelectionProblem: Sendable {
    var rows: [QuotaRow]
    var types: [ItemType]
    var items: [SelectionItem]
    /// Filling as many places as possible comes before the order; not where people ranked their wishes.
    var fillsFirst: Bool
    /// Number of soft quotas, already in their order.
    var softCount: Int
    var sessionIDs: [String]

    /// Places that may still be given.
    var capacity: Int { rows[0].upper }
}
