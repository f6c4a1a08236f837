import FormModel
import Testing

@testable import Selection

/// The way of large pools decides like the general way, person by person and word by word.
@Suite struct ColumnRunTests {
    /// A pool without parties and expressions, with ties, missing values, unusual texts and bounds that bite.
    static func pool(_ number: Int, people: Int) -> ([Candidate], SelectionRules) {
        var random = SplitMix(seed: number)
        let names = ["a", "b", "żółw", "a value longer than fifteen bytes", ""]
        var pool: [Candidate] = []
        for index in 0..<(1 + random.below(people)) {
            var candidate = Candidate(id: random.chance(80) ? "p\(index)" : "person number \(index) of many")
            if random.chance(90) { candidate.submittedAt = Int64(random.below(12)) }
            if random.chance(50) { candidate.sequence = Int64(random.below(4)) }
            if random.chance(80) { candidate.score = Int64(random.below(9) * 50 - 100) }
            if random.chance(60) { candidate.organisation = "org\(random.below(5))" }
            if random.chance(40) { candidate.address = names[random.below(5)] }
            if random.chance(5) { candidate.guaranteed = "speaker" }
            if random.chance(10) { candidate.seats = 2 }
            for name in ["x", "y", "z"] where random.chance(85) {
                candidate.attributes[name] = names[random.below(5)]
            }
            pool.append(candidate)
        }
        let methods: [SelectionRules.Method] = [.fcfs, .ranking, .lottery]
        var rules = SelectionRules(seats: SeatRange(1 + random.below(people / 2)), method: methods[random.below(3)])
        if random.chance(30) { rules.ties = ["score"] }
        if random.chance(30) { rules.reserve.size = random.below(6) }
        for (index, name) in ["x", "y", "z"].enumerated() where random.chance(60) {
            let isCrossing = random.chance(25)
            var quota = Quota(id: "q\(index)", subject: .attributes(isCrossing ? ["x", "y"] : [name]))
            for value in ["a", "b", "żółw", "unknown"] where random.chance(50) {
                var bounds = Quota.Bounds()
                if random.chance(40) { bounds.minimum = .count(random.below(4)) }
                if random.chance(60) { bounds.maximum = .count(2 + random.below(6)) }
                quota.values.append(.init(value: isCrossing ? value + "+b" : value, bounds: bounds))
            }
            quota.isSoft = random.chance(10)
            quota.isSensitive = random.chance(20)
            if random.chance(10) { quota.base = .filled }
            rules.quotas.append(quota)
        }
        if random.chance(50) {
            rules.quotas.append(
                Quota(
                    id: "org",
                    subject: .attributes(["organisation"]),
                    each: .init(maximum: .count(1 + random.below(3)))
                )
            )
        }
        if random.chance(30) {
            rules.quotas.append(Quota(id: "home", subject: .attributes(["address"]), each: .init(maximum: .count(2))))
        }
        return (pool, rules)
    }

    private static func general(_ rules: SelectionRules, _ pool: [Candidate]) throws -> SelectionResult {
        let compiled = try CompiledRules(rules, context: SelectionContext())
        let draw = DrawOrder(commitment: nil, origin: nil, rules: rules)
        return try Selector(rules: rules).runGenerally(compiled, pool, Seed(text: "s"), [], [], draw)
    }

    /// The rows that are hashed are canonical, and the hash is the one anybody can compute from them.
    @Test func poolIsHashedAsItIsWritten() {
        for number in 0..<40 {
            let random = RandomPool(seed: 960_000 + number)
            var (pool, _) = Self.pool(number, people: 30)
            pool += random.candidates.map { candidate in
                var other = candidate
                other.id += "x"
                other.wishes = ["b", "a"]
                other.attributes["ź\"\\\u{1}"] = "\u{10000}"
                other.attributes["\u{fffd}"] = ""
                other.reviews = [.init(reviewer: "r", criterion: "c", points: -5)]
                return other
            }
            for candidate in pool {
                var row = CanonicalText()
                PoolDigest.write(candidate, to: &row)
                #expect(CanonicalJSON.bytes(of: PoolDigest.json(of: candidate)) == row.bytes)
            }
            let leaves = pool.map { Digest.sha256Bytes(CanonicalJSON.bytes(of: PoolDigest.json(of: $0))) }
                .sorted { $0.lexicographicallyPrecedes($1) }
            #expect(PoolDigest.digest(pool) == Digest.sha256(leaves.flatMap { $0 }))
            #expect(PoolDigest.digest(pool.reversed()) == PoolDigest.digest(pool))
        }
    }

