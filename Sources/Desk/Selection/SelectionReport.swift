public import FormModel
public import Selection

/// A run as staff see it: everybody's outcome with name and reason, and what could not be met.
public struct SelectionReport: Sendable {
    public struct Line: Sendable {
        public var code: String
        public var name: String
        public var decision: Decision
    }

    public var event: String
    public var activity: Activity
    public var lines: [Line]
    /// What could not be met, and what it would take.
    public var unmet: [Explanation]
    public var warnings: [Explanation]
    /// Live counters of a curated choice.
    public var counts: [QuotaCount] = []
    /// Registrations that are not in the pool, because somebody still has to look at them or to supply something.
    public var waiting: [RegistrationCode]
    /// Points that assessors still have to give.
    public var missingScores: Int
    /// Canonical JSON that repeats the run: for `nabor verify`.
    public var record: [UInt8]
    /// False for a dry run, or when no list meets the rules.
    public var isStored: Bool
    /// False when no list at all meets the hard rules: nothing was decided.
    public var isDecided: Bool

    /// A lottery whose seed had no commitment before it.
    public var isRehearsal: Bool { warnings.contains { $0.code == .rehearsal } }

    public func count(_ outcome: Decision.Outcome) -> Int { lines.count { $0.decision.outcome == outcome } }
}
