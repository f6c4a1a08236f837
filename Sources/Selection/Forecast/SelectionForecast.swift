public import FormModel

/// What the applications so far allow, before anybody is chosen. For staff only: shown to applicants it would invite
/// them to answer what is scarce.
public struct SelectionForecast: Sendable {
    /// How much of what one rule asks for has applied.
    public struct Row: Hashable, Sendable {
        public enum State: String, Sendable {
            /// Fewer than the minimum: cannot be met yet.
            case short
            /// Hardly more than the minimum: a few resignations and it cannot be met.
            case scarce
            case enough
        }

        /// `country:BG`, `third`, `seats`.
        public var rule: String
        /// Places applied for by eligible people, with those held already.
        public var have: Int
        public var minimum: Int
        public var maximum: Int?
        public var isSensitive: Bool
        public var state: State
    }

    /// The chance of the people under one rule in a lottery with equal chances, in thousandths of a percent.
    public struct Chance: Hashable, Sendable {
        public var rule: String
        public var people: Int
        public var smallest: Int
        public var largest: Int
    }

    public var eligible: Int
    public var ineligible: Int
    public var seats: SeatRange
    /// Places held already.
    public var held: Int
    public var rows: [Row]
    /// Why no list meets the hard rules as things stand, with the smallest changes; empty when one does.
    public var unmet: [Explanation]
    /// Kinds of people who can be in no valid list, and what shuts them out.
    public var outside: [Explanation]
    /// Only for lotteries with equal chances.
    public var chances: [Chance]

    public var canBeMet: Bool { unmet.isEmpty }
}

extension Selector {
    /// What cannot be met while applications still come in. Needs no seed and no points.
    public func forecast(pool: [Candidate], kept: [Participant] = []) throws(SelectionError) -> SelectionForecast {
        try PoolCheck.check(pool, kept: kept)
        var plain = rules
        // Points come later; whoever is eligible counts.
        if plain.method == .ranking { plain.method = .fcfs }
        let compiled = try CompiledRules(plain, context: context)
        let entrants = Entrants(compiled, pool: pool)
        let units = entrants.units.sorted { pool[$0[0]].id.utf8.lexicographicallyPrecedes(pool[$1[0]].id.utf8) }
        let problem = ProblemBuilder.problem(compiled, pool: pool, units: units, kept: kept)
        let reach = Reachability(problem)
        let unmet = reach.hasList ? [] : Diagnosis(problem).explanations(rules: plain)
        return SelectionForecast(
            eligible: units.reduce(0) { $0 + $1.count },
            ineligible: entrants.excluded.count,
            seats: rules.seats,
            held: problem.rows[0].held,
            rows: ForecastRows(problem).rows,
            unmet: unmet,
            outside: reach.hasList ? reach.explanations(problem, pool: pool) : [],
            chances: reach.hasList && rules.method == .lottery && rules.fairness == .leximin
                ? ForecastChances(problem).chances : []
        )
    }
}

/// Counts what has applied for each rule.
struct ForecastRows {
    let problem: SelectionProblem

    init(_ problem: SelectionProblem) {
        self.problem = problem
    }

    /// Up to this many times the minimum counts as scarce, in percent.
    static let scarcePercent = 125

    var rows: [SelectionForecast.Row] {
        var supply = [Int](repeating: 0, count: problem.rows.count)
        for item in problem.items {
            var most: [Int32: Int32] = [:]
            for option in problem.types[item.type].options {
                for use in option.uses where use.count > 0 { most[use.row] = max(most[use.row] ?? 0, use.count) }
            }
            for (row, count) in most { supply[Int(row)] += Int(count) }
        }
        return problem.rows.enumerated().compactMap { index, row in
            guard row.scale == 1, row.kind != .cap else { return nil }
            let have = supply[index] + row.held
            let minimum = max(0, row.writtenLower)
            let needed = row.kind == .seats ? row.writtenUpper : minimum
            let state: SelectionForecast.Row.State =
                have < needed ? .short : needed > 0 && have * 100 < needed * Self.scarcePercent ? .scarce : .enough
            return SelectionForecast.Row(
                rule: row.label,
                have: have,
                minimum: minimum,
                maximum: row.writtenUpper < QuotaRow.unlimited ? row.writtenUpper : nil,
                isSensitive: row.isSensitive,
                state: state
            )
        }
    }
}

/// The most equal chances as they stand, by rule.
struct ForecastChances {
    let chances: [SelectionForecast.Chance]

    init(_ problem: SelectionProblem) {
        let caps = problem.rows.indices.filter { problem.rows[$0].kind == .cap }.prefix(WitnessSearch.capsMax)
        let types = TypeModel(problem, activeCaps: Set(caps.map { Int32($0) }))
        guard (try? StageOptima.settle(types, fillsFirst: problem.fillsFirst)) != nil else {
            chances = []
            return
        }
        let model = LotteryModel(types)
        guard let solved = try? FractionalLeximin(model).solve() else {
            chances = []
            return
        }
        var byRow: [Int: SelectionForecast.Chance] = [:]
        for (item, column) in zip(problem.items, model.columnOfItem) where column >= 0 {
            // Rounded down like stated chances, with room for the solver's last digits.
            let own = Int((solved.chance[column] * 100_000 + 1e-4).rounded(.down))
            for use in problem.types[item.type].options[0].uses where problem.rows[Int(use.row)].scale == 1 {
                let row = Int(use.row)
                var chance =
                    byRow[row]
                    ?? SelectionForecast.Chance(rule: problem.rows[row].label, people: 0, smallest: own, largest: own)
                chance.people += item.members.count
                chance.smallest = min(chance.smallest, own)
                chance.largest = max(chance.largest, own)
                byRow[row] = chance
            }
        }
        chances = byRow.sorted { $0.key < $1.key }.map(\.value)
    }
}
