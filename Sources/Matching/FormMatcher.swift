public import FormModel

/// Turns readings into answers to one form's questions. Prepared once for a form, then used for any number of readings.
public struct FormMatcher: Sendable {
    public let event: EventDefinition
    public let form: FormDefinition

    /// - Parameter blanks: readings of the organiser's own blank forms. What stands on them is no answer.
    public init(event: EventDefinition, form: FormDefinition, blanks: [Reading] = []) {
        self.event = event
        self.form = form
    }

    /// Finds the answers. Pure; safe to call from several threads at once.
    public func match(_ reading: Reading, context: MatchContext = MatchContext()) -> MatchOutcome {
        MatchOutcome()
    }
}
