import FormModel

/// Finds the list for rules with or without sessions: the best in order, the stable one, or the one with the best ranks;
/// then deals with sessions that stay too small.
struct GroupRun {
    /// The rules as they are after merging; those of the run itself are never changed.
    private(set) var compiled: CompiledRules
    private(set) var pool: [Candidate]
    private(set) var kept: [Participant]
    let units: [[Int]]
    private(set) var problem: SelectionProblem
    private(set) var orders: SessionOrders?
    /// Sessions dropped or merged.
    private(set) var remarks: [Explanation] = []

    /// `units` stand in the common order.
    init(
        _ compiled: CompiledRules,
        pool: [Candidate],
        units: [[Int]],
        kept: [Participant]
    ) throws(SelectionError) {
        self.compiled = compiled
        self.pool = pool
        self.kept = kept
        self.units = units
        problem = ProblemBuilder.problem(compiled, pool: pool, units: units, kept: kept)
        if compiled.rules.assign?.how == .rankProfile { problem = RankProfile.arranged(problem) }
        guard compiled.rules.sessions.contains(where: \.hasOwnOrder) else { return }
        if let item = problem.items.first(where: { problem.types[$0.type].seats > 1 }) {
            throw SelectionError(.partyWithOwnOrder, subject: pool[item.members[0]].id)
        }
        orders = SessionOrders(compiled, problem: problem, pool: pool)
    }

    /// What the record says beside rows, types and items.
    var members: [JSONValue.Member] { orders.map { [.init("sessionOrders", $0.json)] } ?? [] }

    func find() throws(ListFailure) -> ListOutcome { try Self.find(problem, orders: orders) }

    static func find(_ problem: SelectionProblem, orders: SessionOrders?) throws(ListFailure) -> ListOutcome {
        if let orders { return try orders.list(problem) }
        if let outcome = RankProfileFlow.list(problem) { return outcome }
        return try BestList.find(problem, order: BestList.walkOrder(problem))
    }

    /// The list, with sessions that stay below their minimum dropped or merged as the rules say, the smallest first.
    mutating func settle() throws(SettleFailure) -> ListOutcome {
        var outcome = try found()
        guard let how = compiled.rules.assign?.belowMinimum, how != .ask else { return outcome }
        var closed: Set<String> = []
        for _ in compiled.rules.sessions {
            let counts = SessionCounts.counts(problem, outcome)
            let short = compiled.rules.sessions.indices.filter { index in
                !closed.contains(compiled.rules.sessions[index].id) && problem.rows[1 + index].upper > 0
                    && counts[index] < compiled.rules.sessions[index].seats.minimum
            }
            guard let smallest = short.min(by: { (counts[$0], -$0) < (counts[$1], -$1) }) else { break }
            let session = compiled.rules.sessions[smallest]
            closed.insert(session.id)
            if how == .cancel {
                remarks.append(
                    StaffWording.sessionCancelled(
                        session: session.id,
                        have: counts[smallest],
                        minimum: session.seats.minimum
                    )
                )
                problem.rows[1 + smallest].upper = 0
            } else {
                guard let target = target(for: session, counts) else { continue }
                remarks.append(
                    StaffWording.sessionMerged(
                        session: session.id,
                        into: target,
                        have: counts[smallest],
                        minimum: session.seats.minimum
                    )
                )
                do {
                    try merge(session, into: target)
                } catch {
                    throw .refused(error)
                }
            }
            outcome = try found()
        }
        return outcome
    }

    enum SettleFailure: Error {
        case list(ListFailure)
        case refused(SelectionError)
    }

    private func found() throws(SettleFailure) -> ListOutcome {
        do {
            return try find()
        } catch {
            throw .list(error)
        }
    }

    // MARK: - Merging

    /// The session named for it, else the one with the most free places.
    private func target(for session: SelectionSession, _ counts: [Int]) -> String? {
        if let named = session.mergeInto { return compiled.rules.sessions.contains { $0.id == named } ? named : nil }
        let others = compiled.rules.sessions.indices.filter { index in
            compiled.rules.sessions[index].id != session.id
                && counts[index] < compiled.rules.sessions[index].seats.maximum
        }
        let best = others.max { left, right in
            let free = { compiled.rules.sessions[$0].seats.maximum - counts[$0] }
            return (free(left), -left) < (free(right), -right)
        }
        return best.map { compiled.rules.sessions[$0].id }
    }

    /// Everybody who wished for the one wishes for the other instead, and fits it if they fitted the one.
    private mutating func merge(_ session: SelectionSession, into target: String) throws(SelectionError) {
        var rules = compiled.rules
        rules.sessions.removeAll { $0.id == session.id }
        for index in rules.sessions.indices {
            rules.sessions[index].overlaps.removeAll { $0 == session.id }
            if rules.sessions[index].mergeInto == session.id { rules.sessions[index].mergeInto = nil }
            guard rules.sessions[index].id == target else { continue }
            if let own = rules.sessions[index].need, let other = session.need {
                rules.sessions[index].need = "(\(own)) or (\(other))"
            } else {
                rules.sessions[index].need = nil
            }
        }
        for index in pool.indices {
            pool[index].wishes = pool[index].wishes.map { $0 == session.id ? target : $0 }
        }
        for index in kept.indices where kept[index].session == session.id { kept[index].session = target }
        let saved = remarks
        self = try GroupRun(
            CompiledRules(rules, context: compiled.context),
            pool: pool,
            units: units,
            kept: kept
        )
        remarks = saved
    }
}
