/// A typed value for one field, in normal form as far as it could be normalised.
public enum AnswerValue: Hashable, Sendable, Codable {
    /// Text, long text, e-mail, phone (E.164), PESEL, NIP, REGON, KRS, IBAN, postal code, file name; a choice's option
    /// key; a country (ISO 3166-1 alpha-2) or language (ISO 639-1); an address form. Also every invalid value.
    case text(String)
    case name(PersonName)
    case number(DecimalNumber)
    case date(CalendarDate)
    /// Yes/no and consent.
    case flag(Bool)
    /// Several option keys, in the order of the event file.
    case choices([String])
    case identityDocument(IdentityDocument)
    /// Repeating group: one dictionary an entry, by the key of the inner field.
    case group([[String: AnswerValue]])
}

extension AnswerValue {
    /// The value as one line of text without a label: for comparing, searching and plain lists. A group gives an empty text.
    public var plainText: String {
        switch self {
        case .text(let text): text
        case .name(let name): name.full
        case .number(let number): number.description
        case .date(let date): date.description
        case .flag(let flag): flag ? "true" : "false"
        case .choices(let keys): keys.joined(separator: "; ")
        case .identityDocument(let document): document.number ?? ""
        case .group: ""
        }
    }
}
