import FormModel
import Testing

@testable import Selection

/// Equal chances where people can get one of several sessions.
@Suite struct SessionLotteryTests {
    private static func lottery(_ sessions: [SelectionSession], seats: Int, quotas: [Quota] = []) -> SelectionRules {
        SelectionRules(
            seats: SeatRange(minimum: 0, maximum: seats),
            method: .lottery,
            fairness: .leximin,
            quotas: quotas,
            sessions: sessions,
            wishes: WishRules(ranked: 3)
        )
    }

    private static func sessions(_ seats: [Int]) -> [SelectionSession] {
        zip(["a", "b", "c"], seats).map { SelectionSession(id: $0, seats: SeatRange(minimum: 0, maximum: $1)) }
    }

    @Test func chanceIsThatOfAnyPlaceAndFirstWishesComeFirst() throws {
        let rules = Self.lottery(Self.sessions([1, 1]), seats: 2)
        let pool = (0..<3).map { Candidate(id: "p\($0)", wishes: $0 == 2 ? ["b"] : ["a", "b"]) }
        let selector = Selector(rules: rules)
        let commitment = try selector.commit(pool: pool)
        var seen: Set<[String]> = []
        for round in 0..<40 {
            let result = try selector.run(pool: pool, seed: Seed(text: "\(round)"), commitment: commitment)
            // Two places for three people who can all get one of them.
            for decision in result.decisions { #expect(abs((decision.chance ?? 0) - 2.0 / 3) < 2e-6) }
            let places = result.decisions.filter { $0.outcome == .selected }
            #expect(Set(places.map(\.session)) == ["a", "b"])
            seen.insert(places.map { "\($0.id)\($0.session ?? "")" }.sorted())
            #expect(RecordVerifier.verify(result.record.bytes) == [])
            #expect(RecordVerifier.verify(result.record.bytes, pool: pool) == [])
        }
        // Nobody is moved to a later wish where it serves no chance: p2 can only have b.
        #expect(seen.count >= 3)
    }

    /// What the columns with their moves allow is what giving every person an option allows, by trying everything.
    @Test(arguments: 0..<12) func movesAllowWhatPeopleCanGet(block: Int) throws {
        for number in (block * 10)..<(block * 10 + 10) {
            var random = SplitMix(seed: 970_000 + number)
            var sessions = Self.sessions((0..<3).map { _ in 1 + random.below(2) })
            if random.chance(40) {
                sessions[0].quotas = [
                    Quota(
                        id: "v",
                        subject: .attributes(["v"]),
                        values: [.init(value: "1", bounds: .init(maximum: .count(1)))]
                    )
                ]
            }
            var quotas: [Quota] = []
            if random.chance(50) {
                let bounds = Quota.Bounds(minimum: .count(random.below(2)), maximum: .count(1 + random.below(2)))
                quotas = [Quota(id: "w", subject: .attributes(["v"]), values: [.init(value: "1", bounds: bounds)])]
            }
            let rules = Self.lottery(sessions, seats: 1 + random.below(4), quotas: quotas)
            guard RuleCheck.faults(of: rules).isEmpty else { continue }
            let pool = (0..<(1 + random.below(5))).map { index in
                let order = DeferredAcceptanceTests.Market.shuffled(3, &random).map { ["a", "b", "c"][$0] }
                return Candidate(
                    id: "p\(index)",
                    attributes: ["v": String(random.below(2))],
                    wishes: Array(order.prefix(1 + random.below(3)))
                )
            }
            try compare(pool, rules, "market \(970_000 + number)")
        }
    }

    private func compare(_ pool: [Candidate], _ rules: SelectionRules, _ name: String) throws {
        let compiled = try CompiledRules(rules, context: SelectionContext())
        let problem = ProblemBuilder.problem(compiled, pool: pool, units: pool.indices.map { [$0] }, kept: [])
        let types = TypeModel(problem, activeCaps: [])
        guard (try? StageOptima.settle(types, fillsFirst: problem.fillsFirst)) != nil else { return }
        let model = LotteryModel(types)
        let possible = Self.takenByTrying(problem, model)
        let lottery = try LeximinLottery.make(model)
        for entry in lottery.entries {
            #expect(possible.contains(model.typeColumns.map { entry.list[$0] }), "\(name)")
        }
        let expected = Self.smallestChance(possible, model)
        let shares = lottery.shares(model)
        let least = model.typeColumns.map { Double(shares[$0]) / Double(lottery.tickets * model.supply[$0]) }.min() ?? 1
        #expect(abs(least - expected) < 1e-6, "\(name): \(least), \(expected)")
        let selector = Selector(rules: rules)
        let result = try selector.run(pool: pool, seed: Seed(text: "s"), commitment: try selector.commit(pool: pool))
        #expect(RecordVerifier.verify(result.record.bytes) == [], "\(name)")
        #expect(RecordVerifier.verify(result.record.bytes, pool: pool) == [], "\(name)")
        for decision in result.decisions where decision.outcome == .selected {
            let wishes = pool.first { $0.id == decision.id }?.wishes ?? []
            #expect(decision.session.map(wishes.contains) == true, "\(name)")
        }
    }

    /// How many of each type valid lists take, found by giving every person every option.
    private static func takenByTrying(_ problem: SelectionProblem, _ model: LotteryModel) -> Set<[Int]> {
        var all: [[Int]] = [[]]
        for item in problem.items {
            let count = problem.types[item.type].options.count
            all = all.flatMap { made in (-1..<count).map { made + [$0] } }
        }
        var taken: Set<[Int]> = []
        for options in all {
            var have = [Int](repeating: 0, count: problem.rows.count)
            var counts = [Int](repeating: 0, count: model.columnCount)
            for (item, option) in zip(problem.items.indices, options) where option >= 0 {
                counts[model.columnOfItem[item]] += 1
                for use in problem.types[problem.items[item].type].options[option].uses {
                    have[Int(use.row)] += Int(use.count)
                }
            }
            let isValid = problem.rows.indices.allSatisfy {
                have[$0] >= problem.rows[$0].lower && have[$0] <= problem.rows[$0].upper
            }
            if isValid { taken.insert(model.typeColumns.map { counts[$0] }) }
        }
        return taken
    }

    private static func smallestChance(_ lists: Set<[Int]>, _ model: LotteryModel) -> Double {
        var columns: [[(row: Int, value: Double)]] = [model.typeColumns.indices.map { (1 + $0, -1) }]
        let sorted = lists.sorted { $0.lexicographicallyPrecedes($1) }
        for list in sorted {
            var entries: [(row: Int, value: Double)] = [(0, 1)]
            for (row, column) in model.typeColumns.enumerated() where list[row] > 0 {
                entries.append((1 + row, Double(list[row]) / Double(model.supply[column])))
            }
            columns.append(entries)
        }
        let simplex = BoundedSimplex(rowCount: 1 + model.typeColumns.count, columns: columns)
        simplex.setRow(0, 1, 1)
        for row in model.typeColumns.indices { simplex.setRow(1 + row, 0, .infinity) }
        simplex.upper[0] = 1
        simplex.cost[0] = -1
        for list in sorted.indices { simplex.upper[1 + list] = .infinity }
        #expect(simplex.minimisePrimal() == .optimal)
        return simplex.value[0]
    }
}
