/// Finds the lexicographically best list for an order under any rules.
///
/// It keeps a witness: one valid completion of what is taken so far, as counts per type. Whoever is in the witness is
/// taken at once; else one application of another type is exchanged for theirs; else a solve decides. A type that fails
/// once can never succeed later, because the list only grows, so there are at most as many solves as types and places. An
/// exact proof of failure usually rules out other types at once.
struct WitnessSearch {
    private let problem: SelectionProblem
    private let model: TypeModel
    private let program: IntegerProgram
    private let activeCaps: Set<Int32>
    /// Taken so far, by column.
    private var have: [Int]
    private var witness: [Int]
    /// What the list and the witness use of each problem row and local row.
    private var activity: [Int]
    private var witnessActivity: [Int]
    private var capsHit: Set<Int32> = []
    private var causeOfColumn: [BlockCause?]
    private(set) var filledTarget = 0
    private(set) var softTargets: [Int] = []

    /// The best list; refines itself by the caps that turn out to bite.
    static func list(_ problem: SelectionProblem, order: [Int]) throws(ListFailure) -> ListOutcome {
        var activeCaps: Set<Int32> = []
        while true {
            var search = WitnessSearch(problem, activeCaps: activeCaps)
            if let outcome = try search.run(order: order) { return outcome }
            let grown = activeCaps.union(search.capsHit)
            guard grown.count > activeCaps.count, grown.count <= capsMax else { throw .undecided }
            activeCaps = grown
        }
    }

    /// Most caps the exact search carries.
    static let capsMax = 600

    /// A search that is asked type by type; there are no bounds beside the rows.
    init(_ problem: SelectionProblem, counts: [Int]) {
        self.init(problem, activeCaps: [], counts: counts)
    }

    private init(_ problem: SelectionProblem, activeCaps: Set<Int32>, counts: [Int]? = nil) {
        self.problem = problem
        self.activeCaps = activeCaps
        model = TypeModel(problem, activeCaps: activeCaps, counts: counts)
        program = model.program
        have = Array(repeating: 0, count: program.columns.count)
        witness = have
        activity = Array(repeating: 0, count: problem.rows.count)
        witnessActivity = Array(repeating: 0, count: program.rowLower.count)
        causeOfColumn = Array(repeating: nil, count: program.columns.count)
    }

    /// Settles the objectives before the order and finds the first witness.
    mutating func begin() throws(ListFailure) {
        (filledTarget, softTargets, witness) = try StageOptima.settle(model, fillsFirst: problem.fillsFirst)
        computeWitnessActivity()
    }

    /// Takes one more of the type if a valid list then still exists. Types have one option each here.
    mutating func take(type: Int) throws(ListFailure) -> Bool {
        guard let column = model.columnsOfType[type].first, try canTake(column) else { return false }
        have[column] += 1
        program.lower[column] = max(program.lower[column], have[column])
        for use in problem.types[type].options[0].uses { activity[Int(use.row)] += Int(use.count) }
        return true
    }

    /// Why no more of the type can be taken.
    func cause(ofType type: Int) -> BlockCause? {
        guard let column = model.columnsOfType[type].first else { return .noSession }
        return causeOfColumn[column]
    }

    /// Nil when caps that are not in the model made the witness impossible.
    private mutating func run(order: [Int]) throws(ListFailure) -> ListOutcome? {
        try begin()
        let count = problem.items.count
        var outcome = ListOutcome(
            option: Array(repeating: -1, count: count),
            cause: Array(repeating: nil, count: count),
            filled: 0,
            softMisses: softTargets,
            solves: 0
        )
        for item in order {
            if let cap = hiddenCap(of: item) {
                outcome.cause[item] = .row(Int(cap))
                capsHit.insert(cap)
                guard try withdraw(item) else { return nil }
                continue
            }
            if let option = try placeItem(item, &outcome.cause[item]) {
                outcome.option[item] = option
                outcome.filled += model.seats[model.typeOfItem[item]]
            }
        }
        outcome.solves = program.solveCount
        return outcome
    }

    /// A cap outside of the model that this item would break.
    private func hiddenCap(of item: Int) -> Int32? {
        problem.items[item].caps.first { use in
            !activeCaps.contains(use.row)
                && activity[Int(use.row)] + Int(use.count) > problem.rows[Int(use.row)].upper
        }?.row
    }

    /// Takes an item that cannot be in the list out of what completions may count on.
    private mutating func withdraw(_ item: Int) throws(ListFailure) -> Bool {
        let type = model.typeOfItem[item]
        if model.isGuaranteed[type] { return false }
        let columns = model.columnsOfType[type]
        if let supply = model.supplyRow[type] { program.rowUpper[supply] -= 1 }
        // A closed column stands at what was taken already; those who leave were not among them.
        for column in columns where causeOfColumn[column] == nil || program.upper[column] > have[column] {
            program.upper[column] -= 1
        }
        let inWitness = columns.reduce(0) { $0 + witness[$1] }
        let mostLeft =
            model.supplyRow[type].map { program.rowUpper[$0] } ?? columns.first.map { program.upper[$0] } ?? 0
        let fits = columns.allSatisfy { witness[$0] <= program.upper[$0] }
        if inWitness <= mostLeft && fits { return true }
        switch program.solve() {
        case .solution(let values):
            witness = values
            computeWitnessActivity()
            return true
        case .infeasible: return false
        case .undecided: throw .undecided
        }
    }

