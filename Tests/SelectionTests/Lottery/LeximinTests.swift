import FormModel
import Testing

@testable import Selection

@Suite struct LeximinTests {
    private static func model(_ number: Int) -> (LotteryModel, SelectionProblem)? {
        let pool = RandomPool(seed: number, people: 9)
        guard let compiled = try? CompiledRules(pool.rules, context: SelectionContext()) else { return nil }
        let problem = ProblemBuilder.problem(
            compiled,
            pool: pool.candidates,
            units: pool.candidates.indices.map { [$0] },
            kept: pool.kept.map { Participant($0) }
        )
        let caps = problem.rows.indices.filter { problem.rows[$0].kind == .cap }.map { Int32($0) }
        let types = TypeModel(problem, activeCaps: Set(caps))
        guard (try? StageOptima.settle(types, fillsFirst: problem.fillsFirst)) != nil else { return nil }
        return (LotteryModel(types), problem)
    }

    /// Every valid list as counts per column, misses of soft rules filled in as small as can be.
    private static func allLists(_ model: LotteryModel) -> [[Int]] {
        var lists: [[Int]] = [[]]
        for column in 0..<model.columnCount {
            let most = min(model.program.upper[column], model.supply[column] == 0 ? 12 : model.supply[column])
            lists = lists.flatMap { list in
                (model.program.lower[column]...max(most, model.program.lower[column])).map { list + [$0] }
            }
            if lists.count > 200_000 { return [] }
        }
        return lists.filter { model.program.isValid($0) }
    }

    /// The leximin over all lists by one linear program a level: no pricing, no types, no peeling.
    private static func expectedChances(_ model: LotteryModel, _ lists: [[Int]]) -> [Double] {
        var level: [Int: Double] = [:]
        while level.count < model.typeColumns.count {
            func best(raising only: Int?) -> Double {
                var columns: [[(row: Int, value: Double)]] = [[]]
                for (row, column) in model.typeColumns.enumerated()
                where level[column] == nil && (only == nil || only == column) { columns[0].append((1 + row, -1)) }
                for list in lists {
                    var entries: [(row: Int, value: Double)] = [(0, 1)]
                    for (row, column) in model.typeColumns.enumerated() where list[column] > 0 {
                        entries.append((1 + row, Double(list[column]) / Double(model.supply[column])))
                    }
                    columns.append(entries)
                }
                let simplex = BoundedSimplex(rowCount: 1 + model.typeColumns.count, columns: columns)
                simplex.setRow(0, 1, 1)
                for (row, column) in model.typeColumns.enumerated() {
                    let floor = level[column] ?? (only == nil || only == column ? 0 : current)
                    simplex.setRow(1 + row, max(0, floor - 1e-7), .infinity)
                }
                simplex.upper[0] = 1
                simplex.cost[0] = -1
                for list in lists.indices { simplex.upper[1 + list] = .infinity }
                #expect(simplex.minimisePrimal() == .optimal)
                return simplex.value[0]
            }
            var current = 0.0
            current = best(raising: nil)
            // Whoever cannot be raised above the level while the others keep it is settled at it.
            for column in model.typeColumns where level[column] == nil && best(raising: column) < current + 1e-5 {
                level[column] = current
            }
        }
        return model.typeColumns.map { level[$0] ?? 0 }
    }

