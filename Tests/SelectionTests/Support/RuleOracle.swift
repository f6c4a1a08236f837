import FormModel

/// Judges a list of people straight from the rules, one person after the other, without any of the room's own code.
struct RuleOracle {
    let rules: SelectionRules
    let pool: [Candidate]
    let kept: [Candidate]

    struct Verdict {
        var isValid = true
        var filled = 0
        var soft: [Int] = []
    }

    private var softOrder: [Int] {
        rules.quotas.indices.filter { rules.quotas[$0].isSoft }
            .sorted { (rules.quotas[$0].order, $0) < (rules.quotas[$1].order, $1) }
    }

    func verdict(_ chosen: [Candidate]) -> Verdict {
        var verdict = Verdict()
        let all = chosen + kept
        verdict.filled = all.reduce(0) { $0 + $1.seats }
        if verdict.filled > max(rules.seats.maximum, kept.reduce(0) { $0 + $1.seats }) { verdict.isValid = false }
        let misses = rules.quotas.map { self.misses($0, all) }
        for (quota, missed) in zip(rules.quotas, misses) where !quota.isSoft && missed > 0 { verdict.isValid = false }
        verdict.soft = softOrder.map { misses[$0] }
        return verdict
    }

    private func value(_ candidate: Candidate, _ name: String) -> String? {
        switch name {
        case "organisation": candidate.organisation
        case "address": candidate.address
        default: candidate.attributes[name] ?? "unknown"
        }
    }

    private func cell(_ candidate: Candidate, _ quota: Quota) -> String? {
        switch quota.subject {
        case .condition: return (candidate.attributes["age"].flatMap { Int($0) } ?? 0) >= 30 ? "" : nil
        case .attributes(let names):
            let values = names.map { value(candidate, $0) }
            return values.contains(nil) ? nil : values.map { $0 ?? "" }.joined(separator: "+")
        }
    }

    /// By how much the quota is missed, in places; shares of filled places in ten thousandths of one.
    private func misses(_ quota: Quota, _ all: [Candidate]) -> Int {
        var total = 0
        if case .condition = quota.subject { return missed(quota, "", quota.bounds, all) }
        for value in quota.values { total += missed(quota, value.value, value.bounds, all) }
        if let each = quota.each {
            let named = Set(quota.values.map(\.value))
            let occurring = Set((pool + kept).compactMap { cell($0, quota) }).subtracting(named)
            for value in occurring { total += missed(quota, value, each, all) }
        }
        return total
    }

    private func missed(_ quota: Quota, _ value: String, _ bounds: Quota.Bounds, _ all: [Candidate]) -> Int {
        let have = all.filter { cell($0, quota) == value }.reduce(0) { $0 + $1.seats }
        let held = kept.filter { cell($0, quota) == value }.reduce(0) { $0 + $1.seats }
        let filled = all.reduce(0) { $0 + $1.seats }
        var total = 0
        switch bounds.minimum {
        case .count(let least): total += max(0, least - have)
        case .share(let points) where quota.base == .filled: total += max(0, points * filled - 10_000 * have)
        case .share(let points): total += max(0, (rules.seats.maximum * points + 9_999) / 10_000 - have)
        case nil: break
        }
        // People who hold seats beyond a maximum keep them; the maximum then stands at what they hold.
        switch bounds.maximum {
        case .count(let most): total += max(0, have - max(most, held))
        case .share(let points) where quota.base == .filled: total += max(0, 10_000 * have - points * filled)
        case .share(let points): total += max(0, have - max(rules.seats.maximum * points / 10_000, held))
        case nil: break
        }
        return total
    }

    /// The best list for the order by trying every list; nil when none is valid. `units` are in order.
    func best(units: [[Candidate]]) -> [Bool]? {
        var best: (filled: Int, soft: [Int], list: [Bool])?
        for bits in 0..<(1 << units.count) {
            let list = units.indices.map { bits >> $0 & 1 == 1 }
            let chosen = units.indices.filter { list[$0] }.flatMap { units[$0] }
            if units.indices.contains(where: { !list[$0] && units[$0].contains { $0.guaranteed != nil } }) { continue }
            let verdict = verdict(chosen)
            guard verdict.isValid else { continue }
            if let known = best, !isBetter(verdict, list, than: known) { continue }
            best = (verdict.filled, verdict.soft, list)
        }
        return best?.list
    }

    private func isBetter(
        _ verdict: Verdict,
        _ list: [Bool],
        than known: (filled: Int, soft: [Int], list: [Bool])
    ) -> Bool {
        if verdict.filled != known.filled { return verdict.filled > known.filled }
        for (new, old) in zip(verdict.soft, known.soft) where new != old { return new < old }
        for (new, old) in zip(list, known.list) where new != old { return new }
        return false
    }
}
