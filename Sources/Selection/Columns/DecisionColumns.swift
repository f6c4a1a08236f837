public import FormModel

/// The decisions of one run over a large pool, kept as columns: outcome, place and cause of everybody stand at once, the
/// words of a reason are made when it is read.
public struct DecisionColumns: RandomAccessCollection, Sendable, Equatable {
    enum Source: Sendable {
        case columns(ColumnDecisions)
        /// From the general way.
        case list([Decision])
    }

    let source: Source

    init(source: Source) { self.source = source }

    init(_ decisions: [Decision]) { source = .list(decisions) }

    public static func == (left: DecisionColumns, right: DecisionColumns) -> Bool { left.elementsEqual(right) }

    public var startIndex: Int { 0 }

    public var endIndex: Int {
        switch source {
        case .columns(let columns): columns.pool.count
        case .list(let decisions): decisions.count
        }
    }

    /// In the order of `SelectionResult.decisions`.
    public subscript(position: Int) -> Decision {
        switch source {
        case .columns(let columns): columns.decision(position)
        case .list(let decisions): decisions[position]
        }
    }

    /// How many people have a place.
    public var selectedCount: Int {
        switch source {
        case .columns(let columns): columns.selectedCount
        case .list(let decisions): decisions.count { $0.outcome == .selected }
        }
    }

    /// False where the rules needed the general way and nothing was kept in columns.
    public var isColumnar: Bool {
        if case .columns = source { return true }
        return false
    }
}

/// What the columns of a run say about each person.
struct ColumnDecisions: Sendable {
    let rules: SelectionRules
    let pool: [Candidate]
    let problem: SelectionProblem
    let caps: [ColumnPlan.Cap]
    /// Position in the order of everybody: first those selected, then the others in the order of the waiting list.
    let positions: [Int32]
    let order: [Int32]
    let types: [Int32]
    let outcome: ColumnOutcome
    let selectedCount: Int
    let waitingCount: Int
    /// Place of the last one selected.
    let last: Int
    /// Places given after each position.
    private let after: [Int32]

    init(_ run: ColumnRun, _ outcome: ColumnOutcome) {
        rules = run.compiled.rules
        pool = run.pool
        problem = run.problem
        caps = run.plan.caps
        order = run.order
        types = run.types
        self.outcome = outcome
        var selected: [Int32] = []
        var others: [Int32] = []
        others.reserveCapacity(outcome.cause.count)
        for (position, cause) in outcome.cause.enumerated() {
            if cause == ColumnOutcome.taken { selected.append(Int32(position)) } else { others.append(Int32(position)) }
        }
        if rules.method == .lottery, let seed = run.seed {
            let people = others.map { run.order[Int($0)] }
            var place = [Int32](repeating: 0, count: run.pool.count)
            for (position, person) in run.order.enumerated() { place[Int(person)] = Int32(position) }
            others = ColumnOrder.numbered(people, run.pool, NumberMaker(.reserve, seed: seed)).map { place[Int($0)] }
        }
        selectedCount = selected.count
        waitingCount = Swift.min(others.count, run.compiled.rules.reserve.size ?? others.count)
        last = selected.last.map { Int($0) + 1 } ?? 0
        let seats = run.problem.types.map { Int32($0.seats) }
        var after = [Int32](repeating: 0, count: outcome.cause.count)
        var sum: Int32 = 0
        for position in after.indices.reversed() {
            after[position] = sum
            if outcome.cause[position] == ColumnOutcome.taken { sum += seats[Int(run.types[position])] }
        }
        self.after = after
        positions = selected + others
    }