    @Test(arguments: PoolBlocks.of(10, usual: 200)) func chancesEqualThoseOverEveryList(block: Int) throws {
        for number in (block * 10)..<(block * 10 + 10) {
            guard let (model, _) = Self.model(600_000 + number) else { continue }
            let lists = Self.allLists(model)
            guard !lists.isEmpty, lists.count < 400 else { continue }
            guard let lottery = try? LeximinLottery.make(model) else {
                Issue.record("pool \(600_000 + number)")
                continue
            }
            let shares = lottery.shares(model)
            for entry in lottery.entries { #expect(model.program.isValid(entry.list)) }
            let expected = Self.expectedChances(model, lists)
            for (column, chance) in zip(model.typeColumns, expected) {
                let own = Double(shares[column]) / Double(lottery.tickets * model.supply[column])
                #expect(abs(own - chance) < 1e-4, "pool \(600_000 + number), column \(column): \(own), \(chance)")
            }
            if let bound = lottery.certificate.bound(model), !lottery.certificate.weights.isEmpty {
                #expect((expected.min() ?? 1) <= bound.value + 1e-6, "pool \(600_000 + number)")
            }
        }
    }

    @Test func everybodyOfATypeHasTheSameChanceAndTheDrawGivesIt() throws {
        let pool = (0..<12).map { Candidate(id: "p\($0)", attributes: ["g": $0 < 9 ? "a" : "b"]) }
        let rules = SelectionRules(
            seats: SeatRange(4),
            method: .lottery,
            fairness: .leximin,
            quotas: [
                Quota(
                    id: "g",
                    subject: .attributes(["g"]),
                    values: [.init(value: "b", bounds: .init(minimum: .count(2), maximum: .count(2)))]
                )
            ]
        )
        let selector = Selector(rules: rules)
        let commitment = try selector.commit(pool: pool)
        var wins: [String: Int] = [:]
        for round in 0..<600 {
            let result = try selector.run(pool: pool, seed: Seed(text: "\(round)"), commitment: commitment)
            for decision in result.decisions where decision.outcome == .selected { wins[decision.id, default: 0] += 1 }
            #expect(result.decisions.filter { $0.outcome == .selected }.count == 4)
            #expect(result.warnings.isEmpty)
        }
        // 600 draws: a chance of 2/9 gives 133, of 2/3 gives 400; six standard deviations are 61 and 69.
        for number in 0..<12 {
            let expected = number < 9 ? 133 : 400
            #expect(abs((wins["p\(number)"] ?? 0) - expected) < 70)
        }
    }

    /// Two places for seven people are two sevenths each, and not a rounding of it.
    @Test func smallestChanceIsTheFractionItself() throws {
        let pool = (0..<9).map { Candidate(id: "p\($0)", attributes: ["g": $0 < 7 ? "a" : "b"]) }
        let bounds = Quota.Bounds(maximum: .count(2))
        let rules = SelectionRules(
            seats: SeatRange(3),
            method: .lottery,
            fairness: .leximin,
            quotas: [Quota(id: "g", subject: .attributes(["g"]), values: [.init(value: "a", bounds: bounds)])]
        )
        let lottery = try #require(try Selector(rules: rules).commit(pool: pool).json["lottery"])
        #expect(lottery["tickets"]?.integer == 999_999)
        #expect(lottery["isBoundAttained"]?.flag == true)
        let result = try Selector(rules: rules).run(pool: pool, seed: Seed(text: "s"))
        #expect(Set(result.decisions.compactMap(\.chance)) == [2.0 / 7, 1.0 / 2])
    }

    private static let denominators: [([Double], Double)] = [
        ([0.5, 0.25, 1.0 / 3], 12), ([2.0 / 7, 0, 1], 7), ([22.0 / 189, 5.0 / 72], 1_512), ([3, 4], 1),
    ]

    @Test(arguments: denominators) func denominatorsAreFound(numbers: [Double], expected: Double) {
        #expect(CommonDenominator.of(numbers, limit: 1e9, tolerance: 1e-11) == expected)
    }

    @Test func numbersWithoutAShortFractionHaveNoDenominator() {
        #expect(CommonDenominator.of([Double(2).squareRoot()], limit: 1_000, tolerance: 1e-11) == nil)
        #expect(WholeFraction(6, 9)?.denominator == 3)
        #expect(WholeFraction(2, 7)?.ceiling(of: 10) == 3)
        #expect(WholeFraction(0, 7) == nil)
    }

    @Test func withoutACommitmentItIsARehearsal() throws {
        let rules = SelectionRules(seats: SeatRange(1), method: .lottery, fairness: .leximin)
        let pool = [Candidate(id: "a"), Candidate(id: "b")]
        let result = try Selector(rules: rules).run(pool: pool, seed: Seed(text: "x"))
        #expect(result.warnings.map(\.code) == [.rehearsal])
        #expect(result.decisions.map(\.chance) == [0.5, 0.5])
        #expect(throws: SelectionError(.seedMissing, subject: "draw")) { try Selector(rules: rules).run(pool: pool) }
    }

    @Test func commitmentOfAnotherPoolIsRefused() throws {
        let rules = SelectionRules(seats: SeatRange(1), method: .lottery, fairness: .leximin)
        let commitment = try Selector(rules: rules).commit(pool: [Candidate(id: "a")])
        let error = #expect(throws: SelectionError.self) {
            try Selector(rules: rules).run(pool: [Candidate(id: "b")], seed: Seed(text: "x"), commitment: commitment)
        }
        #expect(error == SelectionError(.commitmentDiffers, subject: "poolHash"))
        #expect(Commitment(bytes: commitment.bytes) == commitment)
        #expect(Commitment(bytes: Array("{}".utf8)) == nil)
        let read = try #require(Commitment(bytes: commitment.bytes))
        let result = try Selector(rules: rules).run(
            pool: [Candidate(id: "a")],
            seed: Seed(text: "x"),
            commitment: read
        )
        #expect(result.decisions.map(\.outcome) == [.selected])
    }

    @Test func orderLotteryKeepsQuotasAndVerifies() throws {
        let pool = RandomPool(seed: 13).candidates.map { candidate in
            var plain = candidate
            plain.party = nil
            return plain
        }
        let rules = SelectionRules(seats: SeatRange(2), method: .lottery)
        let selector = Selector(rules: rules)
        let commitment = try selector.commit(pool: pool)
        let result = try selector.run(pool: pool, seed: Seed(text: "x"), commitment: commitment)
        #expect(RecordVerifier.verify(result.record.bytes).isEmpty)
        #expect(RecordVerifier.verify(result.record.bytes, pool: pool).isEmpty)
        let other = try selector.run(pool: pool, seed: Seed(text: "x"))
        #expect(other.record.bytes != result.record.bytes)
    }

    /// A ticket is an unbiased remainder of the first number below the largest multiple.
    @Test func ticketsCoverTheWholeRange() {
        var hit: Set<Int> = []
        for seed in 0..<200 { hit.insert(TicketDraw.ticket(of: 10, seed: Seed(text: "s\(seed)"))) }
        #expect(hit == Set(0..<10))
    }
}
