public import FormModel

/// How full one rule is: the live counter beside a curated choice.
public struct QuotaCount: Hashable, Sendable {
    /// `seats`, `session:A1`, `sector:ngo`.
    public var rule: String
    public var have: Int
    public var minimum: Int
    /// Nil when there is no maximum.
    public var maximum: Int?
    /// Not to be shown to other applicants.
    public var isSensitive: Bool
}

/// The state of a curated choice.
public struct CuratedState: Hashable, Sendable {
    public var counts: [QuotaCount]
    /// More than allowed, or people who do not meet a condition: must not be announced.
    public var violations: [Explanation]
    /// Minima that are not reached yet; empty when the choice is complete.
    public var missing: [Explanation]
}

/// Checks a choice that people make against the rules, after every change.
public struct CuratedChoice: Sendable {
    public let rules: SelectionRules
    public let context: SelectionContext

    public init(rules: SelectionRules, context: SelectionContext = SelectionContext()) {
        self.rules = rules
        self.context = context
    }

    /// Counters, violations and what is still missing for those chosen and those who hold seats already.
    public func check(
        chosen: [CuratedPick],
        pool: [Candidate],
        kept: [Participant] = []
    ) throws(SelectionError) -> CuratedState {
        try PoolCheck.check(pool, kept: kept)
        let compiled = try CompiledRules(rules, context: context)
        var byID: [String: Candidate] = [:]
        for candidate in pool { byID[candidate.id] = candidate }
        var participants = kept
        var violations: [Explanation] = []
        for pick in chosen {
            guard let candidate = byID[pick.id] else { throw SelectionError(.idUnknown, subject: pick.id) }
            let session = pick.session ?? compiled.sessions(for: candidate).first.map { rules.sessions[$0].id }
            participants.append(Participant(candidate, session: session))
            if let need = compiled.failedNeed(of: candidate) {
                violations.append(StaffWording.chosenIneligible(id: pick.id, rule: need.id))
            }
        }
        let picked = Set(chosen.map(\.id))
        // Those not chosen count for which bounds can matter at all.
        let others = pool.indices.filter { !picked.contains(pool[$0].id) }.map { [$0] }
        let problem = ProblemBuilder.problem(compiled, pool: pool, units: others, kept: participants)
        var missing: [Explanation] = []
        var counts: [QuotaCount] = []
        for row in problem.rows { judge(row, &counts, &violations, &missing) }
        return CuratedState(counts: counts, violations: violations, missing: missing)
    }

    private func judge(
        _ row: QuotaRow,
        _ counts: inout [QuotaCount],
        _ violations: inout [Explanation],
        _ missing: inout [Explanation]
    ) {
        let hasMaximum = row.writtenUpper < QuotaRow.unlimited
        let minimum = max(0, row.writtenLower)
        if row.scale == 1 {
            counts.append(
                QuotaCount(
                    rule: row.label,
                    have: row.held,
                    minimum: minimum,
                    maximum: hasMaximum ? row.writtenUpper : nil,
                    isSensitive: row.isSensitive
                )
            )
        }
        // A share of the filled places is kept as a difference from zero; how far off it is counts in whole places.
        if hasMaximum, row.held > row.writtenUpper {
            let (have, maximum) = row.scale == 1 ? (row.held, row.writtenUpper) : (row.held / row.scale + 1, 0)
            let found = StaffWording.tooMany(rule: row.label, have: have, maximum: maximum)
            if row.soft == nil { violations.append(found) } else { missing.append(found) }
        }
        if row.writtenLower > -QuotaRow.unlimited, row.held < row.writtenLower {
            let (have, least) = row.scale == 1 ? (row.held, minimum) : (row.held / row.scale - 1, 0)
            missing.append(StaffWording.tooFew(rule: row.label, have: have, minimum: least))
        }
    }
}