    /// What is said about the position at an index: a code and what its wording needs, sorted by name.
    private func said(_ index: Int) -> (code: ReasonCode, parameters: [(String, Parameter)]) {
        let position = Int(positions[index])
        if index < selectedCount {
            if problem.types[Int(types[position])].isGuaranteed { return (.selectedGuaranteed, []) }
            return (
                .selectedOrder,
                [("last", .number(last)), ("n", .number(pool.count)), ("r", .number(position + 1))]
            )
        }
        let full: [(String, Parameter)] = [("last", .number(last)), ("r", .number(position + 1))]
        switch outcome.causes[Int(outcome.cause[position])] {
        case .noSession: return (.noSession, [])
        // Sessions with orders of their own never stand in columns.
        case .full, .row(0), .outranked: return (.full, full)
        case .row(let row) where row < 0: return (.organisationMax, [("max", .number(caps[-1 - row].maximum))])
        case .row(let row):
            let bounds = problem.rows[row]
            return (
                .quotaMax,
                [("max", .text(PublicRuleName.maximum(bounds))), ("quota", .text(PublicRuleName.name([bounds])))]
            )
        case .needed(let rows):
            let name = PublicRuleName.name(rows.map { problem.rows[$0] })
            return (.quotaNeeded, [("left", .number(Int(after[position]))), ("quota", .text(name))])
        }
    }

    private enum Parameter {
        case number(Int)
        case text(String)

        var text: String {
            switch self {
            case .number(let number): String(number)
            case .text(let text): text
            }
        }
    }

    private func outcome(_ index: Int) -> Decision.Outcome {
        index < selectedCount ? .selected : index - selectedCount < waitingCount ? .waitlisted : .notSelected
    }

    private func rank(_ index: Int) -> Int? {
        index < selectedCount ? index + 1 : index - selectedCount < waitingCount ? index - selectedCount + 1 : nil
    }

    private func id(_ index: Int) -> String { pool[Int(order[Int(positions[index])])].id }

    func decision(_ index: Int) -> Decision {
        let (code, parameters) = said(index)
        return Decision(
            id: id(index),
            outcome: outcome(index),
            rank: rank(index),
            reason: ReasonWording.reason(
                code,
                Dictionary(uniqueKeysWithValues: parameters.map { ($0.0, $0.1.text) })
            )
        )
    }

    /// All of them as the record has them, without their words.
    func write(to text: inout CanonicalText) {
        text.raw("[")
        for index in positions.indices {
            text.raw(index == 0 ? "{\"id\":" : ",{\"id\":")
            text.text(id(index))
            text.raw(",\"outcome\":")
            text.text(outcome(index).rawValue)
            text.raw(",\"parameters\":{")
            let (code, parameters) = said(index)
            for (place, parameter) in parameters.enumerated() {
                if place > 0 { text.raw(",") }
                text.text(parameter.0)
                text.raw(":")
                switch parameter.1 {
                case .number(let number): text.quoted(number)
                case .text(let words): text.text(words)
                }
            }
            text.raw("}")
            if let rank = rank(index) {
                text.raw(",\"rank\":")
                text.number(rank)
            }
            text.raw(",\"reason\":")
            text.text(code.rawValue)
            text.raw("}")
        }
        text.raw("]")
    }
}

extension Selector {
    /// Decides like `run` does, without the record: the way for pools of a million.
    ///
    /// Orders with quotas on attributes and bounds per organisation or address run on columns (see `docs/selection.md`);
    /// everything else is handed to `run`. The decisions are the same, one by one.
    public func decide(
        pool: [Candidate],
        seed: Seed? = nil,
        kept: [Participant] = []
    ) throws(SelectionError) -> DecisionColumns {
        guard pool.count + kept.count <= Self.poolMax else {
            throw SelectionError(.poolTooLarge, subject: String(pool.count + kept.count))
        }
        if kept.isEmpty {
            let compiled = try CompiledRules(rules, context: context)
            if let run = try ColumnRun(compiled, pool: pool, kept: kept, seed: seed), let outcome = try? run.outcome() {
                return DecisionColumns(source: .columns(ColumnDecisions(run, outcome)))
            }
        }
        let general = try CompiledRules(rules, context: context)
        let draw = DrawOrder(commitment: nil, origin: nil, rules: rules)
        return try runGenerally(general, pool, seed, kept, [], draw).decisions
    }
}
