public import FieldKinds
public import FormModel

/// Checks the answers of one form against its event; prepared once a form, used for every registration. Pure.
public struct Validator: Sendable {
    public let event: EventDefinition
    public let form: FormDefinition

    public init(event: EventDefinition, form: FormDefinition) {
        self.event = event
        self.form = form
    }

    /// Everything there is to say about the answers, in the order of the form's fields, then of the form as a whole.
    ///
    /// `issues` are what the readers of the chosen candidates said when the text was read, by field key (or field path
    /// inside a group); they become findings too. Values are checked again, so that nothing is lost without them.
    public func findings(
        for answers: AnswerSet,
        issues: [String: [KindIssue]] = [:],
        context: ValidationContext
    ) -> [Finding] {
        []
    }

    /// The eligibility rules that are not met, by id of the activity; activities without any are absent.
    public func unmetEligibility(
        of answers: AnswerSet,
        for activities: [String],
        context: ValidationContext
    ) -> [String: [EligibilityRule]] {
        [:]
    }
}
