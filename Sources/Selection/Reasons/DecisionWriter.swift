import FormModel

/// Turns a list into decisions: ranks, the waiting list, and a reason for everybody.
struct DecisionWriter {
    let rules: SelectionRules
    let pool: [Candidate]
    let problem: SelectionProblem
    let seed: Seed?
    private let placeOf: [Int]
    private let personCount: Int

    init(_ rules: SelectionRules, pool: [Candidate], problem: SelectionProblem, seed: Seed?) {
        self.rules = rules
        self.pool = pool
        self.problem = problem
        self.seed = seed
        personCount = problem.items.reduce(0) { $0 + $1.members.count }
        var place = 1
        placeOf = problem.items.map { item in
            defer { place += item.members.count }
            return place
        }
    }

    func decisions(_ outcome: ListOutcome) -> [Decision] {
        let selected = problem.items.indices.filter { outcome.option[$0] >= 0 }
        let others = problem.items.indices.filter { outcome.option[$0] < 0 }
        let last = selected.last.map { placeOf[$0] + problem.items[$0].members.count - 1 } ?? 0
        var decisions: [Decision] = []
        var rank = 0
        for item in selected {
            for member in problem.items[item].members {
                rank += 1
                decisions.append(selectedDecision(item, member, outcome.option[item], rank: rank, last: last))
            }
        }
        let placesAfter = placesAfterEach(outcome)
        rank = 0
        var waiting: [Decision] = []
        var left: [Decision] = []
        for item in reserveOrder(others) {
            let reason = reason(item, outcome.cause[item] ?? .full, last: last, left: placesAfter[item])
            let size = rules.reserve.size ?? .max
            let fits = rank + problem.items[item].members.count <= size && outcome.cause[item] != .noSession
            for member in problem.items[item].members {
                if fits {
                    rank += 1
                    waiting.append(Decision(id: pool[member].id, outcome: .waitlisted, rank: rank, reason: reason))
                } else {
                    left.append(Decision(id: pool[member].id, outcome: .notSelected, reason: reason))
                }
            }
        }
        return decisions + waiting + left
    }

    /// Places given to people after each item in the order: what was kept back for the rules.
    private func placesAfterEach(_ outcome: ListOutcome) -> [Int] {
        var after = [Int](repeating: 0, count: problem.items.count)
        var sum = 0
        for item in problem.items.indices.reversed() {
            after[item] = sum
            if outcome.option[item] >= 0 { sum += problem.types[problem.items[item].type].seats }
        }
        return after
    }

    /// The same order continued; a lottery draws numbers of their own for the waiting list.
    private func reserveOrder(_ items: [Int]) -> [Int] {
        guard rules.method == .lottery, let seed else { return items }
        let numbers = items.map { item in
            LotteryNumber.number(of: pool[problem.items[item].members[0]].id, for: .reserve, seed: seed)
        }
        return items.indices.sorted { numbers[$0].lexicographicallyPrecedes(numbers[$1]) }.map { items[$0] }
    }

    private func selectedDecision(_ item: Int, _ member: Int, _ option: Int, rank: Int, last: Int) -> Decision {
        let type = problem.types[problem.items[item].type]
        let session = Int(type.options[option].session)
        var reason = ReasonWording.reason(
            .selectedOrder,
            [
                "r": String(placeOf[item]), "n": String(personCount),
                "last": String(last),
            ]
        )
        if type.isGuaranteed { reason = ReasonWording.reason(.selectedGuaranteed) }
        return Decision(
            id: pool[member].id,
            outcome: .selected,
            rank: rank,
            session: session >= 0 ? problem.sessionIDs[session] : nil,
            reason: reason
        )
    }

    private func reason(_ item: Int, _ cause: BlockCause, last: Int, left: Int) -> DecisionReason {
        let place = String(placeOf[item])
        switch cause {
        case .noSession: return ReasonWording.reason(.noSession)
        case .full:
            if problem.items[item].members.count > 1 { return ReasonWording.reason(.party) }
            return ReasonWording.reason(.full, ["r": place, "last": String(last)])
        case .row(let row):
            let bounds = problem.rows[row]
            switch bounds.kind {
            case .seats: return ReasonWording.reason(.full, ["r": place, "last": String(last)])
            case .session: return ReasonWording.reason(.session, ["session": bounds.value, "r": place])
            case .cap: return ReasonWording.reason(.organisationMax, ["max": String(bounds.writtenUpper)])
            case .quota, .rank:
                return ReasonWording.reason(
                    .quotaMax,
                    ["max": PublicRuleName.maximum(bounds), "quota": PublicRuleName.name([bounds])]
                )
            }
        case .outranked(let row, let own, let last):
            return ReasonWording.reason(
                .sessionOrder,
                ["session": problem.rows[row].value, "r": String(own), "last": String(last)]
            )
        case .needed(let rows):
            return ReasonWording.reason(
                .quotaNeeded,
                ["left": String(left), "quota": PublicRuleName.name(rows.map { problem.rows[$0] })]
            )
        }
    }
}

/// How rules are named to people: sensitive ones never.
enum PublicRuleName {
    static func name(_ rows: [QuotaRow]) -> String {
        if rows.contains(where: \.isSensitive) { return ReasonWording.balanceMark }
        var names: [String] = []
        for row in rows where !names.contains(row.label) { names.append(row.label) }
        return names.isEmpty ? ReasonWording.balanceMark : names.joined(separator: ", ")
    }

    static func maximum(_ row: QuotaRow) -> String {
        row.scale == 1 && !row.isSensitive ? String(row.writtenUpper) : "-"
    }
}
