public import FormModel

/// The answers a form gave to an event's questions, and everything about them that a person may have to look at.
public struct MatchOutcome: Hashable, Sendable {
    /// By field key; a field without an answer is absent.
    public var answers: AnswerSet
    /// In the order of the form's fields, findings about the form as a whole first.
    public var findings: [Finding]
    /// Keys of the fields whose answer a person must confirm, in the order of the form.
    public var needsReview: [String]
    /// The language whose labels stand on the form; nil when none was recognised.
    public var language: InterfaceLanguage?
    /// 0 to 1: how well the form fits this definition, by the labels found and by likeness to a blank form.
    public var fit: Double

    public init(
        answers: AnswerSet = AnswerSet(),
        findings: [Finding] = [],
        needsReview: [String] = [],
        language: InterfaceLanguage? = nil,
        fit: Double = 0
    ) {
        self.answers = answers
        self.findings = findings
        self.needsReview = needsReview
        self.language = language
        self.fit = fit
    }
}
