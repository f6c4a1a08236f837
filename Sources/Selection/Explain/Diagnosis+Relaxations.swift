import FormModel

extension Diagnosis {
    /// Different sets of changes that are shown.
    static let relaxationCount = 3
    /// Searches for them, at most.
    static let relaxationSolvesMax = 16

    /// The smallest changes of bounds with which a list exists that fills at least so many places: inside the owner's
    /// bounds, in the owner's order, then by the least sum of 1 a raised place and 1 + 2/minimum a lowered one.
    func relaxations(filling: Int, rules: SelectionRules) -> [RuleChangeSet] {
        let elastic = ElasticProgram(self, filling: filling, rules: rules)
        var open: [(solution: ElasticProgram.Solution, disabled: Set<Int>)] = []
        var solves = 1
        if let best = elastic.cheapest(without: []) { open.append((best, [])) }
        var found: [RuleChangeSet] = []
        var seen: Set<[Int]> = []
        while found.count < Self.relaxationCount, !open.isEmpty {
            let next = open.indices.min { open[$0].solution.cost < open[$1].solution.cost } ?? 0
            let (solution, disabled) = open.remove(at: next)
            guard seen.insert(solution.used).inserted else { continue }
            if solution.used.isEmpty { return found }
            let changes = elastic.changes(of: solution)
            found.append(changeSet(changes, effect: filling == 0 ? effect(of: changes, rules: rules) : nil))
            // What would come after the last one shown is not asked for.
            if found.count == Self.relaxationCount { break }
            for column in solution.used where solves < Self.relaxationSolvesMax {
                solves += 1
                let without = disabled.union([column])
                if let other = elastic.cheapest(without: without) { open.append((other, without)) }
            }
        }
        return found
    }

    private func changeSet(_ changes: [RuleChange], effect: RuleEffect?) -> RuleChangeSet {
        let sides = ["min", "max"]
        let texts = changes.map { "\($0.rule) \(sides[$0.side == .minimum ? 0 : 1]) \($0.from) → \($0.to)" }
        let text = texts.joined(separator: ", ")
        return RuleChangeSet(
            changes: changes,
            effect: effect,
            text: LocalizedText([
                .polish: text + (effect.map(StaffWording.polishEffect) ?? ""),
                .english: text + (effect.map(StaffWording.englishEffect) ?? ""),
            ])
        )
    }

    /// How many places could be filled under the changed rules, and how equal chances would be.
    private func effect(of changes: [RuleChange], rules: SelectionRules) -> RuleEffect? {
        let relaxed = Diagnosis(Self.apply(changes, to: problem))
        guard let settled = try? StageOptima.settle(relaxed.model, fillsFirst: true) else { return nil }
        let held = problem.rows[0].held
        return RuleEffect(
            filled: settled.filled + held,
            seats: relaxed.problem.capacity + held,
            smallestChance: rules.method == .lottery && rules.fairness == .leximin ? relaxed.smallestChance() : nil
        )
    }

    private func smallestChance() -> Int? {
        let lottery = LotteryModel(model)
        guard let solved = try? FractionalLeximin(lottery).solve() else { return nil }
        let least = lottery.typeColumns.map { solved.chance[$0] }.min()
        return least.map { Int(($0 * 100_000 + 1e-4).rounded(.down)) }
    }

    /// The problem with the changes made.
    static func apply(_ changes: [RuleChange], to problem: SelectionProblem) -> SelectionProblem {
        var problem = problem
        for change in changes {
            for index in problem.rows.indices where problem.rows[index].label == change.rule {
                switch change.side {
                case .minimum: problem.rows[index].lower = max(0, change.to - problem.rows[index].held)
                case .maximum: problem.rows[index].upper = max(0, change.to - problem.rows[index].held)
                }
            }
        }
        return problem
    }
}

/// The program with every bound made elastic at a price.
private struct ElasticProgram {
    struct Solution {
        var cost: Double
        /// Elastic columns in use.
        var used: [Int]
        var values: [Int]
    }

    private let program: IntegerProgram
    private let costs: [Double]
    private let sides: [Int: Diagnosis.BoundSide]
    private let problem: SelectionProblem

