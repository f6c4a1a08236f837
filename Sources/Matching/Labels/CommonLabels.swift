import FormModel

/// Usual wordings for kinds of fields, in the five languages. They count only where a form has a single field of the
/// kind, and never against the organiser's own labels.
enum CommonLabels {
    static let strength = 0.93

    static let givenNames = [
        "imię", "imiona", "imię/imiona", "given name", "given names", "given name(s)", "first name", "forename", "ім'я",
        "имя", "імя", "name (given)", "imię uczestnika", "first name(s)",
    ]
    static let surnames = [
        "nazwisko", "nazwiska", "surname", "last name", "family name", "прізвище", "фамилия", "прозвішча", "nazwisko/a",
        "nazwisko uczestnika",
    ]
    static let wholeNames = [
        "imię i nazwisko", "nazwisko i imię", "imiona i nazwisko", "full name", "name and surname", "name",
        "ім'я та прізвище", "прізвище та ім'я", "имя и фамилия", "фамилия и имя", "імя і прозвішча",
        "imię (imiona) i nazwisko", "imię nazwisko", "first and last name", "name, surname",
    ]

    static func texts(for kind: FieldKind) -> [String] {
        switch kind {
        case .email:
            [
                "e-mail", "adres e-mail", "mail", "adres mailowy", "adres poczty elektronicznej",
                "poczta elektroniczna",
                "e-mail address", "електронна пошта", "эл. почта", "электронная почта", "электронны адрас",
                "адреса електронної пошти", "email kontaktowy",
            ]
        case .phone:
            [
                "telefon", "tel", "nr tel", "numer telefonu", "nr telefonu", "telefon kontaktowy", "telefon komórkowy",
                "tel. kom.", "komórka", "phone", "phone number", "telephone", "mobile", "mobile phone", "телефон",
                "номер телефону", "номер телефона", "нумар тэлефона", "тэлефон", "kontakt telefoniczny",
            ]
        case .pesel: ["pesel", "nr pesel", "numer pesel", "песель"]
        case .nip: ["nip", "nr nip", "numer nip"]
        case .regon: ["regon", "nr regon", "numer regon"]
        case .krs: ["krs", "nr krs", "numer krs"]
        case .iban: ["iban", "nr konta", "numer konta", "numer rachunku bankowego", "bank account"]
        case .postalCode: ["kod pocztowy", "kod", "postal code", "postcode", "zip code", "поштовий індекс", "индекс"]
        case .addressForm:
            [
                "forma zwracania się", "zwrot grzecznościowy", "pani/pan", "pan/pani", "form of address", "title",
                "звертання", "обращение",
            ]
        default: []
        }
    }
}
