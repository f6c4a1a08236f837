/// A value for one field with everything that speaks for it.
public struct Answer: Hashable, Sendable, Codable {
    public var value: AnswerValue
    /// 0 to 1; 0.95 means right 19 times of 20. A person's entry is 1.
    public var confidence: Double
    /// Never empty. The newest last; nothing is ever taken away from it.
    public var evidence: [Evidence]
    /// Version of the field definition this answer was given for; see `FieldDefinition.version`.
    public var fieldVersion: Int

    public init(value: AnswerValue, confidence: Double, evidence: [Evidence], fieldVersion: Int = 1) {
        self.value = value
        self.confidence = confidence
        self.evidence = evidence
        self.fieldVersion = fieldVersion
    }
}
