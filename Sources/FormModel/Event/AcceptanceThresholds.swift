/// How sure an answer that was recognised on paper must be to be accepted without a person, by the kind of its field.
public struct AcceptanceThresholds: Hashable, Sendable, Codable {
    /// Hundredths, by the kind's name in event files; kinds that are not named are accepted as the reading says.
    public var percentByKind: [String: Int]

    /// What an event may ask for: less would be a guess, 100 always asks a person.
    public static let percentRange = 90...100

    public init(percentByKind: [String: Int] = [:]) {
        self.percentByKind = percentByKind
    }

    /// Kinds that can be set. An e-mail address cannot: one wrong letter makes another valid address, so that it always
    /// needs a second source or a person.
    public static let kinds = FieldKind.all.filter { ![.email, .file, .group].contains($0) }

    /// 0 to 1; above 1 for what always needs a person; nil leaves it to the reading's own judgement, which the labelled
    /// set showed to be wrong in two of a thousand accepted answers at most.
    public func threshold(of kind: FieldKind) -> Double? {
        percentByKind[kind.name].map { $0 >= 100 ? 1.01 : Double($0) / 100 }
    }
}
