import FormModel

/// Writes down a run: the rules, the pool's digest, the problem as numbers, the seed, and what was decided.
struct RecordWriter {
    static let schema = "nabor-selection-1"
    static let algorithm = "sel-1"

    let compiled: CompiledRules
    let pool: [Candidate]
    let kept: [Participant]
    let seed: Seed?
    let problem: SelectionProblem
    let chosen: [CuratedPick]
    /// Items and decisions are written elsewhere.
    var leavesOutPeople = false

    init(
        _ compiled: CompiledRules,
        pool: [Candidate],
        kept: [Participant],
        seed: Seed?,
        problem: SelectionProblem,
        chosen: [CuratedPick] = []
    ) {
        self.compiled = compiled
        self.pool = pool
        self.kept = kept
        self.seed = seed
        self.problem = problem
        self.chosen = chosen
    }

    func record(outcome: ListOutcome?, decisions: [Decision], more: [JSONValue.Member] = []) -> SelectionRecord {
        let rules = RulesJSON.json(of: compiled.rules)
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)),
            .init("algorithm", .string(Self.algorithm)),
            .init("method", .string(compiled.rules.method.rawValue)),
            .init("rules", rules),
            .init("rulesHash", .string(Digest.sha256(CanonicalJSON.bytes(of: rules)))),
            .init("eventStart", RulesJSON.json(of: compiled.context.eventStart)),
            .init("eventEnd", RulesJSON.json(of: compiled.context.eventEnd)),
            .init("poolCount", .number(String(pool.count))),
            .init("poolHash", .string(PoolDigest.digest(pool))),
            .init("kept", .array(kept.map(Self.json))),
            .init("seed", seed.map { .string($0.hex) } ?? .null),
            .init("rows", .array(problem.rows.map(Self.json))),
            .init("types", .array(problem.types.map(Self.json))),
            .init("fillsFirst", .bool(problem.fillsFirst)),
            .init("softCount", .number(String(problem.softCount))),
            .init("sessions", .array(problem.sessionIDs.map(JSONValue.string))),
        ]
        if !leavesOutPeople {
            members.append(.init("items", .array(problem.items.map(json))))
            members.append(.init("decisions", .array(decisions.map(Self.json))))
        }
        if !chosen.isEmpty { members.append(.init("chosen", .array(chosen.map(Self.json)))) }
        if let outcome { members.append(.init("list", Self.json(of: outcome))) }
        return SelectionRecord(.object(members + more))
    }

    private static func json(of pick: CuratedPick) -> JSONValue {
        var members: [JSONValue.Member] = [.init("id", .string(pick.id)), .init("reason", .string(pick.reason))]
        if let session = pick.session { members.append(.init("session", .string(session))) }
        return .object(members)
    }

    private static func json(of participant: Participant) -> JSONValue {
        var members: [JSONValue.Member] = [.init("id", .string(participant.candidate.id))]
        if let session = participant.session { members.append(.init("session", .string(session))) }
        return .object(members)
    }

    static func json(of outcome: ListOutcome) -> JSONValue {
        .object([
            .init("filled", .number(String(outcome.filled))),
            .init("soft", .array(outcome.softMisses.map { .number(String($0)) })),
            .init("options", .array(outcome.option.map { .number(String($0)) })),
        ])
    }

    static func json(of row: QuotaRow) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("kind", .string(row.kind.rawValue)), .init("label", .string(row.label)),
            .init("partition", .number(String(row.partition))), .init("scale", .number(String(row.scale))),
            .init("held", .number(String(row.held))),
        ]
        if row.lower > -QuotaRow.unlimited { members.append(.init("min", .number(String(row.lower)))) }
        if row.upper < QuotaRow.unlimited { members.append(.init("max", .number(String(row.upper)))) }
        if let soft = row.soft { members.append(.init("soft", .number(String(soft)))) }
        return .object(members)
    }

    static func json(of uses: [RowUse]) -> JSONValue {
        .array(uses.map { .array([.number(String($0.row)), .number(String($0.count))]) })
    }

    static func json(of type: ItemType) -> JSONValue {
        .object([
            .init("seats", .number(String(type.seats))),
            .init("guaranteed", .bool(type.isGuaranteed)),
            .init(
                "options",
                .array(
                    type.options.map { option in
                        .object([
                            .init("session", .number(String(option.session))),
                            .init("uses", json(of: option.uses)),
                        ])
                    }
                )
            ),
        ])
    }

    private func json(of item: SelectionItem) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("ids", .array(item.members.map { .string(pool[$0].id) })),
            .init("type", .number(String(item.type))),
        ]
        if !item.caps.isEmpty { members.append(.init("caps", Self.json(of: item.caps))) }
        if item.members.count > 1, let party = pool[item.members[0]].party {
            members.append(.init("party", .string(party)))
        }
        return .object(members)
    }

    static func json(of decision: Decision) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("id", .string(decision.id)),
            .init("outcome", .string(decision.outcome.rawValue)),
            .init("reason", .string(decision.reason.code)),
            .init(
                "parameters",
                .object(
                    decision.reason.parameters.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }
                )
            ),
        ]
        if let rank = decision.rank { members.append(.init("rank", .number(String(rank)))) }
        if let session = decision.session { members.append(.init("session", .string(session))) }
        if let more = decision.moreSessions {
            members.append(.init("moreSessions", .array(more.map(JSONValue.string))))
        }
        return .object(members)
    }
}
