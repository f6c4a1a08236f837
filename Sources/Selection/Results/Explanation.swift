public import FormModel

/// Why rules cannot be met or a seat cannot be filled, for staff: names every quota, sensitive ones included.
public struct Explanation: Hashable, Sendable {
    public enum Code: String, CaseIterable, Sendable {
        /// Fewer people than the minimum asks for.
        case supplyShort
        /// Rules that cannot hold together; without any one of them the others could.
        case conflict
        /// Fewer seats can be filled than there are.
        case seatsUnfilled
        /// A soft quota is missed by so many.
        case softMissed
        /// A session stays below its minimum.
        case sessionBelowMinimum
        /// A session was left out because too few people fitted it.
        case sessionCancelled
        /// A session too small was joined to another one.
        case sessionMerged
        /// Nobody on the waiting list fits the free seat.
        case nobodyFits
        /// Places are kept free for a party that is too large for them as yet.
        case partyWaits
        /// Curated choice: more than the rule allows.
        case tooMany
        /// Curated choice: fewer than the rule asks for.
        case tooFew
        /// Somebody chosen does not meet a condition of eligibility.
        case chosenIneligible
        /// Somebody with a guaranteed place is not eligible.
        case guaranteedIneligible
        /// The reviews of somebody are not complete.
        case reviewsMissing
        /// Two reviews are so far apart that a third is needed.
        case thirdReviewNeeded
        /// A party of which not all members are eligible or present.
        case partyIncomplete
        /// A value of a quota occurs nowhere in the pool.
        case valueAbsent
        /// Somebody who can be in no valid list.
        case inNoList
        /// The draw was made without a commitment published before: a rehearsal.
        case rehearsal
    }

    public var code: Code
    /// Totals and names of rules; ids of people only where the code is about them.
    public var parameters: [String: String]
    /// Polish and English.
    public var text: LocalizedText
    /// The rules that take part, as `quota:value`.
    public var rules: [String]
    /// The smallest changes that would do, best first; at most three.
    public var changes: [RuleChangeSet]

    public init(
        code: Code,
        parameters: [String: String] = [:],
        text: LocalizedText,
        rules: [String] = [],
        changes: [RuleChangeSet] = []
    ) {
        self.code = code
        self.parameters = parameters
        self.text = text
        self.rules = rules
        self.changes = changes
    }
}

/// One bound of one rule moved so that the rules can hold.
public struct RuleChange: Hashable, Sendable {
    public enum Side: String, Sendable {
        case minimum, maximum
    }

    /// `quota` or `quota:value`; `seats` for the number of seats.
    public var rule: String
    public var side: Side
    public var from: Int
    public var to: Int

    public init(rule: String, side: Side, from: Int, to: Int) {
        self.rule = rule
        self.side = side
        self.from = from
        self.to = to
    }
}

/// Changes that together suffice, and what they bring about.
public struct RuleChangeSet: Hashable, Sendable {
    public var changes: [RuleChange]
    /// Who would be first to get a place by them; nil where that was not asked.
    public var letsIn: String?
    /// What a list could be then; nil where that was not asked.
    public var effect: RuleEffect?
    public var text: LocalizedText

    public init(changes: [RuleChange], letsIn: String? = nil, effect: RuleEffect? = nil, text: LocalizedText) {
        self.changes = changes
        self.letsIn = letsIn
        self.effect = effect
        self.text = text
    }
}

/// What becomes possible by a change of rules.
public struct RuleEffect: Hashable, Sendable {
    /// Most places that can be filled then, with those held already.
    public var filled: Int
    public var seats: Int
    /// The smallest chance in thousandths of a percent; only for lotteries with equal chances.
    public var smallestChance: Int?

    public init(filled: Int, seats: Int, smallestChance: Int? = nil) {
        self.filled = filled
        self.seats = seats
        self.smallestChance = smallestChance
    }
}