    @Test(arguments: 0..<20) func decidesLikeTheGeneralWay(block: Int) throws {
        var columnar = 0
        for number in (block * 100)..<(block * 100 + 100) {
            let (pool, rules) = Self.pool(number, people: block.isMultiple(of: 2) ? 12 : 60)
            guard RuleCheck.faults(of: rules).isEmpty else { continue }
            let selector = Selector(rules: rules)
            let fast = try selector.decide(pool: pool, seed: Seed(text: "s"))
            let general = try Self.general(rules, pool)
            #expect(fast == general.decisions, "pool \(number)")
            let whole = try selector.run(pool: pool, seed: Seed(text: "s"))
            #expect(whole.record.bytes == general.record.bytes, "pool \(number)")
            #expect(whole.decisions == general.decisions, "pool \(number)")
            #expect(whole.unmet == general.unmet && whole.warnings == general.warnings, "pool \(number)")
            if fast.isColumnar { columnar += 1 }
        }
        #expect(columnar > 20)
    }

    @Test func faultsAreSaidAsInTheGeneralWay() {
        let rules = SelectionRules(seats: SeatRange(1), method: .fcfs)
        let cases: [([Candidate], SelectionError.Code)] = [
            ([Candidate(id: "")], .idEmpty),
            ([Candidate(id: "a"), Candidate(id: "a")], .idDuplicate),
            // Composed and decomposed letters are the same text.
            ([Candidate(id: "\u{e9}"), Candidate(id: "e\u{301}")], .idDuplicate),
            ([Candidate(id: "a", seats: 0)], .candidateInvalid),
            ([Candidate(id: "a", score: .min)], .candidateInvalid),
            ([Candidate(id: "a", submittedAt: 1), Candidate(id: "b", submittedAt: 1)], .seedMissing),
        ]
        for (pool, code) in cases {
            #expect(throws: SelectionError.self) { try Selector(rules: rules).decide(pool: pool) }
            do throws(SelectionError) {
                _ = try Selector(rules: rules).decide(pool: pool)
            } catch {
                #expect(error.code == code)
            }
        }
    }

    @Test func nobodyAndOneAreDecidedAbout() throws {
        for method in [SelectionRules.Method.fcfs, .ranking, .lottery] {
            let selector = Selector(rules: SelectionRules(seats: SeatRange(2), method: method))
            #expect(try selector.decide(pool: [], seed: Seed(text: "s")).isEmpty)
            let one = try selector.decide(pool: [Candidate(id: "a", score: -500)], seed: Seed(text: "s"))
            #expect(one.map(\.outcome) == [.selected])
        }
    }

    /// Numbers in columns are those everybody can compute.
    @Test func seededNumbersAreTheSame() {
        let seed = Seed(text: "dice")
        let maker = NumberMaker(.tie, seed: seed)
        for id in ["", "a", "żółw", String(repeating: "long ", count: 40)] {
            #expect(Array(maker.number(of: id)) == LotteryNumber.number(of: id, for: .tie, seed: seed))
        }
    }

    @Test(arguments: [0, 1, 2, 1_999, 2_000, 5_000]) func keysAreSorted(count: Int) {
        var random = SplitMix(seed: count)
        let keys = (0..<count).map { _ in random.chance(50) ? random.next() : UInt64(random.below(50)) }
        let expected = keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
        #expect(KeySort.sorted(keys).map { Int($0.index) } == expected)
    }
}
