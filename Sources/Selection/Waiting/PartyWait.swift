public import FormModel

extension Promotion {
    /// Offers for the free seats, with the rule for parties: with `party: strict` a party that is only too large for the
    /// free places is waited for, and nobody after it is offered one; with `skip` it is passed over.
    public func offersInLine(
        waiting: [Candidate],
        participants: [Participant],
        freeSeats: Int? = nil
    ) throws(SelectionError) -> PromotionResult {
        let result = try offers(waiting: waiting, participants: participants, freeSeats: freeSeats)
        let held = participants.reduce(0) { $0 + $1.candidate.seats }
        let free = min(freeSeats ?? .max, max(0, rules.seats.maximum - held))
        guard rules.reserve.party == .strict, let place = firstTooLarge(waiting, result, free: free) else {
            return result
        }
        let members = waiting.filter { $0.party == waiting[place].party }
        let before = Array(waiting[..<place])
        var kept = PromotionResult(offers: [], passedOver: [], unmet: [])
        if !before.isEmpty { kept = try offers(waiting: before, participants: participants, freeSeats: freeSeats) }
        kept.unmet = [
            StaffWording.partyWaits(
                ids: members.map(\.id),
                seats: members.reduce(0) { $0 + $1.seats },
                free: free
            )
        ]
        return kept
    }

    /// Where the first party stands that was passed over for want of places alone.
    private func firstTooLarge(_ waiting: [Candidate], _ result: PromotionResult, free: Int) -> Int? {
        let passed = Set(result.passedOver.filter { $0.reason.code == ReasonCode.party.rawValue }.map(\.id))
        return waiting.firstIndex { candidate in
            guard passed.contains(candidate.id), let party = candidate.party else { return false }
            return waiting.filter { $0.party == party }.reduce(0) { $0 + $1.seats } > free
        }
    }
}
