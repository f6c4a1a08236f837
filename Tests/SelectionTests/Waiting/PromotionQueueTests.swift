import FormModel
import Testing

@testable import Selection

/// A prepared waiting list against the general way, one event after another.
@Suite struct PromotionQueueTests {
    @Test(arguments: 0..<20) func promotesLikeTheGeneralWay(block: Int) throws {
        var offered = 0
        for number in (block * 20)..<(block * 20 + 20) {
            let pool = RandomPool(seed: 300_000 + number, people: 14)
            guard RuleCheck.faults(of: pool.rules).isEmpty else { continue }
            var waiting = pool.candidates
            var participants = pool.kept.map { Participant($0) }
            var queue = try PromotionQueue(rules: pool.rules, waiting: waiting, participants: participants)
            var random = SplitMix(seed: number)
            for _ in 0..<8 {
                if !participants.isEmpty, random.chance(40) {
                    let leaver = participants.remove(at: random.below(participants.count)).candidate.id
                    let isReleased = queue.release(leaver)
                    #expect(isReleased)
                }
                if !waiting.isEmpty, random.chance(20) {
                    let index = random.below(waiting.count)
                    // A party of which one leaves is not the same party any more; its members stay in this test.
                    if waiting[index].party == nil {
                        let isWithdrawn = queue.withdraw(waiting.remove(at: index).id)
                        #expect(isWithdrawn)
                    }
                }
                let expected = try Promotion(rules: pool.rules)
                    .next(waiting: waiting, participants: participants, freeSeats: 1)
                let result = try queue.promote()
                #expect(result.offers == expected.offers, "pool \(300_000 + number)")
                let ids = Set(result.offers.flatMap(\.ids))
                offered += ids.count
                let taken = waiting.filter { ids.contains($0.id) }
                participants += taken.map { Participant($0, session: result.offers.first?.session) }
                waiting.removeAll { ids.contains($0.id) }
            }
        }
        #expect(offered > 20)
    }

    @Test func strangersChangeNothing() throws {
        let rules = SelectionRules(seats: SeatRange(1), method: .fcfs)
        var queue = try PromotionQueue(rules: rules, waiting: [Candidate(id: "a")], participants: [])
        let heldNone = queue.release("a")
        let isStranger = queue.withdraw("x")
        #expect(!heldNone && !isStranger)
        let first = try queue.promote()
        #expect(first.offers.map(\.ids) == [["a"]])
        let full = try queue.promote()
        #expect(full.offers.isEmpty)
        let isReleased = queue.release("a")
        #expect(isReleased)
        let nobody = try queue.promote()
        #expect(nobody.offers.isEmpty)
    }
}
