/// Logos and the funding sentence that every document of the event carries.
public struct MarkingSet: Hashable, Sendable, Codable {
    public struct Logo: Hashable, Sendable, Codable {
        /// PNG, relative to the event file.
        public var file: String
        public var alternativeText: String

        public init(file: String, alternativeText: String) {
            self.file = file
            self.alternativeText = alternativeText
        }
    }

    public var logos: [Logo]
    public var fundingSentence: LocalizedText

    public init(logos: [Logo] = [], fundingSentence: LocalizedText = LocalizedText([:])) {
        self.logos = logos
        self.fundingSentence = fundingSentence
    }
}
