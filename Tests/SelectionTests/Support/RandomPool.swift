import FormModel

/// A small pool with rules of every kind, made from a number.
struct RandomPool {
    var candidates: [Candidate] = []
    var kept: [Candidate] = []
    var rules: SelectionRules

    init(seed: Int, people: Int = 8) {
        var random = SplitMix(seed: seed)
        rules = SelectionRules(seats: SeatRange(1 + random.below(5)), method: random.chance(50) ? .fcfs : .ranking)
        let count = 1 + random.below(people)
        let hasParties = random.chance(25)
        let hasDelegates = random.chance(25)
        for index in 0..<count {
            var candidate = Self.candidate("p\(index)", &random)
            if hasParties, random.chance(40) { candidate.party = "party\(random.below(3))" }
            if hasDelegates, random.chance(40) { candidate.seats = 2 }
            if random.chance(5) { candidate.guaranteed = "speaker" }
            candidates.append(candidate)
        }
        if random.chance(30) {
            for index in 0...random.below(2) { kept.append(Self.candidate("k\(index)", &random)) }
            rules.seats = SeatRange(rules.seats.maximum + kept.count)
        }
        for index in 0..<random.below(5) { rules.quotas.append(Self.quota("q\(index)", &random)) }
    }

    private static func candidate(_ id: String, _ random: inout SplitMix) -> Candidate {
        var attributes: [String: String] = ["gender": random.chance(50) ? "f" : "m"]
        let country = random.below(4)
        if country < 3 { attributes["country"] = ["UA", "PL", "BY"][country] }
        attributes["age"] = String(15 + random.below(50))
        return Candidate(
            id: id,
            submittedAt: Int64(random.below(6)),
            score: random.chance(90) ? Int64(random.below(5) * 100 - 100) : nil,
            organisation: random.chance(60) ? "org\(random.below(3))" : nil,
            address: random.chance(30) ? "street\(random.below(2))" : nil,
            attributes: attributes
        )
    }

    private static func bounds(_ random: inout SplitMix) -> Quota.Bounds {
        func bound(_ random: inout SplitMix, _ most: Int) -> Quota.Bound {
            random.chance(25) ? .share(basisPoints: random.below(21) * 500) : .count(random.below(most))
        }
        var bounds = Quota.Bounds()
        if random.chance(50) { bounds.minimum = bound(&random, 3) }
        if bounds.minimum == nil || random.chance(50) { bounds.maximum = bound(&random, 4) }
        if case .count(let low) = bounds.minimum, case .count(let high) = bounds.maximum, low > high {
            bounds.maximum = .count(low)
        }
        return bounds
    }

    private static func quota(_ id: String, _ random: inout SplitMix) -> Quota {
        let isSoft = random.chance(20)
        let base: Quota.Base = random.chance(20) ? .filled : .seats
        switch random.below(6) {
        case 0:
            return Quota(id: id, subject: .attributes(["organisation"]), each: Quota.Bounds(maximum: .count(1)))
        case 1:
            return Quota(id: id, subject: .attributes(["address"]), each: Quota.Bounds(maximum: .count(1)))
        case 2:
            return Quota(
                id: id,
                subject: .condition("age >= 30"),
                bounds: bounds(&random),
                base: base,
                isSoft: isSoft,
                order: random.below(2)
            )
        case 3:
            let values = ["UA+f", "PL+m", "unknown+f"].filter { _ in random.chance(60) }
            return Quota(
                id: id,
                subject: .attributes(["country", "gender"]),
                values: (values.isEmpty ? ["BY+f"] : values).map { .init(value: $0, bounds: bounds(&random)) },
                isSoft: isSoft,
                order: random.below(2)
            )
        case 4:
            return Quota(
                id: id,
                subject: .attributes(["gender"]),
                values: [.init(value: "f", bounds: bounds(&random))],
                each: bounds(&random),
                base: base,
                isSoft: isSoft,
                order: random.below(2)
            )
        default:
            let values = ["UA", "PL", "unknown"].filter { _ in random.chance(60) }
            return Quota(
                id: id,
                subject: .attributes(["country"]),
                values: (values.isEmpty ? ["BY"] : values).map { .init(value: $0, bounds: bounds(&random)) },
                base: base,
                isSoft: isSoft,
                order: random.below(2)
            )
        }
    }
}
