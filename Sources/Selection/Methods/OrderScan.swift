/// Takes whoever fits, in order, by counting alone.
///
/// Every refusal rests on a condition that any list must meet, so when the walk ends with a list that meets all rules and
/// fills as many places as could be, that list is the lexicographically best one. When it does not end so, nothing is
/// claimed and the exact search is asked.
struct OrderScan {
    let problem: SelectionProblem
    private var have: [Int]
    private var unmet: [Int]
    private var left: Int

    init(_ problem: SelectionProblem) {
        self.problem = problem
        have = Array(repeating: 0, count: problem.rows.count)
        unmet = Array(repeating: 0, count: (problem.rows.map(\.partition).max() ?? 0) + 1)
        for row in problem.rows where row.partition > 0 && row.lower > 0 { unmet[row.partition] += row.lower }
        left = problem.capacity
    }

    /// The best list for the order of items, or nil when counting alone does not decide.
    mutating func run(order: [Int]) -> ListOutcome? {
        guard problem.softCount == 0 else { return nil }
        let count = problem.items.count
        var outcome = ListOutcome(
            option: Array(repeating: -1, count: count),
            cause: Array(repeating: nil, count: count),
            filled: 0,
            softMisses: [],
            solves: 0
        )
        for item in order {
            let type = problem.types[problem.items[item].type]
            let isLate = left == 0 && !type.options.isEmpty
            let (option, cause) = isLate ? (nil, .full) : firstFitting(problem.items[item], type)
            if let option {
                take(type.options[option], caps: problem.items[item].caps)
                outcome.option[item] = option
                outcome.filled += type.seats
            } else {
                if type.isGuaranteed { return nil }
                outcome.cause[item] = cause
            }
        }
        return isBest(outcome) ? outcome : nil
    }

    private func firstFitting(_ item: SelectionItem, _ type: ItemType) -> (option: Int?, cause: BlockCause) {
        var cause = BlockCause.noSession
        for (index, option) in type.options.enumerated() {
            guard let obstacle = obstacle(option, caps: item.caps, seats: type.seats) else { return (index, .full) }
            if index == 0 { cause = obstacle }
        }
        return (nil, cause)
    }

    private func obstacle(_ option: ItemType.Option, caps: [RowUse], seats: Int) -> BlockCause? {
        for uses in [option.uses, caps] {
            for use in uses where use.row != 0 {
                let row = problem.rows[Int(use.row)]
                if row.scale == 1, have[Int(use.row)] + Int(use.count) > row.upper { return .row(Int(use.row)) }
            }
        }
        if seats > left { return .full }
        return neededElsewhere(option, leftAfter: left - seats)
    }

    /// Each place counts for at most one row of a partition, so its unmet minima need as many places as they add up to.
    private func neededElsewhere(_ option: ItemType.Option, leftAfter: Int) -> BlockCause? {
        for partition in unmet.indices where unmet[partition] > leftAfter {
            var after = unmet[partition]
            for use in option.uses {
                let row = problem.rows[Int(use.row)]
                if row.partition == partition {
                    after -= min(Int(use.count), max(0, row.lower - have[Int(use.row)]))
                }
            }
            if after > leftAfter { return .needed(unmetRows(of: partition)) }
        }
        return nil
    }

    private func unmetRows(of partition: Int) -> [Int] {
        problem.rows.indices.filter { problem.rows[$0].partition == partition && have[$0] < problem.rows[$0].lower }
    }

    private mutating func take(_ option: ItemType.Option, caps: [RowUse]) {
        for uses in [option.uses, caps] {
            for use in uses {
                let row = Int(use.row)
                let missing = max(0, problem.rows[row].lower - have[row])
                have[row] += Int(use.count)
                if problem.rows[row].partition > 0, missing > 0 {
                    unmet[problem.rows[row].partition] -= min(missing, Int(use.count))
                }
                if row == 0 { left -= Int(use.count) }
            }
        }
    }

    private func isBest(_ outcome: ListOutcome) -> Bool {
        for (row, bounds) in problem.rows.enumerated() {
            if have[row] < bounds.lower || have[row] > bounds.upper { return false }
        }
        guard problem.fillsFirst else { return true }
        let wanted = problem.items.reduce(0) { sum, item in
            problem.types[item.type].options.isEmpty ? sum : sum + problem.types[item.type].seats
        }
        return outcome.filled == min(problem.capacity, wanted)
    }
}
