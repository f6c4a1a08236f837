import FormModel

/// Carries out a record's run again.
struct RecordReplay {
    let json: JSONValue
    let rules: SelectionRules

    init(_ json: JSONValue, rules: SelectionRules) {
        self.json = json
        self.rules = rules
    }

    /// The whole run with the pool: every member of the record is made again.
    func differences(pool: [Candidate]) -> [Difference] {
        DrawOrder.differences(json, rules: rules) + runDifferences(pool: pool)
    }

    private func runDifferences(pool: [Candidate]) -> [Difference] {
        var byID: [String: Candidate] = [:]
        for candidate in pool { byID[candidate.id] = candidate }
        var kept: [Participant] = []
        for (index, entry) in (json["kept"]?.elements ?? []).enumerated() {
            guard let id = entry["id"]?.text, let candidate = byID.removeValue(forKey: id) else {
                return [
                    Difference(path: "kept[\(index)].id", recorded: entry["id"]?.text ?? "", expected: "in the pool")
                ]
            }
            kept.append(Participant(candidate, session: entry["session"]?.text))
        }
        let rest = pool.filter { byID[$0.id] != nil }
        let context = SelectionContext(
            eventStart: json["eventStart"]?.text.flatMap { CalendarDate(iso: $0) },
            eventEnd: json["eventEnd"]?.text.flatMap { CalendarDate(iso: $0) }
        )
        let chosen = (json["chosen"]?.elements ?? []).map { entry in
            CuratedPick(
                id: entry["id"]?.text ?? "",
                session: entry["session"]?.text,
                reason: entry["reason"]?.text ?? ""
            )
        }
        do throws(SelectionError) {
            let result = try Selector(rules: rules, context: context)
                .run(
                    pool: rest,
                    seed: json["seed"]?.text.flatMap(Seed.init(hex:)),
                    kept: kept,
                    chosen: chosen,
                    commitment: json["commitment"].map { Commitment($0) },
                    origin: json["draw"].flatMap { SeedOrigin($0) }
                )
            var found: [Difference] = []
            RecordVerifier.compare(json, result.record.json, path: "", into: &found)
            return found
        } catch {
            return [Difference(path: "", recorded: "a run", expected: "error \(error.code.rawValue) \(error.subject)")]
        }
    }

    /// The list alone, from the rows, types and items in the record.
    func differencesFromNumbers() -> [Difference] {
        DrawOrder.differences(json, rules: rules) + listDifferences()
    }

    private func listDifferences() -> [Difference] {
        if let lottery = json["lottery"] {
            var replay = LotteryReplay(json, lottery: lottery)
            return replay.differences()
        }
        guard rules.method != .curated, json["list"] != nil else { return [] }
        guard let problem = ProblemReader(json).problem() else {
            return [Difference(path: "items", recorded: "unreadable", expected: "rows, types and items of a run")]
        }
        var found = orderDifferences(problem)
        let orders = json["sessionOrders"].flatMap { SessionOrders($0, problem: problem) }
        if json["sessionOrders"] != nil, orders == nil {
            found.append(Difference(path: "sessionOrders", recorded: "others", expected: "everybody able, once"))
        }
        guard let outcome = try? GroupRun.find(problem, orders: orders) else {
            return found + [Difference(path: "list", recorded: "a list", expected: "no list meets the rules")]
        }
        RecordVerifier.compare(json["list"], RecordWriter.json(of: outcome), path: "list", into: &found)
        found += outcomeDifferences(problem, outcome)
        for (index, round) in (json["rounds"]?.elements ?? []).enumerated() {
            found += Self.roundDifferences(round, path: "rounds[\(index)]")
        }
        return found
    }

    private static func roundDifferences(_ round: JSONValue, path: String) -> [Difference] {
        var found: [Difference] = []
        guard let problem = ProblemReader(round).problem(),
            let outcome = try? GroupRun.find(
                problem,
                orders: round["sessionOrders"].flatMap { SessionOrders($0, problem: problem) }
            )
        else { return [Difference(path: path, recorded: "unreadable", expected: "a list")] }
        RecordVerifier.compare(round["list"], RecordWriter.json(of: outcome), path: path + ".list", into: &found)
        return found
    }

    /// A lottery's order is that of the seeded numbers.
    private func orderDifferences(_ problem: SelectionProblem) -> [Difference] {
        guard rules.method == .lottery else { return [] }
        guard let value = json["seed"]?.text.flatMap(Seed.init(hex:)) else {
            return [Difference(path: "seed", recorded: "absent", expected: "64 hexadecimal digits")]
        }
        let seed = json["commitment"].map { Commitment($0).seed(for: value) } ?? value
        let items = json["items"]?.elements ?? []
        let numbers = items.map { item in
            LotteryNumber.number(
                of: item["party"]?.text.map { "party:" + $0 } ?? item["ids"]?.elements?.first?.text ?? "",
                for: .order,
                seed: seed
            )
        }
        return numbers.indices.dropFirst()
            .filter { numbers[$0].lexicographicallyPrecedes(numbers[$0 - 1]) }
            .map { Difference(path: "items[\($0)]", recorded: "out of order", expected: "the order of the seed") }
    }

    /// The decisions say what the list says.
    private func outcomeDifferences(_ problem: SelectionProblem, _ outcome: ListOutcome) -> [Difference] {
        var selected: Set<String> = []
        for (item, option) in outcome.option.enumerated() where option >= 0 {
            for id in json["items"]?.elements?[item]["ids"]?.elements ?? [] {
                if let id = id.text { selected.insert(id) }
            }
        }
        var found: [Difference] = []
        for (index, decision) in (json["decisions"]?.elements ?? []).enumerated() {
            if decision["reason"]?.text == ReasonCode.selectedGuest.rawValue { continue }
            let isSelected = decision["outcome"]?.text == Decision.Outcome.selected.rawValue
            let id = decision["id"]?.text ?? ""
            if isSelected != selected.contains(id) {
                found.append(
                    Difference(
                        path: "decisions[\(index)].outcome",
                        recorded: decision["outcome"]?.text ?? "",
                        expected: isSelected ? "not selected" : "selected"
                    )
                )
            }
            if isSelected { selected.remove(id) }
        }
        if let missing = selected.sorted().first {
            found.append(Difference(path: "decisions", recorded: "\(missing) absent", expected: "selected"))
        }
        return found
    }
}
