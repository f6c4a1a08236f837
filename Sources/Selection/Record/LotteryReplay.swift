import FormModel

/// Checks the record of a lottery with equal chances from its own numbers, without the pool.
struct LotteryReplay {
    let json: JSONValue
    let lottery: JSONValue
    private var found: [Difference] = []

    init(_ json: JSONValue, lottery: JSONValue) {
        self.json = json
        self.lottery = lottery
    }

    private mutating func add(_ path: String, _ recorded: String, _ expected: String) {
        found.append(Difference(path: path, recorded: recorded, expected: expected))
    }

    mutating func differences() -> [Difference] {
        guard let program = program(), let items = json["items"]?.elements,
            let columnOfItem = lottery["itemColumns"]?.elements?.compactMap(\.integer),
            columnOfItem.count == items.count,
            columnOfItem.allSatisfy({ (-1..<program.columns.count).contains($0) }),
            let supply = lottery["columns"]?.elements?.compactMap({ $0["supply"]?.integer }),
            let entries = entries(program)
        else {
            add("lottery", "unreadable", "rows, columns, lists that meet the rules, and tickets")
            return found
        }
        var counted = [Int](repeating: 0, count: program.columns.count)
        for column in columnOfItem where column >= 0 { counted[column] += 1 }
        if counted != supply { add("lottery.columns", "another supply", "the number of items of each kind") }
        checkCommitment()
        var shares = [Int](repeating: 0, count: supply.count)
        var tickets = 0
        for entry in entries {
            tickets += entry.tickets
            for column in shares.indices { shares[column] += entry.tickets * entry.list[column] }
        }
        checkCertificate(program, supply, shares, tickets)
        checkDraw(items, columnOfItem, supply, entries, shares, tickets)
        return found
    }

    // MARK: - Reading

    private func program() -> IntegerProgram? {
        guard let rows = lottery["rows"]?.elements, let columns = lottery["columns"]?.elements else { return nil }
        var lists: [[RowUse]] = []
        for column in columns {
            var uses: [RowUse] = []
            for pair in column["uses"]?.elements ?? [] {
                guard let row = pair.elements?.first?.integer, rows.indices.contains(row),
                    let count = pair.elements?.last?.integer, abs(count) <= ProblemReader.countMax
                else { return nil }
                uses.append(RowUse(row, count))
            }
            lists.append(uses)
        }
        func bounds(_ elements: [JSONValue], _ key: String, _ missing: Int?) -> [Int]? {
            var values: [Int] = []
            for element in elements {
                guard let value = element[key]?.integer ?? missing, abs(value) <= QuotaRow.unlimited else { return nil }
                values.append(value)
            }
            return values
        }
        guard let rowLower = bounds(rows, "min", -QuotaRow.unlimited),
            let rowUpper = bounds(rows, "max", QuotaRow.unlimited), let lower = bounds(columns, "min", nil),
            let upper = bounds(columns, "max", nil)
        else { return nil }
        return IntegerProgram(columns: lists, rowLower: rowLower, rowUpper: rowUpper, lower: lower, upper: upper)
    }

    /// The lists with their tickets; nil when one breaks a rule or the tickets do not add up.
    private func entries(_ program: IntegerProgram) -> [LeximinLottery.Entry]? {
        var entries: [LeximinLottery.Entry] = []
        for element in lottery["lists"]?.elements ?? [] {
            var list = [Int](repeating: 0, count: program.columns.count)
            for pair in element["counts"]?.elements ?? [] {
                guard let column = pair.elements?.first?.integer, list.indices.contains(column),
                    let count = pair.elements?.last?.integer
                else { return nil }
                list[column] = count
            }
            guard let tickets = element["tickets"]?.integer, (1...TicketPlaces.ticketsMax).contains(tickets),
                program.isValid(list)
            else { return nil }
            entries.append(LeximinLottery.Entry(list: list, tickets: tickets))
        }
        let sum = entries.reduce(0) { $0 + $1.tickets }
        guard (1...TicketPlaces.ticketsMax).contains(sum), lottery["tickets"]?.integer == sum else { return nil }
        return entries
    }

