import FormModel

/// Who is on the list that the seed drew.
struct LotteryDraw {
    let problem: SelectionProblem
    let lottery: LeximinLottery
    let model: LotteryModel
    let pool: [Candidate]
    let seed: Seed
    let ticket: Int
    private let tickets: Int
    let outcome: ListOutcome

    init(
        _ problem: SelectionProblem,
        _ lottery: LeximinLottery,
        _ model: LotteryModel,
        pool: [Candidate],
        seed: Seed
    ) {
        self.problem = problem
        self.lottery = lottery
        self.model = model
        self.pool = pool
        self.seed = seed
        tickets = lottery.tickets
        ticket = TicketDraw.ticket(of: lottery.tickets, seed: seed)
        let list = lottery.entries[TicketDraw.entry(of: ticket, lottery.entries)].list
        outcome = Self.outcome(list, problem, model, pool, seed)
    }

    /// Of each type those with the lowest numbers, as many as the list has of it.
    private static func outcome(
        _ list: [Int],
        _ problem: SelectionProblem,
        _ model: LotteryModel,
        _ pool: [Candidate],
        _ seed: Seed
    ) -> ListOutcome {
        var itemsOfColumn: [Int: [Int]] = [:]
        for (item, column) in model.columnOfItem.enumerated() { itemsOfColumn[column, default: []].append(item) }
        var option = [Int](repeating: -1, count: problem.items.count)
        var filled = 0
        for column in model.typeColumns where list[column] > 0 {
            let items = itemsOfColumn[column] ?? []
            let numbers = items.map { number(of: problem.items[$0], .within, pool, seed) }
            let sorted = items.indices.sorted { numbers[$0].lexicographicallyPrecedes(numbers[$1]) }
            for (index, wish) in zip(sorted, model.options(of: column, in: list)) {
                option[items[index]] = wish
                filled += problem.types[problem.items[items[index]].type].seats
            }
        }
        let misses = model.model.softRow.map { row in
            model.program.columns.enumerated().reduce(0) { sum, entry in
                sum + entry.element.filter { Int($0.row) == row }.reduce(0) { $0 + Int($1.count) * list[entry.offset] }
            }
        }
        return ListOutcome(
            option: option,
            cause: option.map { _ in nil },
            filled: filled,
            softMisses: misses,
            solves: 0
        )
    }

    static func number(
        of item: SelectionItem,
        _ purpose: LotteryNumber.Purpose,
        _ pool: [Candidate],
        _ seed: Seed
    ) -> [UInt8] {
        let first = pool[item.members[0]]
        let id = item.members.count > 1 ? "party:" + (first.party ?? "") : first.id
        return LotteryNumber.number(of: id, for: purpose, seed: seed)
    }

    func decisions(reserveSize: Int?) -> [Decision] {
        let shares = lottery.shares(model)
        var decisions: [Decision] = []
        var rank = 0
        for item in sorted(by: .order) where outcome.option[item] >= 0 {
            for member in problem.items[item].members {
                rank += 1
                decisions.append(decision(item, member, .selected, rank, shares))
            }
        }
        rank = 0
        var left: [Decision] = []
        for item in sorted(by: .reserve) where outcome.option[item] < 0 {
            let members = problem.items[item].members
            let isWaiting = rank + members.count <= reserveSize ?? .max && model.columnOfItem[item] >= 0
            for member in members {
                if isWaiting {
                    rank += 1
                    decisions.append(decision(item, member, .waitlisted, rank, shares))
                } else {
                    left.append(decision(item, member, .notSelected, nil, shares))
                }
            }
        }
        return decisions + left
    }

    private func sorted(by purpose: LotteryNumber.Purpose) -> [Int] {
        let numbers = problem.items.map { Self.number(of: $0, purpose, pool, seed) }
        return problem.items.indices.sorted { numbers[$0].lexicographicallyPrecedes(numbers[$1]) }
    }

    private func decision(
        _ item: Int,
        _ member: Int,
        _ outcome: Decision.Outcome,
        _ rank: Int?,
        _ shares: [Int]
    ) -> Decision {
        let column = model.columnOfItem[item]
        let type = problem.types[problem.items[item].type]
        guard column >= 0 else {
            return Decision(
                id: pool[member].id,
                outcome: outcome,
                rank: rank,
                chance: 0,
                reason: ReasonWording.reason(.noSession)
            )
        }
        let all = tickets * model.supply[column]
        let parameters = ["p": ChanceText.percent(shares[column], of: all)]
        var reason: DecisionReason
        switch outcome {
        case .selected where type.isGuaranteed: reason = ReasonWording.reason(.selectedGuaranteed)
        case .selected:
            reason = ReasonWording.reason(
                .selectedLottery,
                parameters.merging(["t": String(ticket)]) { own, _ in own }
            )
        default:
            reason = ReasonWording.reason(.notDrawn, parameters)
            if shares[column] == 0 {
                reason = ReasonWording.reason(.noList, ["quota": ReasonWording.balanceMark])
            }
        }
        let session = Int(type.options[max(0, self.outcome.option[item])].session)
        return Decision(
            id: pool[member].id,
            outcome: outcome,
            rank: rank,
            chance: Double(shares[column]) / Double(all),
            session: outcome == .selected && session >= 0 ? problem.sessionIDs[session] : nil,
            reason: reason
        )
    }
}

/// Chances as people read them: percent with three decimals, rounded down.
enum ChanceText {
    static func percent(_ part: Int, of whole: Int) -> String {
        let thousandths = Int64((Int128(part) * 100_000) / Int128(max(whole, 1)))
        return DecimalNumber(unscaled: thousandths, scale: 3)?.description ?? "0"
    }
}
