import FormModel

/// One lottery with equal chances: lists and tickets first, then the draw.
struct LotteryRun {
    enum Prepared {
        case lottery(SelectionProblem, LeximinLottery, LotteryModel)
        case infeasible(SelectionProblem)
    }

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

    /// The problem does not depend on the order in which the pool is given: units stand by id.
    private func problem() -> SelectionProblem {
        let units = entrants.units.sorted { pool[$0[0]].id.utf8.lexicographicallyPrecedes(pool[$1[0]].id.utf8) }
        return ProblemBuilder.problem(compiled, pool: pool, units: units, kept: kept)
    }

    private func types(of problem: SelectionProblem) throws(SelectionError) -> TypeModel {
        let caps = problem.rows.indices.filter { problem.rows[$0].kind == .cap }
        guard caps.count <= WitnessSearch.capsMax else { throw SelectionError(.searchTooLarge) }
        return TypeModel(problem, activeCaps: Set(caps.map { Int32($0) }))
    }

    /// Everything before the seed.
    func prepare(from commitment: Commitment? = nil) throws(SelectionError) -> Prepared {
        let problem = problem()
        let types = try types(of: problem)
        do throws(ListFailure) {
            _ = try StageOptima.settle(types, fillsFirst: problem.fillsFirst)
        } catch {
            if error == .undecided { throw SelectionError(.searchTooLarge) }
            return .infeasible(problem)
        }
        // After the optima, which are bounds of its rows.
        let model = LotteryModel(types)
        if let committed = commitment?.json["lottery"] {
            guard let lottery = LotteryJSON.lottery(from: committed, model),
                CanonicalJSON.bytes(of: LotteryJSON.json(of: lottery, model)) == CanonicalJSON.bytes(of: committed)
            else { throw SelectionError(.commitmentDiffers, subject: "lottery") }
            return .lottery(problem, lottery, model)
        }
        do throws(LeximinLottery.Failure) {
            return .lottery(problem, try LeximinLottery.make(model), model)
        } catch {
            // Only a search beyond its bounds ends here: the optima have shown that lists exist.
            throw SelectionError(.searchTooLarge)
        }
    }

    func run(seed value: Seed, commitment: Commitment?, draw order: DrawOrder) throws(SelectionError) -> SelectionResult
    {
        var warnings = entrants.warnings
        if commitment == nil { warnings.append(StaffWording.rehearsal) }
        let seed = commitment?.seed(for: value) ?? value
        switch try prepare(from: commitment) {
        case .infeasible(let problem):
            let record = RecordWriter(compiled, pool: pool, kept: kept, seed: value, problem: problem)
            return SelectionResult(
                decisions: DecisionColumns(entrants.excluded),
                record: record.record(outcome: nil, decisions: entrants.excluded, more: order.members),
                unmet: Diagnosis(problem).explanations(rules: compiled.rules),
                warnings: warnings,
                isDecided: false
            )
        case .lottery(let problem, let lottery, let model):
            let draw = LotteryDraw(problem, lottery, model, pool: pool, seed: seed)
            let drawn = NoListNames(
                draw.decisions(reserveSize: compiled.rules.reserve.size),
                problem: problem,
                pool: pool
            )
            warnings += drawn.warnings
            let decisions = drawn.decisions + entrants.excluded
            let record = RecordWriter(compiled, pool: pool, kept: kept, seed: value, problem: problem)
            var more: [JSONValue.Member] = [
                .init("lottery", LotteryJSON.json(of: lottery, model)),
                .init("ticket", .number(String(draw.ticket))),
            ]
            more += order.members
            if let commitment { more.append(.init("commitment", commitment.json)) }
            warnings += PoolRemarks.absentValues(problem, compiled.rules, pool: pool, kept: kept)
            return SelectionResult(
                decisions: DecisionColumns(decisions),
                record: record.record(outcome: nil, decisions: decisions, more: more),
                unmet: PoolRemarks.unmet(problem, draw.outcome, compiled.rules),
                warnings: warnings
            )
        }
    }
}
