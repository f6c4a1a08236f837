import FormModel

/// A run where people choose: their choices are checked, recorded, and the others put in order for the reserve.
struct CuratedRun {
    let compiled: CompiledRules
    let pool: [Candidate]
    let entrants: Entrants
    let kept: [Participant]

    init(_ compiled: CompiledRules, pool: [Candidate], entrants: Entrants, kept: [Participant]) {
        self.compiled = compiled
        self.pool = pool
        self.entrants = entrants
        self.kept = kept
    }

    func run(chosen: [CuratedPick], seed: Seed?) throws(SelectionError) -> SelectionResult {
        var picks: [String: CuratedPick] = [:]
        for pick in chosen {
            if picks.updateValue(pick, forKey: pick.id) != nil { throw SelectionError(.idDuplicate, subject: pick.id) }
        }
        let known = Set(pool.map(\.id))
        for pick in chosen where !known.contains(pick.id) { throw SelectionError(.idUnknown, subject: pick.id) }
        let order = try ApplicantOrder(rules: compiled.rules, seed: seed).ordered(entrants.units, pool: pool)
        let units = order.map { entrants.units[$0] }
        let problem = ProblemBuilder.problem(compiled, pool: pool, units: units, kept: kept)
        let decisions = decisions(chosen, picks, units)
        let choice = CuratedChoice(rules: compiled.rules, context: compiled.context)
        let state = try choice.check(chosen: chosen, pool: pool, kept: kept)
        let record = RecordWriter(compiled, pool: pool, kept: kept, seed: seed, problem: problem, chosen: chosen)
        return SelectionResult(
            decisions: DecisionColumns(decisions),
            record: record.record(outcome: nil, decisions: decisions),
            unmet: state.violations,
            warnings: entrants.warnings
        )
    }

    private func decisions(_ chosen: [CuratedPick], _ picks: [String: CuratedPick], _ units: [[Int]]) -> [Decision] {
        var decisions: [Decision] = []
        for (index, pick) in chosen.enumerated() {
            let reason = ReasonWording.reason(.selectedCurated, ["reason": pick.reason])
            decisions.append(
                Decision(id: pick.id, outcome: .selected, rank: index + 1, session: pick.session, reason: reason)
            )
        }
        var rank = 0
        var left: [Decision] = []
        let reason = ReasonWording.reason(.notChosen)
        for member in units.flatMap({ $0 }) where picks[pool[member].id] == nil {
            if rank < compiled.rules.reserve.size ?? .max {
                rank += 1
                decisions.append(Decision(id: pool[member].id, outcome: .waitlisted, rank: rank, reason: reason))
            } else {
                left.append(Decision(id: pool[member].id, outcome: .notSelected, reason: reason))
            }
        }
        return decisions + left + entrants.excluded.filter { picks[$0.id] == nil }
    }
}
