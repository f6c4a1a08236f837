import FormModel

/// Refuses pools no selection can be made of.
enum PoolCheck {
    /// Most seats one application may take.
    static let seatsOfOneMax = 10_000

    static func check(_ pool: [Candidate], kept: [Participant]) throws(SelectionError) {
        guard pool.count + kept.count <= Selector.poolMax else {
            throw SelectionError(.poolTooLarge, subject: String(pool.count + kept.count))
        }
        var seen: Set<String> = []
        seen.reserveCapacity(pool.count + kept.count)
        for candidate in pool { try check(candidate, &seen) }
        for participant in kept { try check(participant.candidate, &seen) }
    }

    private static func check(_ candidate: Candidate, _ seen: inout Set<String>) throws(SelectionError) {
        if candidate.id.isEmpty { throw SelectionError(.idEmpty) }
        if !seen.insert(candidate.id).inserted { throw SelectionError(.idDuplicate, subject: candidate.id) }
        guard (1...seatsOfOneMax).contains(candidate.seats),
            candidate.score.map({ $0.magnitude <= Scoring.pointsMax.magnitude }) ?? true,
            candidate.reviews.allSatisfy({ $0.points.magnitude <= Scoring.pointsMax.magnitude })
        else { throw SelectionError(.candidateInvalid, subject: candidate.id) }
    }
}
