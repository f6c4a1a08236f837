import FormModel

/// Explains why no list meets the rules: by counting, by an irreducible conflict, by the smallest changes that would do.
struct Diagnosis {
    /// One side of one row.
    struct BoundSide: Hashable {
        var row: Int
        var side: RuleChange.Side
    }

    let problem: SelectionProblem
    let model: TypeModel

    init(_ problem: SelectionProblem) {
        self.problem = problem
        let caps = problem.rows.indices.filter { problem.rows[$0].kind == .cap }.prefix(WitnessSearch.capsMax)
        model = TypeModel(problem, activeCaps: Set(caps.map { Int32($0) }))
    }

    func explanations(rules: SelectionRules) -> [Explanation] {
        let short = supplyShort()
        let changes = relaxations(filling: 0, rules: rules)
        if !short.isEmpty {
            return short.enumerated().map { index, explanation in
                var explanation = explanation
                if index == 0 { explanation.changes = changes }
                return explanation
            }
        }
        let members = conflict()
        let polish = members.map { text($0).polish }.joined(separator: "; ")
        let english = members.map { text($0).english }.joined(separator: "; ")
        return [
            StaffWording.explanation(
                .conflict,
                ["rules": members.map { problem.rows[$0.row].label }.joined(separator: ", ")],
                "Te zasady nie mogą zachodzić razem (bez każdej z nich pozostałe mogą): \(polish).",
                "These rules cannot hold together (without any one of them the others can): \(english).",
                rules: members.map { problem.rows[$0.row].label },
                changes: changes
            )
        ]
    }

    // MARK: - Counting

    private func supplyShort() -> [Explanation] {
        var supply = [Int](repeating: 0, count: problem.rows.count)
        for item in problem.items {
            var most: [Int32: Int32] = [:]
            for option in problem.types[item.type].options {
                for use in option.uses where use.count > 0 { most[use.row] = max(most[use.row] ?? 0, use.count) }
            }
            for (row, count) in most { supply[Int(row)] += Int(count) }
        }
        return problem.rows.indices.compactMap { index in
            let row = problem.rows[index]
            guard row.scale == 1, row.soft == nil, supply[index] < row.lower else { return nil }
            let have = String(supply[index] + row.held)
            return StaffWording.explanation(
                .supplyShort,
                ["rule": row.label, "minimum": String(row.writtenLower), "have": have],
                "„\(row.label)”: potrzeba co najmniej \(row.writtenLower), zgłoszeń jest \(have).",
                "“\(row.label)”: at least \(row.writtenLower) needed, \(have) applied.",
                rules: [row.label]
            )
        }
    }

    // MARK: - Conflict

    /// Bounds that cannot hold together while without any single one of them the others can.
    func conflict() -> [BoundSide] {
        let program = model.program
        var candidates: [(local: Int, side: RuleChange.Side)] = []
        guard program.solve() == .infeasible else { return [] }
        let proof = program.proof
        for local in program.rowLower.indices {
            guard let row = model.problemRow[local], problem.rows[row].soft == nil else { continue }
            let weight = proof?[local] ?? 0
            let wantsMinimum = proof == nil || weight < 0
            let wantsMaximum = proof == nil || weight > 0
            if program.rowLower[local] > -QuotaRow.unlimited,
                problem.rows[row].scale != 1 || program.rowLower[local] > 0
            {
                if wantsMinimum { candidates.append((local, .minimum)) } else { drop(local, .minimum) }
            }
            if program.rowUpper[local] < QuotaRow.unlimited {
                if wantsMaximum { candidates.append((local, .maximum)) } else { drop(local, .maximum) }
            }
        }
        var members: [BoundSide] = []
        for candidate in candidates {
            let (low, high) = (program.rowLower[candidate.local], program.rowUpper[candidate.local])
            drop(candidate.local, candidate.side)
            if program.solve() != .infeasible {
                program.rowLower[candidate.local] = low
                program.rowUpper[candidate.local] = high
                if let row = model.problemRow[candidate.local] {
                    members.append(BoundSide(row: row, side: candidate.side))
                }
            }
        }
        return members
    }

    private func drop(_ local: Int, _ side: RuleChange.Side) {
        switch side {
        case .minimum: model.program.rowLower[local] = -QuotaRow.unlimited
        case .maximum: model.program.rowUpper[local] = QuotaRow.unlimited
        }
    }

    private func text(_ member: BoundSide) -> (polish: String, english: String) {
        let row = problem.rows[member.row]
        let name = row.kind == .seats ? ("liczba miejsc", "the number of seats") : ("„\(row.label)”", "“\(row.label)”")
        if row.scale != 1 { return ("udział \(name.0)", "the share of \(name.1)") }
        switch member.side {
        case .minimum: return ("\(name.0) co najmniej \(row.writtenLower)", "\(name.1) at least \(row.writtenLower)")
        case .maximum: return ("\(name.0) najwyżej \(row.writtenUpper)", "\(name.1) at most \(row.writtenUpper)")
        }
    }
}
