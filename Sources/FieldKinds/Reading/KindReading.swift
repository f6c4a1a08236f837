public import FormModel

/// What a text means as the answer to one field.
public struct KindReading: Hashable, Sendable {
    /// In normal form as far as it could be normalised; an invalid value stays as `.text`.
    public var value: AnswerValue
    /// 0 to 1: how sure it is that the text means this value. 1 for an exact wording, less for a spelling that only
    /// resembles one. Says nothing about whether the value is valid.
    public var certainty: Double
    public var issues: [KindIssue]

    public init(_ value: AnswerValue, certainty: Double = 1, issues: [KindIssue] = []) {
        self.value = value
        self.certainty = certainty
        self.issues = issues
    }

    /// Whether no issue blocks.
    public var isValid: Bool { issues.allSatisfy { $0.severity == .warning } }
}
