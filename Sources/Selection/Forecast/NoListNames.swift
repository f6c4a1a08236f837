import FormModel

/// Names, to people and staff, the rules that keep somebody out of every list of a lottery.
struct NoListNames {
    private(set) var decisions: [Decision]
    private(set) var warnings: [Explanation] = []

    init(_ decisions: [Decision], problem: SelectionProblem, pool: [Candidate]) {
        self.decisions = decisions
        let codes = [ReasonCode.noList.rawValue]
        guard decisions.contains(where: { codes.contains($0.reason.code) }) else { return }
        let reach = Reachability(problem)
        warnings = reach.explanations(problem, pool: pool)
        var nameOf: [String: String] = [:]
        for (item, rows) in reach.blockingRows(problem) {
            // Sensitive rules are named to nobody but staff.
            let name = PublicRuleName.name(rows.map { problem.rows[$0] })
            for member in problem.items[item].members { nameOf[pool[member].id] = name }
        }
        for index in decisions.indices where codes.contains(decisions[index].reason.code) {
            guard let name = nameOf[decisions[index].id] else { continue }
            self.decisions[index].reason = ReasonWording.reason(.noList, ["quota": name])
        }
    }
}
