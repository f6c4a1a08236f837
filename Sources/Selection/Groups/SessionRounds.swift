import FormModel

/// Gives people further sessions that do not overlap with what they have, one more a round: nobody gets a second one
/// before everybody had the chance of a first.
struct SessionRounds {
    let compiled: CompiledRules
    let pool: [Candidate]
    let kept: [Participant]
    /// Units in the common order.
    let units: [[Int]]

    struct Outcome {
        /// Further sessions by id of the person.
        var sessions: [String: [String]] = [:]
        /// What the record says of each round.
        var records: [JSONValue] = []
    }

    /// `first`: the session of everybody selected, by id.
    func run(first: [String: String]) throws(SelectionError) -> Outcome {
        var outcome = Outcome()
        guard let wishes = compiled.rules.wishes, wishes.perPerson > 1 else { return outcome }
        var held = first.mapValues { [$0] }
        for _ in 1..<wishes.perPerson {
            var rules = compiled.rules
            // Places of the whole were given in the first round; now only those of the sessions count.
            rules.seats = SeatRange(minimum: 0, maximum: max(1, rules.sessions.reduce(0) { $0 + $1.seats.maximum }))
            rules.quotas = []
            rules.wishes?.otherwise = .none
            rules.assign?.belowMinimum = .ask
            let compiled = try CompiledRules(rules, context: compiled.context)
            var pool = pool
            for index in pool.indices {
                pool[index].guaranteed = nil
                pool[index].wishes = open(wishes: pool[index].wishes, held: held[pool[index].id] ?? [])
            }
            let units = units.filter { unit in
                unit.allSatisfy { held[pool[$0].id] != nil && !pool[$0].wishes.isEmpty }
            }
            guard !units.isEmpty else { break }
            let group = try GroupRun(compiled, pool: pool, units: units, kept: kept + participants(held))
            guard let list = try? group.find() else { throw SelectionError(.searchTooLarge) }
            var isAnybodyPlaced = false
            for (item, option) in list.option.enumerated() where option >= 0 {
                isAnybodyPlaced = true
                let own = group.problem.types[group.problem.items[item].type].options[option]
                let session = group.problem.sessionIDs[Int(own.session)]
                for member in group.problem.items[item].members {
                    held[pool[member].id, default: []].append(session)
                    outcome.sessions[pool[member].id, default: []].append(session)
                }
            }
            guard isAnybodyPlaced else { break }
            outcome.records.append(Self.json(group, list))
        }
        return outcome
    }

    private func participants(_ held: [String: [String]]) -> [Participant] {
        pool.flatMap { candidate in (held[candidate.id] ?? []).map { Participant(candidate, session: $0) } }
    }

    /// Neither what the person has nor what is held at the same time.
    private func open(wishes: [String], held: [String]) -> [String] {
        wishes.filter { wish in
            !held.contains(wish)
                && !compiled.rules.sessions.contains { session in
                    held.contains(session.id) && session.overlaps.contains(wish)
                        || session.id == wish && session.overlaps.contains { held.contains($0) }
                }
        }
    }

    private static func json(_ group: GroupRun, _ list: ListOutcome) -> JSONValue {
        let writer = RecordWriter(group.compiled, pool: group.pool, kept: [], seed: nil, problem: group.problem)
        let keys = ["rows", "types", "items", "fillsFirst", "softCount", "sessions", "list"]
        let record = writer.record(outcome: list, decisions: []).json
        return .object((record.members ?? []).filter { keys.contains($0.key) } + group.members)
    }
}
