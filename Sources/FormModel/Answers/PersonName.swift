/// A person's name in one spelling, with its parts where they are known.
public struct PersonName: Hashable, Sendable, Codable {
    /// The name as it is printed: given names first, surname last.
    public var full: String
    public var given: String?
    public var surname: String?
    /// True while the split into given names and surname is a rule's proposal that nobody has confirmed.
    public var isSplitProposed: Bool

    public init(full: String, given: String? = nil, surname: String? = nil, isSplitProposed: Bool = false) {
        self.full = full
        self.given = given
        self.surname = surname
        self.isSplitProposed = isSplitProposed
    }
}
