import FormModel

/// Puts applications in the order of the method; the last word always has the seeded number.
struct ApplicantOrder {
    /// What one member is compared by.
    private struct Key {
        var score: Score?
        var submitted: Int64
        var sequence: Int64
        var criteria: [Score?]
    }

    let keys: [TieKey]
    let scoring: Scoring
    let seed: Seed?
    let purpose: LotteryNumber.Purpose
    private let criteria: [String]

    init(rules: SelectionRules, seed: Seed?) {
        scoring = Scoring(rules: rules.ranking ?? RankingRules())
        self.seed = seed
        var keys: [TieKey] = []
        switch rules.method {
        case .lottery: purpose = .order
        case .fcfs:
            purpose = .tie
            keys = [.submitted]
        case .ranking:
            purpose = .tie
            keys = [.score]
        case .curated: purpose = .tie
        }
        if rules.method != .lottery {
            for name in rules.ties {
                if let key = TieKey(name), key != .lottery, !keys.contains(key) { keys.append(key) }
            }
            if rules.method == .curated, keys.isEmpty { keys = [.submitted] }
        }
        self.keys = keys
        criteria = keys.compactMap { if case .criterion(let name) = $0 { name } else { nil } }
    }

    /// The units in order. A party stands where the last of its members would stand.
    ///
    /// Throws `seedMissing` when applications are equal in everything and there is no seed to draw lots by.
    func ordered(_ units: [[Int]], pool: [Candidate]) throws(SelectionError) -> [Int] {
        if keys.isEmpty, units.count > 1, seed == nil { throw SelectionError(.seedMissing, subject: "order") }
        let keysOfUnits = units.map { unit in
            unit.map { key(of: pool[$0]) }.reduce(nil as Key?) { worst, key in
                worst.map { precedes($0, key) == true ? key : $0 } ?? key
            }
        }
        // Numbers are only needed where everything else is equal; drawing all of them is cheap enough for small pools.
        let numbers = seed.map { seed in units.map { number(of: $0, pool: pool, seed: seed) } }
        var isTied = false
        let order = units.indices.sorted { left, right in
            if let first = keysOfUnits[left], let second = keysOfUnits[right], let decided = precedes(first, second) {
                return decided
            }
            guard let numbers else {
                if left != right { isTied = true }
                return left < right
            }
            return numbers[left].lexicographicallyPrecedes(numbers[right])
        }
        if isTied { throw SelectionError(.seedMissing, subject: "tie") }
        return order
    }

    private func number(of unit: [Int], pool: [Candidate], seed: Seed) -> [UInt8] {
        if unit.count > 1, let party = pool[unit[0]].party {
            return LotteryNumber.number(of: "party:" + party, for: purpose, seed: seed)
        }
        return LotteryNumber.number(of: pool[unit[0]].id, for: purpose, seed: seed)
    }

    private func key(of candidate: Candidate) -> Key {
        var score: Score?
        if keys.contains(.score), case .score(let own) = scoring.outcome(of: candidate) { score = own }
        return Key(
            score: score,
            submitted: candidate.submittedAt ?? .max,
            sequence: candidate.sequence ?? .max,
            criteria: criteria.map { scoring.score(of: candidate, criterion: $0) }
        )
    }

    /// Nil when nothing but the lot tells the two apart.
    private func precedes(_ left: Key, _ right: Key) -> Bool? {
        var criterion = 0
        for key in keys {
            switch key {
            case .score:
                if let decided = higherFirst(left.score, right.score) { return decided }
            case .submitted:
                if left.submitted != right.submitted { return left.submitted < right.submitted }
                if left.sequence != right.sequence { return left.sequence < right.sequence }
            case .criterion:
                if let decided = higherFirst(left.criteria[criterion], right.criteria[criterion]) { return decided }
                criterion += 1
            case .lottery: return nil
            }
        }
        return nil
    }

    /// Whoever has no score comes after everybody who has one.
    private func higherFirst(_ left: Score?, _ right: Score?) -> Bool? {
        switch (left, right) {
        case (nil, nil): nil
        case (nil, _): false
        case (_, nil): true
        case (let left?, let right?): left == right ? nil : left > right
        }
    }
}
