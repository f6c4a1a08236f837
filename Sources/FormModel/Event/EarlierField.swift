/// How a question looked before its meaning changed: what an answer given for that version was an answer to.
public struct EarlierField: Hashable, Sendable, Codable {
    /// The `FieldDefinition.version` it describes.
    public var version: Int
    /// Empty when the label was the same.
    public var label: LocalizedText
    /// The options of that version, with those that are gone; empty when they were the same.
    public var options: [Option]

    public init(version: Int, label: LocalizedText = LocalizedText([:]), options: [Option] = []) {
        self.version = version
        self.label = label
        self.options = options
    }
}
