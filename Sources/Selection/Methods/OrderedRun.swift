import FormModel

/// One run by an order: receipt, points or lots.
struct OrderedRun {
    let compiled: CompiledRules
    let pool: [Candidate]
    let entrants: Entrants
    let kept: [Participant]
    /// As drawn; `seed` is what it becomes with the commitment.
    let value: Seed?
    let seed: Seed?
    let draw: DrawOrder

    init(
        _ compiled: CompiledRules,
        pool: [Candidate],
        entrants: Entrants,
        kept: [Participant],
        value: Seed?,
        draw: DrawOrder
    ) {
        self.compiled = compiled
        self.pool = pool
        self.entrants = entrants
        self.kept = kept
        self.value = value
        self.draw = draw
        seed = value.map { draw.commitment?.seed(for: $0) ?? $0 }
    }

    /// - Parameter isKnownToFail: somebody proved already that no list meets the hard rules.
    func run(isKnownToFail: Bool = false) throws(SelectionError) -> SelectionResult {
        let order = try ApplicantOrder(rules: compiled.rules, seed: seed).ordered(entrants.units, pool: pool)
        let units = order.map { entrants.units[$0] }
        var group = try GroupRun(compiled, pool: pool, units: units, kept: kept)
        var warnings =
            entrants.warnings + PoolRemarks.absentValues(group.problem, compiled.rules, pool: pool, kept: kept)
        if compiled.rules.method == .lottery, draw.commitment == nil { warnings.append(StaffWording.rehearsal) }
        if isKnownToFail { return undecided(group.problem, warnings) }
        do throws(GroupRun.SettleFailure) {
            let outcome = try group.settle()
            return try finish(group, outcome, units, warnings + group.remarks)
        } catch {
            switch error {
            case .refused(let refused): throw refused
            case .list(.undecided): throw SelectionError(.searchTooLarge)
            case .list(.infeasible): return undecided(group.problem, warnings)
            }
        }
    }

    /// No list meets the hard rules: nothing is decided, and it is said why.
    private func undecided(_ problem: SelectionProblem, _ warnings: [Explanation]) -> SelectionResult {
        let unmet = Diagnosis(problem).explanations(rules: compiled.rules)
        let record = RecordWriter(compiled, pool: pool, kept: kept, seed: value, problem: problem)
        return SelectionResult(
            decisions: DecisionColumns(entrants.excluded),
            record: record.record(outcome: nil, decisions: entrants.excluded, more: draw.members),
            unmet: unmet,
            warnings: warnings,
            isDecided: false
        )
    }

    private func finish(
        _ group: GroupRun,
        _ outcome: ListOutcome,
        _ units: [[Int]],
        _ warnings: [Explanation]
    ) throws(GroupRun.SettleFailure) -> SelectionResult {
        var decisions =
            DecisionWriter(compiled.rules, pool: pool, problem: group.problem, seed: seed)
            .decisions(outcome) + entrants.excluded
        let rounds = try rounds(group, units, &decisions)
        let record = RecordWriter(compiled, pool: pool, kept: kept, seed: value, problem: group.problem)
        let more = draw.recordMembers + group.members + (rounds.isEmpty ? [] : [.init("rounds", .array(rounds))])
        return SelectionResult(
            decisions: DecisionColumns(decisions),
            record: record.record(outcome: outcome, decisions: decisions, more: more),
            unmet: PoolRemarks.unmet(group.problem, outcome, group.compiled.rules),
            warnings: warnings
        )
    }

    /// Further sessions of those who have one.
    private func rounds(
        _ group: GroupRun,
        _ units: [[Int]],
        _ decisions: inout [Decision]
    ) throws(GroupRun.SettleFailure) -> [JSONValue] {
        guard group.compiled.rules.wishes.map({ $0.perPerson > 1 }) ?? false else { return [] }
        var first: [String: String] = [:]
        for decision in decisions { if let session = decision.session { first[decision.id] = session } }
        do throws(SelectionError) {
            let further = try SessionRounds(
                compiled: group.compiled,
                pool: group.pool,
                kept: group.kept,
                units: units
            ).run(first: first)
            for index in decisions.indices {
                if let more = further.sessions[decisions[index].id] { decisions[index].moreSessions = more }
            }
            return further.records
        } catch {
            throw .refused(error)
        }
    }
}

/// The best list by whatever way proves it.
enum BestList {
    /// Guaranteed places first, then everybody in order.
    static func walkOrder(_ problem: SelectionProblem) -> [Int] {
        let guaranteed = problem.items.indices.filter { problem.types[problem.items[$0].type].isGuaranteed }
        if guaranteed.isEmpty { return Array(problem.items.indices) }
        return guaranteed + problem.items.indices.filter { !problem.types[problem.items[$0].type].isGuaranteed }
    }

    static func find(_ problem: SelectionProblem, order: [Int]) throws(ListFailure) -> ListOutcome {
        var scan = OrderScan(problem)
        if let outcome = scan.run(order: order) { return outcome }
        return try WitnessSearch.list(problem, order: order)
    }
}

/// How many places each session has given.
enum SessionCounts {
    static func counts(_ problem: SelectionProblem, _ outcome: ListOutcome) -> [Int] {
        var counts = problem.sessionIDs.indices.map { problem.rows[1 + $0].held }
        for (item, option) in outcome.option.enumerated() where option >= 0 {
            let type = problem.types[problem.items[item].type]
            let session = Int(type.options[option].session)
            if session >= 0 { counts[session] += type.seats }
        }
        return counts
    }
}
