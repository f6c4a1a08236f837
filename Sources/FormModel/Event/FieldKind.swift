/// What sort of answer a field takes.
public enum FieldKind: Hashable, Sendable, Codable {
    public enum Spelling: String, CaseIterable, Sendable, Codable {
        /// As the person writes it, in any script.
        case original
        /// As in the passport; the spelling that is printed.
        case latin
        /// What the person is called.
        case usual
    }

    public enum NamePart: String, CaseIterable, Sendable, Codable {
        case full, given, surname
    }

    case personName(spelling: Spelling, part: NamePart)
    case addressForm
    case text, longText
    case email, phone
    case date
    case number
    case choice, choices
    case yesNo
    case consent
    case country, language
    case pesel, nip, regon, krs, iban, postalCode
    case identityDocument
    case file
    case group

    /// The name that stands in event files: `personName`, `longText`, `postalCode`.
    public var name: String {
        switch self {
        case .personName: "personName"
        case .addressForm: "addressForm"
        case .text: "text"
        case .longText: "longText"
        case .email: "email"
        case .phone: "phone"
        case .date: "date"
        case .number: "number"
        case .choice: "choice"
        case .choices: "choices"
        case .yesNo: "yesNo"
        case .consent: "consent"
        case .country: "country"
        case .language: "language"
        case .pesel: "pesel"
        case .nip: "nip"
        case .regon: "regon"
        case .krs: "krs"
        case .iban: "iban"
        case .postalCode: "postalCode"
        case .identityDocument: "identityDocument"
        case .file: "file"
        case .group: "group"
        }
    }

    /// Every kind once, a person's name as its most usual form, in the order of the documentation.
    public static let all: [FieldKind] = [
        .personName(spelling: .latin, part: .full), .addressForm, .text, .longText, .email, .phone, .date, .number,
        .choice, .choices, .yesNo, .consent, .country, .language, .pesel, .nip, .regon, .krs, .iban, .postalCode,
        .identityDocument, .file, .group,
    ]
}
