import Expressions
import FormModel

/// The eligibility rules of a form, compiled.
struct EligibilityCheck: Sendable {
    private struct Rule: Sendable {
        let rule: EligibilityRule
        /// Nil when it cannot be read: nobody passes a rule that nobody understands.
        let need: Expressions.Expression?
    }

    private let rules: [Rule]

    init(_ rules: [EligibilityRule], knownNames: Set<String>) {
        self.rules = rules.map {
            Rule(rule: $0, need: try? Expressions.Expression(parsing: $0.need, knownNames: knownNames))
        }
    }

    /// The rules for the activity that do not hold, in the order of the event file.
    func unmet(activity: String, context: AnswersContext) -> [EligibilityRule] {
        rules.filter { rule in
            (rule.rule.activities.isEmpty || rule.rule.activities.contains(activity))
                && !(rule.need?.isTrue(in: context) ?? false)
        }.map(\.rule)
    }

    /// The names a rule's condition reads.
    func names(of id: String) -> [String] {
        rules.first { $0.rule.id == id }?.need?.names ?? []
    }
}
