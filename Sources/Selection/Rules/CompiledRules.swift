import Expressions
import FormModel

/// Rules with their expressions read once, for use on many candidates.
struct CompiledRules {
    let rules: SelectionRules
    let context: SelectionContext
    let needs: [Expression]
    let sessionNeeds: [Expression?]
    /// By quota, first those of the whole, then those of each session.
    let conditions: [Expression?]
    let sessionConditions: [[Expression?]]
    /// By session: who comes first in its own order.
    let sessionPrefers: [[Expression]]
    private let placeOfSession: [String: Int]
    private let hasSessionNeeds: Bool

    init(_ rules: SelectionRules, context: SelectionContext) throws(SelectionError) {
        let faults = RuleCheck.faults(of: rules, context: context).filter { $0.severity == .error }
        guard faults.isEmpty else { throw SelectionError(.rulesFaulty, faults: faults) }
        self.rules = rules
        self.context = context
        let known = context.attributes.map { Set($0.keys).union(RuleCheck.ownNames) }
        // The check above has read every expression already, so reading cannot fail here.
        func expression(_ source: String) -> Expression? { try? Expression(parsing: source, knownNames: known) }
        func condition(_ quota: Quota) -> Expression? {
            guard case .condition(let source) = quota.subject else { return nil }
            return expression(source)
        }
        needs = rules.eligible.compactMap { expression($0.need) }
        sessionNeeds = rules.sessions.map { $0.need.flatMap(expression) }
        sessionPrefers = rules.sessions.map { ($0.prefer ?? []).compactMap(expression) }
        placeOfSession = Dictionary(rules.sessions.enumerated().map { ($1.id, $0) }) { first, _ in first }
        hasSessionNeeds = rules.sessions.contains { $0.need != nil }
        conditions = rules.quotas.map(condition)
        sessionConditions = rules.sessions.map { $0.quotas.map(condition) }
    }

    /// What an expression sees of a candidate: the attributes, and what the row itself says.
    func attributes(of candidate: Candidate) -> AttributesContext {
        var attributes = candidate.attributes
        for (name, value) in [
            ("organisation", candidate.organisation), ("address", candidate.address), ("party", candidate.party),
        ] {
            if let value, attributes[name] == nil { attributes[name] = value }
        }
        if let score = candidate.score, attributes["score"] == nil {
            attributes["score"] = DecimalNumber(unscaled: score, scale: 2)?.description
        }
        if attributes["seats"] == nil { attributes["seats"] = String(candidate.seats) }
        return AttributesContext(
            attributes: attributes,
            eventStart: context.eventStart,
            eventEnd: context.eventEnd
        )
    }

    /// The first condition of eligibility that does not hold.
    func failedNeed(of candidate: Candidate) -> SelectionNeed? {
        guard !needs.isEmpty else { return nil }
        let attributes = attributes(of: candidate)
        for (need, expression) in zip(rules.eligible, needs) where !expression.isTrue(in: attributes) { return need }
        return nil
    }

    /// The sessions a candidate may get, most wanted first; a single `nil` where the rules have none.
    func sessions(for candidate: Candidate) -> [Int] {
        // Reading all attributes costs more than the wishes themselves, so only where a session asks for something.
        let attributes = hasSessionNeeds ? attributes(of: candidate) : nil
        func fits(_ index: Int) -> Bool {
            guard let attributes else { return true }
            return sessionNeeds[index]?.isTrue(in: attributes) ?? true
        }
        guard let wishes = rules.wishes else { return rules.sessions.indices.filter(fits) }
        var wanted: [Int] = []
        for wish in candidate.wishes.prefix(wishes.ranked) {
            if let index = placeOfSession[wish], !wanted.contains(index), fits(index) {
                wanted.append(index)
            }
        }
        guard wishes.otherwise == .any else { return wanted }
        return wanted + rules.sessions.indices.filter { !wanted.contains($0) && fits($0) }
    }
}
