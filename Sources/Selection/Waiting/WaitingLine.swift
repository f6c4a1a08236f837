public import FormModel

/// Where somebody stands on a waiting list: in the whole line, and among those whom no rule tells apart from them.
public struct WaitingPlace: Hashable, Sendable {
    /// From 1.
    public var inLine: Int
    public var lineLength: Int
    /// From 1; among people with the same values in every rule.
    public var inCategory: Int
    public var categoryCount: Int
}

/// The places of everybody on a waiting list. No promise: who is next depends on whose place becomes free.
public struct WaitingLine: Sendable {
    public let places: [String: WaitingPlace]

    /// `waiting` stands in the order of the list; `participants` hold seats.
    public init(
        rules: SelectionRules,
        context: SelectionContext = SelectionContext(),
        waiting: [Candidate],
        participants: [Participant] = []
    ) throws(SelectionError) {
        try PoolCheck.check(waiting, kept: participants)
        let compiled = try CompiledRules(rules, context: context)
        let pool = waiting.map { candidate in
            var plain = candidate
            plain.guaranteed = nil
            return plain
        }
        let problem = ProblemBuilder.problem(compiled, pool: pool, units: pool.indices.map { [$0] }, kept: participants)
        var counts = [Int](repeating: 0, count: problem.types.count)
        var own: [Int] = []
        for item in problem.items {
            counts[item.type] += 1
            own.append(counts[item.type])
        }
        var places: [String: WaitingPlace] = [:]
        for (index, item) in problem.items.enumerated() {
            places[pool[item.members[0]].id] = WaitingPlace(
                inLine: index + 1,
                lineLength: pool.count,
                inCategory: own[index],
                categoryCount: counts[item.type]
            )
        }
        self.places = places
    }
}
