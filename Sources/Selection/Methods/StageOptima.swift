/// The objectives that come before the order, each optimum a bound for the next: places filled, then the soft quotas.
enum StageOptima {
    /// Leaves the optima as bounds in the model's program and returns them with a valid list.
    static func settle(
        _ model: TypeModel,
        fillsFirst: Bool
    ) throws(ListFailure) -> (filled: Int, soft: [Int], witness: [Int]) {
        let program = model.program
        var filled = 0
        var witness: [Int]
        if fillsFirst {
            (filled, witness) = try mostFilled(model)
        } else {
            witness = try solved(program.solve())
        }
        var soft: [Int] = []
        for row in model.softRow {
            let total = activity(of: row, program, witness)
            var least = total
            if total > 0 {
                var costs = [Double](repeating: 0, count: program.columns.count)
                for (column, uses) in program.columns.enumerated() where uses.contains(where: { $0.row == row }) {
                    costs[column] = 1
                }
                witness = try solved(program.solve(costs: costs))
                least = activity(of: row, program, witness)
            }
            program.rowUpper[row] = least
            soft.append(least)
        }
        return (filled, soft, witness)
    }

    private static func mostFilled(_ model: TypeModel) throws(ListFailure) -> (Int, [Int]) {
        let program = model.program
        let supply = zip(model.seats, zip(model.count, model.columnsOfType))
            .reduce(0) { $1.1.1.isEmpty ? $0 : $0 + $1.0 * $1.1.0 }
        let wish = min(model.problem.capacity, supply)
        program.rowLower[0] = wish
        switch program.solve() {
        case .solution(let values): return (wish, values)
        case .undecided: throw .undecided
        case .infeasible: break
        }
        program.rowLower[0] = 0
        var costs = [Double](repeating: 0, count: program.columns.count)
        for (column, place) in model.columns.enumerated() where place.type >= 0 {
            costs[column] = -Double(model.seats[place.type])
        }
        let witness = try solved(program.solve(costs: costs))
        let filled = activity(of: 0, program, witness)
        program.rowLower[0] = filled
        return (filled, witness)
    }

    private static func solved(_ outcome: IntegerProgram.Outcome) throws(ListFailure) -> [Int] {
        switch outcome {
        case .solution(let values): return values
        case .infeasible: throw .infeasible
        case .undecided: throw .undecided
        }
    }

    private static func activity(of row: Int, _ program: IntegerProgram, _ values: [Int]) -> Int {
        var sum = 0
        for (column, uses) in program.columns.enumerated() where values[column] != 0 {
            for use in uses where Int(use.row) == row { sum += Int(use.count) * values[column] }
        }
        return sum
    }
}
