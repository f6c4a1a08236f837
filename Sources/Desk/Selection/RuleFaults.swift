import EventFiles
import FormModel
import Selection

/// Faults of selection rules that show only when the rules are taken together, with their line and column.
struct RuleFaults {
    private let places: FilePlaces

    init(yaml: String) {
        places = FilePlaces(yaml: yaml)
    }

    /// What reading the file has said already is not said again.
    func faults(of rules: SelectionRules, under prefix: String = "") -> [FileFault] {
        RuleCheck.faults(of: rules).filter { Self.isOfTheWhole($0.code) }.map { fault in
            FileFault(
                code: fault.code,
                severity: fault.severity == .error ? .error : .warning,
                place: places.place(of: prefix + fault.path),
                message: fault.message,
                suggestion: fault.suggestion
            )
        }
    }

    private static func isOfTheWhole(_ code: String) -> Bool {
        code.hasPrefix("sessions.ownOrder") || code == "sessions.mergeCycle" || code == "sessions.tooMany"
            || code.hasPrefix("wishes.") || code.hasPrefix("ranking.") || code == "quotas.tooMany"
    }
}
