/// When a participant loses the place.
public struct StrikeOff: Hashable, Sendable, Codable {
    /// So many absences without excuse.
    public var unexcusedAbsences: Int
    public var text: LocalizedText

    public init(unexcusedAbsences: Int, text: LocalizedText = LocalizedText([:])) {
        self.unexcusedAbsences = unexcusedAbsences
        self.text = text
    }
}
