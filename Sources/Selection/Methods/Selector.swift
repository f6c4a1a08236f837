public import FormModel

/// Chooses participants: a function of pool, rules and seed, which anybody can repeat with the record.
///
/// ```swift
/// let result = try Selector(rules: rules).run(pool: candidates, seed: Seed(text: "dice 4 1 6"), kept: confirmed)
/// ```
/// The objectives, each before the next: eligibility, guaranteed places, hard quotas and capacities; as many places
/// filled as can be; soft quotas in their order; then the method. Nothing is ever relaxed silently.
public struct Selector: Sendable {
    /// Most applications of one run.
    public static let poolMax = 2_000_000

    public let rules: SelectionRules
    public let context: SelectionContext

    public init(rules: SelectionRules, context: SelectionContext = SelectionContext()) {
        self.rules = rules
        self.context = context
    }

    /// Decides about everybody in the pool.
    ///
    /// - Parameters:
    ///   - seed: needed for lotteries, and for other methods when applications are equal in everything else.
    ///   - kept: people who hold seats already: they keep them and count in every quota.
    ///   - commitment: what was published before the seed was drawn; without it a lottery is a rehearsal and says so.
    ///   - chosen: for the curated method, whom people chose and why.
    ///   - origin: where the seed comes from and since when it is known; checked against the commitment.
    public func run(
        pool: [Candidate],
        seed: Seed? = nil,
        kept: [Participant] = [],
        chosen: [CuratedPick] = [],
        commitment: Commitment? = nil,
        origin: SeedOrigin? = nil
    ) throws(SelectionError) -> SelectionResult {
        guard pool.count + kept.count <= Self.poolMax else {
            throw SelectionError(.poolTooLarge, subject: String(pool.count + kept.count))
        }
        let compiled = try CompiledRules(rules, context: context)
        let draw = DrawOrder(commitment: commitment, origin: origin, rules: rules)
        try draw.check()
        let effective = seed.map { commitment?.seed(for: $0) ?? $0 }
        if kept.isEmpty, let columns = try ColumnRun(compiled, pool: pool, kept: kept, seed: effective) {
            try check(commitment, compiled, pool, kept)
            switch columns.finding(value: seed, draw: draw) {
            case .result(let result): return result
            case .noList: return try runGenerally(compiled, pool, seed, kept, chosen, draw, isKnownToFail: true)
            case .unknown: break
            }
        }
        return try runGenerally(compiled, pool, seed, kept, chosen, draw)
    }

    /// The way that knows all rules; columns give the same bytes for those they know.
    func runGenerally(
        _ compiled: CompiledRules,
        _ pool: [Candidate],
        _ seed: Seed?,
        _ kept: [Participant],
        _ chosen: [CuratedPick],
        _ draw: DrawOrder,
        isKnownToFail: Bool = false
    ) throws(SelectionError) -> SelectionResult {
        try PoolCheck.check(pool, kept: kept)
        let commitment = draw.commitment
        try check(commitment, compiled, pool, kept)
        let entrants = Entrants(compiled, pool: pool)
        if rules.method == .lottery, rules.fairness == .leximin {
            guard let seed else { throw SelectionError(.seedMissing, subject: "draw") }
            let run = LotteryRun(compiled, pool: pool, entrants: entrants, kept: kept)
            return try run.run(seed: seed, commitment: commitment, draw: draw)
        }
        if rules.method == .curated {
            return try CuratedRun(compiled, pool: pool, entrants: entrants, kept: kept).run(chosen: chosen, seed: seed)
        }
        return try OrderedRun(compiled, pool: pool, entrants: entrants, kept: kept, value: seed, draw: draw)
            .run(isKnownToFail: isKnownToFail)
    }

    /// A commitment made for another pool, other rules or other participants.
    private func check(
        _ commitment: Commitment?,
        _ compiled: CompiledRules,
        _ pool: [Candidate],
        _ kept: [Participant]
    ) throws(SelectionError) {
        guard let commitment,
            let member = CommitmentHead(compiled, pool: pool, kept: kept).difference(from: commitment)
        else { return }
        throw SelectionError(.commitmentDiffers, subject: member)
    }
}
