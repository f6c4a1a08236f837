/// The answers of one form, by field key.
public struct AnswerSet: Hashable, Sendable, Codable {
    public var byField: [String: Answer]

    public init(_ byField: [String: Answer] = [:]) {
        self.byField = byField
    }

    public subscript(field: String) -> Answer? {
        get { byField[field] }
        set { byField[field] = newValue }
    }

    public var values: [String: AnswerValue] { byField.mapValues(\.value) }
}