    private mutating func placeItem(_ item: Int, _ cause: inout BlockCause?) throws(ListFailure) -> Int? {
        let type = model.typeOfItem[item]
        let columns = model.columnsOfType[type]
        if columns.isEmpty { cause = .noSession }
        for (option, column) in columns.enumerated() {
            if try canTake(column) {
                take(column, item: item)
                return option
            }
            if option == 0 { cause = causeOfColumn[column] }
        }
        return nil
    }

    private mutating func take(_ column: Int, item: Int) {
        have[column] += 1
        program.lower[column] = max(program.lower[column], have[column])
        let place = model.columns[column]
        let option = problem.types[problem.items[item].type].options[place.option]
        for use in option.uses { activity[Int(use.row)] += Int(use.count) }
        for use in problem.items[item].caps { activity[Int(use.row)] += Int(use.count) }
    }

    private mutating func canTake(_ column: Int) throws(ListFailure) -> Bool {
        if causeOfColumn[column] != nil { return false }
        if witness[column] > have[column] { return true }
        if let cause = directObstacle(column) {
            close(column, cause)
            return false
        }
        if exchange(for: column) { return true }
        let low = program.lower[column]
        program.lower[column] = have[column] + 1
        defer { program.lower[column] = low }
        switch program.solve() {
        case .solution(let values):
            witness = values
            computeWitnessActivity()
            return true
        case .infeasible:
            program.lower[column] = low
            close(column, cause(from: program.proof))
            if let proof = program.proof { ruleOut(by: proof) }
            return false
        case .undecided: throw .undecided
        }
    }

    /// No valid list has one more of the column, so no later search need look for one.
    private mutating func close(_ column: Int, _ cause: BlockCause) {
        causeOfColumn[column] = cause
        if program.lower[column] <= have[column], witness[column] <= have[column] {
            program.upper[column] = have[column]
        }
    }

    /// A row already so full that one more of the column breaks it.
    private func directObstacle(_ column: Int) -> BlockCause? {
        var isFull = false
        for use in program.columns[column] {
            guard let row = model.problemRow[Int(use.row)] else { continue }
            let bounds = problem.rows[row]
            guard bounds.scale == 1, bounds.soft == nil, activity[row] + Int(use.count) > bounds.upper else { continue }
            if row != 0 { return .row(row) }
            isFull = true
        }
        return isFull ? .full : nil
    }

    // MARK: - Witness

    private mutating func computeWitnessActivity() {
        witnessActivity = Array(repeating: 0, count: program.rowLower.count)
        for (column, uses) in program.columns.enumerated() where witness[column] != 0 {
            for use in uses { witnessActivity[Int(use.row)] += Int(use.count) * witness[column] }
        }
    }

    /// Puts one more of the column into the witness for one of another column, where that keeps all rows.
    private mutating func exchange(for column: Int) -> Bool {
        guard witness[column] < program.upper[column] else { return false }
        for other in program.columns.indices where witness[other] > max(have[other], program.lower[other]) {
            if isValidExchange(column, for: other) {
                for use in program.columns[column] { witnessActivity[Int(use.row)] += Int(use.count) }
                for use in program.columns[other] { witnessActivity[Int(use.row)] -= Int(use.count) }
                witness[column] += 1
                witness[other] -= 1
                return true
            }
        }
        return false
    }

    private func isValidExchange(_ column: Int, for other: Int) -> Bool {
        func change(_ row: Int32, _ uses: [RowUse]) -> Int { Int(uses.first { $0.row == row }?.count ?? 0) }
        for use in program.columns[column] {
            let after = witnessActivity[Int(use.row)] + Int(use.count) - change(use.row, program.columns[other])
            if after > program.rowUpper[Int(use.row)] || after < program.rowLower[Int(use.row)] { return false }
        }
        for use in program.columns[other] where change(use.row, program.columns[column]) == 0 {
            let after = witnessActivity[Int(use.row)] - Int(use.count)
            if after > program.rowUpper[Int(use.row)] || after < program.rowLower[Int(use.row)] { return false }
        }
        return true
    }

    // MARK: - Proofs

    /// One proof often shows of many columns that one more of them cannot be.
    private mutating func ruleOut(by proof: [Int]) {
        guard let slack = program.slack(of: proof) else { return }
        for column in program.columns.indices where causeOfColumn[column] == nil && model.columns[column].type >= 0 {
            guard program.lower[column] <= have[column] else { continue }
            if slack - max(0, program.weight(of: column, proof)) < 0 { close(column, cause(from: proof)) }
        }
    }

    private func cause(from proof: [Int]?) -> BlockCause {
        var needed: [Int] = []
        var full: Int?
        for row in program.rowLower.indices {
            guard let own = model.problemRow[row], own != 0 else { continue }
            let weight = proof.map { $0[row] } ?? (activity[own] < problem.rows[own].lower ? -1 : 0)
            if weight < 0, problem.rows[own].lower > -QuotaRow.unlimited { needed.append(own) }
            if weight > 0, full == nil { full = own }
        }
        if !needed.isEmpty { return .needed(needed) }
        return full.map(BlockCause.row) ?? .full
    }
}
