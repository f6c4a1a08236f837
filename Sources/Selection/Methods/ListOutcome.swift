/// Why an application has no place.
enum BlockCause: Hashable, Sendable {
    /// No place was left.
    case full
    /// This row was at its upper bound.
    case row(Int)
    /// The places left were needed for these rows.
    case needed([Int])
    /// The session wished for went to people before them in its own order: its row, their place, the last place taken.
    case outranked(row: Int, place: Int, last: Int)
    /// No session fits, or none was wished for.
    case noSession
}

/// A list: the option each item got, -1 where it got none, and why.
struct ListOutcome: Sendable {
    var option: [Int]
    var cause: [BlockCause?]
    var filled: Int
    /// Misses of the soft quotas in their order.
    var softMisses: [Int]
    /// How it was found, for figures and the record.
    var solves: Int
}

/// Why there is no list.
enum ListFailure: Error, Hashable, Sendable {
    /// No list meets the hard rules.
    case infeasible
    /// The search went beyond its bounds.
    case undecided
}
