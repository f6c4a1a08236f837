/// A paragraph as spans of equally formatted text.
public struct Paragraph: Hashable, Sendable {
    /// `body/p[3]`, `body/table[2]/row[3]/cell[2]/p[1]`, `footer[1]/p[1]`; counted from 1.
    public var place: String
    public var spans: [Span]

    public init(place: String, spans: [Span]) {
        self.place = place
        self.spans = spans
    }

    /// The whole text; a tab is `\t`, a line break `\n`.
    public var text: String {
        spans.count == 1 ? spans[0].text : spans.map(\.text).joined()
    }
}
