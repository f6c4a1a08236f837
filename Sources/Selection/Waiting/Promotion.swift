public import FormModel

/// Who is offered a place that became free.
public struct PromotionResult: Hashable, Sendable {
    /// One offer: a person, or a party that comes together.
    public struct Offer: Hashable, Sendable {
        public var ids: [String]
        public var session: String?
        public var reason: DecisionReason
    }

    /// Somebody before those offered who could not be taken, and why.
    public struct Passed: Hashable, Sendable {
        public var id: String
        public var reason: DecisionReason
    }

    /// In the order of the list; empty when nobody fits or no place is free.
    public var offers: [Offer]
    public var passedOver: [Passed]
    /// Why nobody fits and what it would take; nil when somebody does or nobody waits.
    public var unmet: [Explanation]
}

/// Fills free places from the waiting list: the first people with whom all rules still hold. The one code path for every
/// front.
public struct Promotion: Sendable {
    public let rules: SelectionRules
    public let context: SelectionContext

    public init(rules: SelectionRules, context: SelectionContext = SelectionContext()) {
        self.rules = rules
        self.context = context
    }

    /// Offers for the free seats.
    ///
    /// The list offered is the best in order among those that fill as many of the free seats as can be while every hard
    /// rule holds with the present participants. Nobody who holds a seat is displaced.
    /// - Parameters:
    ///   - waiting: in the order of the waiting list. Their guaranteed places count no more.
    ///   - participants: everybody who holds a seat, offered or confirmed.
    ///   - freeSeats: at most so many; nil takes all that the rules leave.
    public func offers(
        waiting: [Candidate],
        participants: [Participant],
        freeSeats: Int? = nil
    ) throws(SelectionError) -> PromotionResult {
        try PoolCheck.check(waiting, kept: participants)
        let compiled = try CompiledRules(rules, context: context)
        let pool = Self.withoutGuarantees(waiting)
        let units = Self.units(pool, compiled)
        var problem = ProblemBuilder.problem(compiled, pool: pool, units: units, kept: participants)
        if let freeSeats { problem.rows[0].upper = min(problem.rows[0].upper, max(0, freeSeats)) }
        guard problem.capacity > 0, !units.isEmpty else {
            return PromotionResult(offers: [], passedOver: [], unmet: [])
        }
        do throws(ListFailure) {
            let outcome = try BestList.find(problem, order: Array(problem.items.indices))
            return result(problem, outcome, pool)
        } catch {
            if error == .undecided { throw SelectionError(.searchTooLarge) }
            return PromotionResult(offers: [], passedOver: [], unmet: nobody(problem, pool))
        }
    }

    /// The first offer alone: the answer to one withdrawal.
    public func next(
        waiting: [Candidate],
        participants: [Participant],
        freeSeats: Int? = nil
    ) throws(SelectionError) -> PromotionResult {
        var result = try offers(waiting: waiting, participants: participants, freeSeats: freeSeats)
        result.offers = Array(result.offers.prefix(1))
        if let first = result.offers.first?.ids.first, let place = waiting.firstIndex(where: { $0.id == first }) {
            let before = Set(waiting[..<place].map(\.id))
            result.passedOver.removeAll { !before.contains($0.id) }
        }
        return result
    }

    static func withoutGuarantees(_ waiting: [Candidate]) -> [Candidate] {
        waiting.map { candidate in
            var plain = candidate
            plain.guaranteed = nil
            return plain
        }
    }

    /// Parties stand where their first member stands and come as a whole; a party of which somebody is not on the list
    /// cannot come together and waits.
    static func units(_ pool: [Candidate], _ compiled: CompiledRules) -> [[Int]] {
        var parties: [String: [Int]] = [:]
        for (index, candidate) in pool.enumerated() {
            if let party = candidate.party, !party.isEmpty { parties[party, default: []].append(index) }
        }
        var units: [[Int]] = []
        for (index, candidate) in pool.enumerated() {
            if compiled.failedNeed(of: candidate) != nil { continue }
            guard let party = candidate.party, let members = parties[party], members.count > 1 else {
                units.append([index])
                continue
            }
            guard members[0] == index, members.allSatisfy({ compiled.failedNeed(of: pool[$0]) == nil }) else {
                continue
            }
            units.append(members)
        }
        return units
    }

    private func result(_ problem: SelectionProblem, _ outcome: ListOutcome, _ pool: [Candidate]) -> PromotionResult {
        let writer = DecisionWriter(rules, pool: pool, problem: problem, seed: nil)
        var offers: [PromotionResult.Offer] = []
        let lastTaken = problem.items.indices.last { outcome.option[$0] >= 0 } ?? -1
        var passedIDs: Set<String> = []
        for (item, option) in outcome.option.enumerated() {
            let members = problem.items[item].members.map { pool[$0].id }
            if option < 0 {
                if item < lastTaken { passedIDs.formUnion(members) }
                continue
            }
            let session = Int(problem.types[problem.items[item].type].options[option].session)
            offers.append(
                PromotionResult.Offer(
                    ids: members,
                    session: session >= 0 ? problem.sessionIDs[session] : nil,
                    reason: ReasonWording.reason(.promoted)
                )
            )
        }
        let passed = writer.decisions(outcome).filter { passedIDs.contains($0.id) }
            .map { PromotionResult.Passed(id: $0.id, reason: $0.reason) }
        var unmet: [Explanation] = []
        if offers.isEmpty { unmet = nobody(problem, pool) }
        return PromotionResult(offers: offers, passedOver: passed, unmet: unmet)
    }

    /// What it would take, and whom it would let in.
    private func nobody(_ problem: SelectionProblem, _ pool: [Candidate]) -> [Explanation] {
        let changes = Diagnosis(problem).relaxations(filling: 1, rules: rules).map { changeSet in
            var changed = changeSet
            changed.letsIn = firstLetIn(by: changeSet.changes, problem, pool)
            return changed
        }
        func texts(_ language: InterfaceLanguage) -> String {
            changes.map { set in set.text.text(in: language) + (set.letsIn.map { " (\($0))" } ?? "") }
                .joined(separator: " / ")
        }
        let (options, english) = (texts(.polish), texts(.english))
        return [
            StaffWording.explanation(
                .nobodyFits,
                ["free": String(problem.capacity), "waiting": String(problem.items.count)],
                "Nikt z listy rezerwowej nie pasuje do wolnego miejsca. Możliwe zmiany: \(options.isEmpty ? "brak" : options)",
                "Nobody on the waiting list fits the free place. Possible changes: \(english.isEmpty ? "none" : english)",
                changes: changes
            )
        ]
    }

    private func firstLetIn(by changes: [RuleChange], _ problem: SelectionProblem, _ pool: [Candidate]) -> String? {
        let relaxed = Diagnosis.apply(changes, to: problem)
        guard let outcome = try? BestList.find(relaxed, order: Array(relaxed.items.indices)) else { return nil }
        return outcome.option.indices.first { outcome.option[$0] >= 0 }.map { pool[relaxed.items[$0].members[0]].id }
    }
}
