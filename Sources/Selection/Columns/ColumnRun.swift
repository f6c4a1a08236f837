import FormModel

/// One run by an order over a pool in columns.
struct ColumnRun {
    let compiled: CompiledRules
    let pool: [Candidate]
    let plan: ColumnPlan
    let columns: PoolColumns
    /// Rows and types without the bounds per organisation and address, which the columns hold.
    let problem: SelectionProblem
    /// Applications in order.
    let order: [Int32]
    /// Type of each application in order, of the problem.
    let types: [Int32]
    let seed: Seed?

    /// Nil where the general way is needed.
    init?(_ compiled: CompiledRules, pool: [Candidate], kept: [Participant], seed: Seed?) throws(SelectionError) {
        guard let plan = ColumnPlan(compiled), plan.caps.isEmpty || kept.isEmpty, !pool.isEmpty,
            let columns = try PoolColumns(pool, plan: plan)
        else { return nil }
        self.compiled = compiled
        self.pool = pool
        self.plan = plan
        self.columns = columns
        self.seed = seed
        order = try ColumnOrder.order(columns, pool: pool, rules: compiled.rules, seed: seed)
        // Types are numbered as they come in the order, like in the general way, so that both search alike.
        var numberOfType = [Int32](repeating: -1, count: columns.representative.count)
        var units: [[Int]] = []
        for person in order where numberOfType[Int(columns.type[Int(person)])] < 0 {
            let type = Int(columns.type[Int(person)])
            numberOfType[type] = Int32(units.count)
            units.append([columns.representative[type]])
        }
        var problem = ProblemBuilder.problem(
            try Self.withoutCaps(compiled, plan),
            pool: pool,
            units: units,
            kept: kept
        )
        let merged = numberOfType.map { Int32(problem.items[Int($0)].type) }
        types = order.map { merged[Int(columns.type[Int($0)])] }
        problem.items = []
        self.problem = problem
    }

    private static func withoutCaps(
        _ compiled: CompiledRules,
        _ plan: ColumnPlan
    ) throws(SelectionError) -> CompiledRules {
        if plan.caps.isEmpty { return compiled }
        var rules = compiled.rules
        let caps = Set(plan.caps.map(\.quota))
        rules.quotas = rules.quotas.enumerated().filter { !caps.contains($0.offset) }.map(\.element)
        return try CompiledRules(rules, context: compiled.context)
    }

    /// The best list; nil where the general way is needed.
    func outcome() throws(ListFailure) -> ColumnOutcome? {
        var scan = ColumnScan(
            ScanInput(
                problem: problem,
                types: types,
                order: order,
                caps: columns.caps,
                capMaximum: zip(plan.caps, columns.capValueCount).map { cap, count in
                    Array(repeating: Int32(clamping: cap.maximum), count: count)
                }
            )
        )
        if let outcome = scan.run() { return outcome }
        // Bounds per organisation that bite beside crossing quotas are the general search's matter.
        guard plan.caps.isEmpty else { return nil }
        return try TypeWalk.outcome(problem, types: types)
    }
}

/// The exact search over types: whoever stands in the order is asked for by type alone.
enum TypeWalk {
    static func outcome(_ problem: SelectionProblem, types: [Int32]) throws(ListFailure) -> ColumnOutcome {
        var counts = [Int](repeating: 0, count: problem.types.count)
        for type in types { counts[Int(type)] += 1 }
        var search = WitnessSearch(problem, counts: counts)
        try search.begin()
        var outcome = ColumnOutcome(count: types.count)
        var codeOfType = [Int32](repeating: ColumnOutcome.taken, count: problem.types.count)
        let guaranteed = problem.types.map(\.isGuaranteed)
        for isFirst in guaranteed.contains(true) ? [true, false] : [false] {
            for position in types.indices {
                let type = Int(types[position])
                if guaranteed[type] != isFirst { continue }
                if codeOfType[type] != ColumnOutcome.taken {
                    outcome.cause[position] = codeOfType[type]
                } else if try !search.take(type: type) {
                    codeOfType[type] = outcome.code(of: search.cause(ofType: type) ?? .full)
                    outcome.cause[position] = codeOfType[type]
                }
            }
        }
        return outcome
    }
}

/// Who has a place, by position in the order, and why the others have none.
struct ColumnOutcome: Sendable {
    /// Stands for a place given.
    static let taken: Int32 = -1
    /// Number of the cause, or `taken`.
    var cause: [Int32]
    private(set) var causes: [BlockCause] = []
    private var known: [BlockCause: Int32] = [:]

    init(count: Int) {
        cause = Array(repeating: Self.taken, count: count)
    }

    mutating func code(of cause: BlockCause) -> Int32 {
        if let code = known[cause] { return code }
        let code = Int32(causes.count)
        known[cause] = code
        causes.append(cause)
        return code
    }
}
