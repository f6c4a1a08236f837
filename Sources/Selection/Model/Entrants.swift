import FormModel

/// Who takes part in the selection, in units that come together, and who does not, with the reason.
struct Entrants {
    /// Indices into the pool; single applications are units of one.
    private(set) var units: [[Int]] = []
    private(set) var excluded: [Decision] = []
    private(set) var warnings: [Explanation] = []

    init(_ compiled: CompiledRules, pool: [Candidate]) {
        let scoring = compiled.rules.method == .ranking ? Scoring(rules: compiled.rules.ranking ?? RankingRules()) : nil
        var reasons = [DecisionReason?](repeating: nil, count: pool.count)
        var outcomes = [Decision.Outcome](repeating: .ineligible, count: pool.count)
        for (index, candidate) in pool.enumerated() {
            if candidate.guest != nil {
                reasons[index] = ReasonWording.reason(.selectedGuest)
                outcomes[index] = .selected
            } else if let need = compiled.failedNeed(of: candidate) {
                reasons[index] = ReasonWording.reason(.ineligible, ["rule": need.id], own: need.reason)
                if candidate.guaranteed != nil {
                    warnings.append(StaffWording.guaranteedIneligible(id: candidate.id, rule: need.id))
                }
            } else if let scoring, let reason = Self.scoreObstacle(candidate, scoring, &warnings) {
                reasons[index] = reason
                outcomes[index] = .notSelected
            }
        }
        group(pool, &reasons, &outcomes)
        for (index, reason) in reasons.enumerated() {
            if let reason { excluded.append(Decision(id: pool[index].id, outcome: outcomes[index], reason: reason)) }
        }
        excluded.sort { left, right in
            if left.outcome != right.outcome { return Self.place(left.outcome) < Self.place(right.outcome) }
            return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
        }
    }

    /// Guests, then whoever takes no part for want of something, then the ineligible.
    private static func place(_ outcome: Decision.Outcome) -> Int {
        Decision.Outcome.allCases.firstIndex(of: outcome) ?? 0
    }

    private static func scoreObstacle(
        _ candidate: Candidate,
        _ scoring: Scoring,
        _ warnings: inout [Explanation]
    ) -> DecisionReason? {
        for criterion in scoring.thirdReviewsNeeded(for: candidate) {
            warnings.append(StaffWording.thirdReviewNeeded(id: candidate.id, criterion: criterion))
        }
        let outcome = scoring.outcome(of: candidate)
        if case .reviewsMissing(let have) = outcome {
            let needed = scoring.rules.minimumReviews
            warnings.append(StaffWording.reviewsMissing(id: candidate.id, have: have, needed: needed))
            return ReasonWording.reason(.reviewsMissing, ["have": String(have), "needed": String(needed)])
        }
        guard let threshold = scoring.rules.threshold, candidate.guaranteed == nil else { return nil }
        var points = "0"
        if case .score(let score) = outcome {
            if score >= Score(Int64(threshold)) { return nil }
            points = PointsText.text(score.hundredths)
        }
        return ReasonWording.reason(
            .belowThreshold,
            ["points": points, "threshold": PointsText.text(Int64(threshold))]
        )
    }

    /// Joins parties; one of whom somebody cannot take part stays out as a whole.
    private mutating func group(
        _ pool: [Candidate],
        _ reasons: inout [DecisionReason?],
        _ outcomes: inout [Decision.Outcome]
    ) {
        var parties: [String: [Int]] = [:]
        for (index, candidate) in pool.enumerated() {
            if let party = candidate.party, !party.isEmpty, candidate.guest == nil {
                parties[party, default: []].append(index)
            }
        }
        // Within a party the order decides nothing; by id it does not depend on the order of the pool.
        for party in parties.keys {
            parties[party]?.sort { pool[$0].id.utf8.lexicographicallyPrecedes(pool[$1].id.utf8) }
        }
        for (index, candidate) in pool.enumerated() {
            guard candidate.guest == nil, let party = candidate.party, let members = parties[party], members.count > 1
            else {
                if reasons[index] == nil { units.append([index]) }
                continue
            }
            guard members[0] == index else { continue }
            let out = members.filter { reasons[$0] != nil }
            if out.isEmpty {
                units.append(members)
                continue
            }
            if out.count < members.count {
                warnings.append(StaffWording.partyIncomplete(party: party, ids: out.map { pool[$0].id }))
            }
            for member in members where reasons[member] == nil {
                reasons[member] = ReasonWording.reason(.party)
                outcomes[member] = .notSelected
            }
        }
    }
}

/// Hundredths of a point as people write them: `5500` is `55`, `5550` is `55.5`.
enum PointsText {
    static func text(_ hundredths: Int64) -> String {
        DecimalNumber(unscaled: hundredths, scale: 2)?.description ?? String(hundredths)
    }
}