    // MARK: - Checks

    private mutating func checkCommitment() {
        guard let commitment = json["commitment"] else { return }
        for key in ["rulesHash", "poolHash", "poolCount", "algorithm", "lottery"] where commitment[key] != json[key] {
            add("commitment.\(key)", "another", "as in the record")
        }
        if let hash = commitment["problemHash"], hash != .string(ProblemHash.hash(of: json)) {
            add("commitment.problemHash", "another", "the numbers of the record")
        }
    }

    private mutating func checkCertificate(
        _ program: IntegerProgram,
        _ supply: [Int],
        _ shares: [Int],
        _ tickets: Int
    ) {
        guard let proof = lottery["certificate"], let weights = proof["weights"]?.elements?.compactMap(\.integer),
            let multipliers = proof["multipliers"]?.elements?.compactMap(\.integer)
        else { return add("lottery.certificate", "unreadable", "weights and multipliers") }
        if weights.isEmpty { return }
        let bound = LotteryCertificate(weights: weights, multipliers: multipliers).bound(program, supply: supply)
        guard let bound else { return add("lottery.certificate", "proves nothing", "a bound") }
        if proof["numerator"]?.text != String(bound.numerator)
            || proof["denominator"]?.text != String(bound.denominator)
        {
            add("lottery.certificate", proof["numerator"]?.text ?? "", String(bound.numerator))
        }
        if !bound.isKept(by: shares, of: tickets, supply) {
            add("lottery.certificate", "a bound below everybody's chance", "a bound that holds")
        }
        let isAttained = bound.isAttained(by: shares, of: tickets, supply)
        if lottery["isBoundAttained"]?.flag != isAttained {
            add("lottery.isBoundAttained", String(!isAttained), String(isAttained))
        }
    }

    private mutating func checkDraw(
        _ items: [JSONValue],
        _ columnOfItem: [Int],
        _ supply: [Int],
        _ entries: [LeximinLottery.Entry],
        _ shares: [Int],
        _ tickets: Int
    ) {
        guard let value = json["seed"]?.text.flatMap(Seed.init(hex:)) else {
            return add("seed", "unreadable", "64 hexadecimal digits")
        }
        var seed = value
        if let commitment = json["commitment"] { seed = Commitment(commitment).seed(for: value) }
        let ticket = TicketDraw.ticket(of: tickets, seed: seed)
        if json["ticket"]?.integer != ticket {
            add("ticket", json["ticket"].map { String($0.integer ?? -1) } ?? "absent", String(ticket))
        }
        let list = entries[TicketDraw.entry(of: ticket, entries)].list
        let moves = (lottery["columns"]?.elements ?? []).map { column -> LotteryModel.Move? in
            guard let from = column["moves"]?.integer, let option = column["option"]?.integer else { return nil }
            return LotteryModel.Move(from: from, option: option)
        }
        var chosen: [Int: Int] = [:]
        for column in list.indices where list[column] > 0 && supply[column] > 0 {
            let own = items.indices.filter { columnOfItem[$0] == column }
            let numbers = own.map { index in
                let id = items[index]["party"]?.text.map { "party:" + $0 } ?? items[index]["ids"]?.elements?.first?.text
                return LotteryNumber.number(of: id ?? "", for: .within, seed: seed)
            }
            let sorted = own.indices.sorted { numbers[$0].lexicographicallyPrecedes(numbers[$1]) }
            let options = LotteryModel.options(of: column, in: list, moves)
            for (index, option) in zip(sorted, options) { chosen[own[index]] = option }
        }
        found += LotteryDecisions(
            json: json,
            items: items,
            columnOfItem: columnOfItem,
            supply: supply,
            shares: shares,
            seed: seed,
            ticket: ticket,
            tickets: tickets,
            chosen: chosen
        ).differences()
    }
}
