public import FormModel

/// What a recogniser makes of a submission: one form, several it cannot choose between, or none. Never a guess.
public struct Recognition: Hashable, Sendable {
    public enum Verdict: String, Sendable {
        case recognised, ambiguous, unassigned
    }

    public var verdict: Verdict
    /// Best first; exactly one when recognised, at least two when ambiguous.
    public var candidates: [RecognisedForm]
    /// `event.unassigned`, `event.ambiguous`, or `event.formOfOther` when the form says another event than was named.
    public var findings: [Finding]

    public init(verdict: Verdict, candidates: [RecognisedForm] = [], findings: [Finding] = []) {
        self.verdict = verdict
        self.candidates = candidates
        self.findings = findings
    }

    /// The form, when there is no doubt about it.
    public var form: RecognisedForm? { verdict == .recognised ? candidates.first : nil }
}
