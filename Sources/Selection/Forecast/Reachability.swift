import FormModel

/// Which kinds of applications can be in a valid list at all, and what shuts the others out.
///
/// Each list found shows several kinds at once to be possible, so far fewer searches than kinds are needed.
struct Reachability {
    let hasList: Bool
    /// Local types of the model that are in no list, with the rules of the proof.
    private let blocked: [(type: Int, rows: [Int])]
    private let model: TypeModel

    /// More kinds than this are not searched.
    static let typesMax = 3_000

    init(_ problem: SelectionProblem) {
        let caps = problem.rows.indices.filter { problem.rows[$0].kind == .cap }.prefix(WitnessSearch.capsMax)
        model = TypeModel(problem, activeCaps: Set(caps.map { Int32($0) }))
        let program = model.program
        guard (try? StageOptima.settle(model, fillsFirst: problem.fillsFirst)) != nil,
            case .solution(let first) = program.solve()
        else {
            hasList = false
            blocked = []
            return
        }
        hasList = true
        var isReached = model.columnsOfType.map { $0.contains { first[$0] > 0 } }
        var blocked: [(type: Int, rows: [Int])] = []
        for type in isReached.indices.prefix(Self.typesMax) where !isReached[type] {
            var rows: Set<Int> = []
            for column in model.columnsOfType[type] where !isReached[type] {
                let low = program.lower[column]
                program.lower[column] = max(1, low)
                defer { program.lower[column] = low }
                switch program.solve() {
                case .solution(let values):
                    for other in isReached.indices where !isReached[other] {
                        isReached[other] = model.columnsOfType[other].contains { values[$0] > 0 }
                    }
                case .infeasible: rows.formUnion(Self.rows(of: column, model))
                // What could not be decided is not claimed.
                case .undecided: isReached[type] = true
                }
            }
            if !isReached[type] { blocked.append((type, rows.sorted())) }
        }
        self.blocked = blocked
    }

    /// The rules a refusal rests on: a full row first, else those of the multipliers.
    private static func rows(of column: Int, _ model: TypeModel) -> [Int] {
        let program = model.program
        let full = program.columns[column].compactMap { use -> Int? in
            guard let row = model.problemRow[Int(use.row)], row != 0, use.count > 0 else { return nil }
            return Int(use.count) > program.rowUpper[Int(use.row)] ? row : nil
        }
        if !full.isEmpty { return full }
        guard let proof = program.proof else { return [] }
        return proof.indices.compactMap { local in
            proof[local] == 0 ? nil : model.problemRow[local].flatMap { $0 == 0 ? nil : $0 }
        }
    }

    /// For staff: one for each kind, with how many people it is and whom first.
    func explanations(_ problem: SelectionProblem, pool: [Candidate]) -> [Explanation] {
        blocked.compactMap { entry in
            let items = problem.items.indices.filter { model.typeOfItem[$0] == entry.type }
            guard let first = items.first, !model.columnsOfType[entry.type].isEmpty else { return nil }
            return StaffWording.inNoList(
                ids: items.flatMap { problem.items[$0].members.map { pool[$0].id } },
                example: pool[problem.items[first].members[0]].id,
                rules: entry.rows.map { problem.rows[$0].label }
            )
        }
    }

    /// By item: the rules that keep it out of every list.
    func blockingRows(_ problem: SelectionProblem) -> [Int: [Int]] {
        var byType: [Int: [Int]] = [:]
        for entry in blocked { byType[entry.type] = entry.rows }
        var rows: [Int: [Int]] = [:]
        for item in problem.items.indices { if let own = byType[model.typeOfItem[item]] { rows[item] = own } }
        return rows
    }
}
