import FormModel
import Foundation
import Testing

@testable import Selection

/// The list of every method against trying every list there is.
@Suite struct BestListTests {
    /// Units in the order of the rules, by a comparison written for the test alone.
    static func orderedUnits(_ pool: RandomPool, _ seed: Seed) -> [[Candidate]] {
        var units: [[Candidate]] = []
        var parties: [String: [Candidate]] = [:]
        for candidate in pool.candidates {
            if let party = candidate.party { parties[party, default: []].append(candidate) }
        }
        for candidate in pool.candidates {
            guard let party = candidate.party, let members = parties[party], members.count > 1 else {
                units.append([candidate])
                continue
            }
            if members[0].id == candidate.id { units.append(members) }
        }
        func key(_ unit: [Candidate]) -> Int64 {
            unit.map { pool.rules.method == .fcfs ? $0.submittedAt ?? .max : -($0.score ?? .min + 1) }.max() ?? 0
        }
        func number(_ unit: [Candidate]) -> [UInt8] {
            let id = unit.count > 1 ? "party:" + (unit[0].party ?? "") : unit[0].id
            return LotteryNumber.number(of: id, for: .tie, seed: seed)
        }
        return units.sorted { left, right in
            if key(left) != key(right) { return key(left) < key(right) }
            return number(left).lexicographicallyPrecedes(number(right))
        }
    }

    /// Pools are numbered from 0, and the number is the seed.
    static let runs = PoolBlocks.of(50, usual: 2_000)

    /// Nil for faulty rules: a share of few seats can put a minimum above its maximum, which the check refuses.
    static func result(_ pool: RandomPool, _ seed: Seed) throws(SelectionError) -> SelectionResult? {
        guard RuleCheck.faults(of: pool.rules).isEmpty else { return nil }
        return try Selector(rules: pool.rules)
            .run(pool: pool.candidates, seed: seed, kept: pool.kept.map { Participant($0) })
    }

    /// Cases of 50 pools each.
    @Test(arguments: runs) func everyListTriedGivesTheSameList(block: Int) throws {
        let seed = Seed(text: "seed")
        for number in (block * 50)..<(block * 50 + 50) {
            let pool = RandomPool(seed: number)
            let units = Self.orderedUnits(pool, seed)
            let oracle = RuleOracle(rules: pool.rules, pool: pool.candidates, kept: pool.kept)
            let expected = oracle.best(units: units)
            guard let result = try Self.result(pool, seed) else { continue }
            #expect(result.isDecided == (expected != nil), "pool \(number)")
            guard let expected else { continue }
            let chosen = Set(result.decisions.filter { $0.outcome == .selected }.map(\.id))
            let wanted = Set(zip(units, expected).filter(\.1).flatMap { $0.0.map(\.id) })
            #expect(chosen == wanted, "pool \(number)")
            #expect(result.decisions.count == pool.candidates.count, "pool \(number)")
        }
    }

    /// Counting alone and the exact search agree wherever counting decides.
    @Test(arguments: 0..<20) func countingAgreesWithTheExactSearch(block: Int) throws {
        for number in (block * 50)..<(block * 50 + 50) {
            let pool = RandomPool(seed: 100_000 + number, people: 14)
            guard let compiled = try? CompiledRules(pool.rules, context: SelectionContext()) else { continue }
            let problem = ProblemBuilder.problem(
                compiled,
                pool: pool.candidates,
                units: pool.candidates.indices.map { [$0] },
                kept: pool.kept.map { Participant($0) }
            )
            let order = BestList.walkOrder(problem)
            var scan = OrderScan(problem)
            guard let counted = scan.run(order: order) else { continue }
            let exact = try WitnessSearch.list(problem, order: order)
            #expect(counted.option == exact.option, "pool \(100_000 + number)")
        }
    }
}
