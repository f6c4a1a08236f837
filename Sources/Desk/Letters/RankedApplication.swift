import FormModel

/// One application as lists and records of a decision show it: by number.
struct RankedApplication: Sendable {
    var code: RegistrationCode
    var decision: Decision
    /// Hundredths; nil where no points were given.
    var total: Int64?
    var points: [CriterionPoints]

    init(code: RegistrationCode, decision: Decision, total: Int64? = nil, points: [CriterionPoints] = []) {
        self.code = code
        self.decision = decision
        self.total = total
        self.points = points
    }

    /// Selected, waiting list, not selected, ineligible; each by rank, then by number.
    static func sorted(_ applications: [RankedApplication]) -> [RankedApplication] {
        applications.sorted { left, right in
            let order = (place(left), left.decision.rank ?? Int.max, left.code.text)
            return order < (place(right), right.decision.rank ?? Int.max, right.code.text)
        }
    }

    private static func place(_ application: RankedApplication) -> Int {
        Decision.Outcome.allCases.firstIndex(of: application.decision.outcome) ?? 0
    }

    static func outcome(_ outcome: Decision.Outcome, in language: InterfaceLanguage) -> String {
        let isPolish = language == .polish
        return switch outcome {
        case .selected: isPolish ? "zakwalifikowane" : "selected"
        case .waitlisted: isPolish ? "lista rezerwowa" : "waiting list"
        case .notSelected: isPolish ? "niezakwalifikowane" : "not selected"
        case .ineligible: isPolish ? "niespełnione warunki" : "conditions not met"
        }
    }
}
