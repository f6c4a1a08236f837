import FormModel

/// What staff should know about a run beside the decisions.
enum PoolRemarks {
    /// Rules that could not be met although a list was found.
    static func unmet(_ problem: SelectionProblem, _ outcome: ListOutcome, _ rules: SelectionRules) -> [Explanation] {
        var remarks = unfilled(
            filled: outcome.filled + problem.rows[0].held,
            seats: rules.seats,
            eligible: problem.items.reduce(0) { $0 + $1.members.count },
            isSomebodyOut: outcome.option.contains(-1)
        )
        let softs = softQuotas(rules)
        for (index, missed) in outcome.softMisses.enumerated() where missed > 0 && index < softs.count {
            let scale = problem.rows.first { $0.soft == index }?.scale ?? 1
            remarks.append(StaffWording.softMissed(rule: softs[index], by: (missed + scale - 1) / scale))
        }
        let counts = SessionCounts.counts(problem, outcome)
        for (index, session) in rules.sessions.enumerated()
        where counts[index] < session.seats.minimum && session.seats.minimum < session.seats.maximum
            && problem.rows[1 + index].upper > 0
        {
            remarks.append(
                StaffWording.sessionBelowMinimum(
                    session: session.id,
                    have: counts[index],
                    minimum: session.seats.minimum
                )
            )
        }
        return remarks
    }

    /// Fewer places filled than the rules ask for at least.
    static func unfilled(filled: Int, seats: SeatRange, eligible: Int, isSomebodyOut: Bool) -> [Explanation] {
        guard filled < seats.minimum, isSomebodyOut || seats.minimum < seats.maximum else { return [] }
        return [StaffWording.seatsUnfilled(filled: filled, seats: seats.minimum, eligible: eligible)]
    }

    /// Ids of the soft quotas in the order in which they count.
    private static func softQuotas(_ rules: SelectionRules) -> [String] {
        let all = rules.quotas + rules.sessions.flatMap(\.quotas)
        return all.enumerated().filter { $1.isSoft }
            .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element.id)
    }

    /// Values that quotas name and nobody has, with the value that was probably meant.
    static func absentValues(
        _ problem: SelectionProblem,
        _ rules: SelectionRules,
        pool: [Candidate],
        kept: [Participant]
    ) -> [Explanation] {
        guard !pool.isEmpty else { return [] }
        var used = Set<Int32>()
        for type in problem.types { for option in type.options { used.formUnion(option.uses.map(\.row)) } }
        var remarks: [Explanation] = []
        for (index, row) in problem.rows.enumerated()
        where row.kind == .quota && row.scale == 1 && row.held == 0 && !used.contains(Int32(index)) {
            remarks.append(
                StaffWording.valueAbsent(rule: row.label, suggestion: suggestion(for: row, rules, pool))
            )
        }
        return remarks
    }

    private static func suggestion(for row: QuotaRow, _ rules: SelectionRules, _ pool: [Candidate]) -> String? {
        guard let quota = rules.quotas.first(where: { $0.id == row.quota }),
            case .attributes(let names) = quota.subject, names.count == 1
        else { return nil }
        let values = Set(pool.compactMap { $0.attributes[names[0]] }).subtracting(quota.values.map(\.value))
        return NearestWord.nearest(to: row.value, among: values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
}
