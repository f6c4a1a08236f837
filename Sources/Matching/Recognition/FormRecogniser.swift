public import FormModel

/// Tells which event and form a submission belongs to.
public struct FormRecogniser: Sendable {
    /// In the order given; `RecognisedForm.matcher` is an index into it.
    public let matchers: [FormMatcher]

    public init(matchers: [FormMatcher]) {
        self.matchers = matchers
    }

    /// Ranks the forms by what the submission says, the strongest kind of sign first; see `RecognisedForm.Reason`.
    public func recognise(_ reading: Reading, hints: RecognitionHints = RecognitionHints()) -> Recognition {
        Recognition(verdict: .unassigned, findings: [Finding(.eventUnassigned)])
    }
}