    init(_ diagnosis: Diagnosis, filling: Int, rules: SelectionRules) {
        let base = diagnosis.model.program
        problem = diagnosis.problem
        var columns = base.columns
        var lower = base.lower
        var upper = base.upper
        var costs = [Double](repeating: 0, count: columns.count)
        var sides: [Int: Diagnosis.BoundSide] = [:]
        var rowLower = base.rowLower
        let quotas = rules.quotas + rules.sessions.flatMap(\.quotas)
        let places = problem.items.reduce(0) { $0 + diagnosis.problem.types[$1.type].seats }
        let orders = Set(quotas.compactMap(\.relaxation?.order)).sorted()
        for local in base.rowLower.indices {
            guard let index = diagnosis.model.problemRow[local] else { continue }
            let row = diagnosis.problem.rows[index]
            guard row.scale == 1, row.soft == nil else { continue }
            let quota = quotas.first { $0.id == row.quota }
            let rank = quota?.relaxation.flatMap { orders.firstIndex(of: $0.order) } ?? orders.count
            // One place of a later rank weighs more than any likely number of an earlier one.
            let factor = (0..<min(rank, 3)).reduce(1.0) { price, _ in price * 100 }
            let room = Self.room(row, quota?.relaxation, rules, places: places)
            if row.lower > 0, room.down > 0 {
                sides[columns.count] = Diagnosis.BoundSide(row: index, side: .minimum)
                columns.append([RowUse(local, 1)])
                upper.append(min(row.lower, room.down))
                costs.append(factor * (1 + 2 / Double(max(row.writtenLower, 1))))
                lower.append(0)
            }
            if row.upper < QuotaRow.unlimited, room.up > 0 {
                sides[columns.count] = Diagnosis.BoundSide(row: index, side: .maximum)
                columns.append([RowUse(local, -1)])
                upper.append(room.up)
                costs.append(factor)
                lower.append(0)
            }
        }
        if filling > 0 { rowLower[0] = max(rowLower[0], filling) }
        program = IntegerProgram(
            columns: columns,
            rowLower: rowLower,
            rowUpper: base.rowUpper,
            lower: lower,
            upper: upper
        )
        self.costs = costs
        self.sides = sides
    }

    /// How far the owner lets the bounds be moved; anywhere when nothing is said.
    private static func room(
        _ row: QuotaRow,
        _ relaxation: Quota.Relaxation?,
        _ rules: SelectionRules,
        places: Int
    ) -> (down: Int, up: Int) {
        let most = rules.seats.maximum + row.writtenLower + places
        guard let relaxation else { return (most, most) }
        let least =
            relaxation.bounds.minimum == nil
            ? row.writtenLower : BoundResolution.minimum(relaxation.bounds, seats: rules.seats.maximum)
        let highest = BoundResolution.maximum(relaxation.bounds, seats: rules.seats.maximum) ?? row.writtenUpper
        return (max(0, row.writtenLower - least), max(0, highest - row.writtenUpper))
    }

    func cheapest(without disabled: Set<Int>) -> Solution? {
        let saved = program.upper
        defer { program.upper = saved }
        for column in disabled { program.upper[column] = 0 }
        guard case .solution(let values) = program.solve(costs: costs) else { return nil }
        let used = sides.keys.filter { values[$0] > 0 }.sorted()
        let cost = used.reduce(0.0) { $0 + costs[$1] * Double(values[$1]) }
        return Solution(cost: cost, used: used, values: values)
    }

    func changes(of solution: Solution) -> [RuleChange] {
        solution.used.compactMap { column in
            guard let side = sides[column] else { return nil }
            let row = problem.rows[side.row]
            let amount = solution.values[column]
            switch side.side {
            case .minimum:
                return RuleChange(
                    rule: row.label,
                    side: .minimum,
                    from: row.writtenLower,
                    to: row.held + row.lower - amount
                )
            case .maximum:
                return RuleChange(
                    rule: row.label,
                    side: .maximum,
                    from: row.writtenUpper,
                    to: row.held + row.upper + amount
                )
            }
        }
    }
}
