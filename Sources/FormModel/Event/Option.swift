/// One entry of a choice.
public struct Option: Hashable, Sendable, Codable {
    /// Stable while labels change.
    public var key: String
    public var label: LocalizedText
    public var aliases: [String]

    public init(key: String, label: LocalizedText, aliases: [String] = []) {
        self.key = key
        self.label = label
        self.aliases = aliases
    }
}
