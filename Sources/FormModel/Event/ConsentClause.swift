/// The text a person agrees to or takes note of, with its version; the shown version is stored with the answer.
public struct ConsentClause: Hashable, Sendable, Codable {
    /// `2023-11-01` or any other label without spaces.
    public var version: String
    public var text: LocalizedText
    /// Earlier versions, so that old registrations stay readable.
    public var earlier: [String: LocalizedText]

    public init(version: String, text: LocalizedText, earlier: [String: LocalizedText] = [:]) {
        self.version = version
        self.text = text
        self.earlier = earlier
    }
}
