import FormModel

/// Wishes arranged by rank: most people placed, then fewest with the worst rank, then fewest with the next worst.
///
/// Each rank becomes a row that should be empty, after the soft quotas; the search then makes them as empty as can be, the
/// worst rank first. The profile can be gamed by false wishes, which deferred acceptance cannot.
enum RankProfile {
    /// Ranks beyond this count as one.
    static let rankMax = 20

    static func arranged(_ problem: SelectionProblem) -> SelectionProblem {
        var problem = problem
        problem.fillsFirst = true
        let worst = min(rankMax, problem.types.map(\.options.count).max() ?? 0)
        guard worst >= 2 else { return problem }
        var rowOfRank: [Int: Int] = [:]
        for rank in stride(from: worst, through: 2, by: -1) {
            rowOfRank[rank] = problem.rows.count
            problem.rows.append(
                QuotaRow(
                    kind: .rank,
                    label: "rank:\(rank)",
                    quota: "",
                    value: String(rank),
                    lower: 0,
                    upper: 0,
                    writtenLower: 0,
                    writtenUpper: 0,
                    held: 0,
                    partition: -1,
                    soft: problem.softCount,
                    isSensitive: false,
                    scale: 1
                )
            )
            problem.softCount += 1
        }
        for type in problem.types.indices {
            let seats = problem.types[type].seats
            for option in problem.types[type].options.indices {
                guard let row = rowOfRank[min(rankMax, option + 1)] else { continue }
                problem.types[type].options[option].uses.append(RowUse(row, seats))
            }
        }
        return problem
    }
}
