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
    let commitment: Commitment?

    init(
        _ compiled: CompiledRules,
        pool: [Candidate],
        entrants: Entrants,
        kept: [Participant],
        value: Seed?,
        commitment: Commitment?
    ) {
        self.compiled = compiled
        self.pool = pool
        self.entrants = entrants
        self.kept = kept
        self.value = value
        self.commitment = commitment
        seed = value.map { commitment?.seed(for: $0) ?? $0 }
    }

    func run() throws(SelectionError) -> SelectionResult {
        let order = try ApplicantOrder(rules: compiled.rules, seed: seed).ordered(entrants.units, pool: pool)
        let units = order.map { entrants.units[$0] }
        let problem = ProblemBuilder.problem(compiled, pool: pool, units: units, kept: kept)
        let walk = BestList.walkOrder(problem)
        var warnings = entrants.warnings + PoolRemarks.absentValues(problem, compiled.rules, pool: pool, kept: kept)
        if compiled.rules.method == .lottery, commitment == nil { warnings.append(StaffWording.rehearsal) }
        do throws(ListFailure) {
            let outcome = try BestList.find(problem, order: walk)
            let (adopted, problem, cancelled) = try settleSessions(problem, outcome, walk)
            warnings += cancelled
            return finish(problem, adopted, warnings)
        } catch {
            switch error {
            case .undecided: throw SelectionError(.searchTooLarge)
            case .infeasible:
                let unmet = Diagnosis(problem).explanations(rules: compiled.rules)
                let record = RecordWriter(compiled, pool: pool, kept: kept, seed: value, problem: problem)
                return SelectionResult(
                    decisions: entrants.excluded,
                    record: record.record(outcome: nil, decisions: entrants.excluded),
                    unmet: unmet,
                    warnings: warnings,
                    isDecided: false
                )
            }
        }
    }

    /// Sessions that stay below their minimum: by the rules, dropped one by one (the smallest first), or left to staff.
    private func settleSessions(
        _ problem: SelectionProblem,
        _ outcome: ListOutcome,
        _ walk: [Int]
    ) throws(ListFailure) -> (ListOutcome, SelectionProblem, [Explanation]) {
        guard compiled.rules.assign?.belowMinimum == .cancel else { return (outcome, problem, []) }
        var (problem, outcome) = (problem, outcome)
        var cancelled: [Explanation] = []
        for _ in compiled.rules.sessions {
            let counts = SessionCounts.counts(problem, outcome)
            let short = compiled.rules.sessions.indices
                .filter { problem.rows[1 + $0].upper > 0 && counts[$0] < compiled.rules.sessions[$0].seats.minimum }
            guard let smallest = short.min(by: { (counts[$0], -$0) < (counts[$1], -$1) }) else { break }
            let session = compiled.rules.sessions[smallest]
            cancelled.append(
                StaffWording.sessionCancelled(
                    session: session.id,
                    have: counts[smallest],
                    minimum: session.seats.minimum
                )
            )
            problem.rows[1 + smallest].upper = 0
            outcome = try BestList.find(problem, order: walk)
        }
        return (outcome, problem, cancelled)
    }

    private var committed: [JSONValue.Member] { commitment.map { [.init("commitment", $0.json)] } ?? [] }

    private func finish(
        _ problem: SelectionProblem,
        _ outcome: ListOutcome,
        _ warnings: [Explanation]
    ) -> SelectionResult {
        let decisions =
            DecisionWriter(compiled.rules, pool: pool, problem: problem, seed: seed)
            .decisions(outcome) + entrants.excluded
        let record = RecordWriter(compiled, pool: pool, kept: kept, seed: value, problem: problem)
        return SelectionResult(
            decisions: decisions,
            record: record.record(outcome: outcome, decisions: decisions, more: committed),
            unmet: PoolRemarks.unmet(problem, outcome, compiled.rules),
            warnings: warnings
        )
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
