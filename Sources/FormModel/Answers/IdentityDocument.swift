/// A paper that proves identity or the right of residence; Nabór notes what staff saw and keeps no copy.
public struct IdentityDocument: Hashable, Sendable, Codable {
    public enum Kind: String, CaseIterable, Sendable, Codable {
        case idCard, passport, residenceCard, visaD, decision, stamp, toleratedStay, temporaryProtection
        case polesCard, ukrStatus, foreignPassport, other
    }

    public var kind: Kind?
    /// In normal form: upper case, no spaces.
    public var number: String?
    public var validTo: CalendarDate?

    public init(kind: Kind? = nil, number: String? = nil, validTo: CalendarDate? = nil) {
        self.kind = kind
        self.number = number
        self.validTo = validTo
    }
}
