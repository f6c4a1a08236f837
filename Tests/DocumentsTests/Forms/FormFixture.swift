import FormModel

/// A made-up event with every kind of field, conditions, a group, long labels and clauses.
enum FormFixture {
    static func field(_ key: String, _ kind: FieldKind, _ label: String, required: Bool = true) -> FieldDefinition {
        FieldDefinition(key: key, kind: kind, label: LocalizedText([.polish: label]), isRequired: required)
    }

    static var form: FormDefinition {
        var sector = field("sector", .choice, "Rodzaj podmiotu")
        sector.options = [
            Option(key: "ngo", label: "organizacja pozarządowa"),
            Option(key: "gmina", label: "gmina lub jej jednostka"),
            Option(
                key: "inna",
                label: "inna instytucja, której nazwa jest tak długa, że nie mieści się w jednym wierszu kolumny"
            ),
        ]
        var courses = field("courses", .choices, "Kursy", required: false)
        courses.options = (1...9).map { Option(key: "k\($0)", label: LocalizedText([.polish: "kurs \($0)"])) }
        var role = field("role", .text, "Stanowisko", required: false)
        role.shownIf = "sector == ngo"
        var people = field("people", .group, "Osoby")
        people.maximum = "2"
        people.fields = [
            field("name", .personName(spelling: .latin, part: .full), "Imię i nazwisko"),
            field("mail", .email, "E-mail"),
            field("member", .yesNo, "Czy należy do organizacji?"),
        ]
        var about = field(
            "about",
            .longText,
            "Proszę napisać, czym zajmuje się organizacja i dlaczego chce wziąć udział w seminariach"
        )
        about.maxLength = 3000
        let plain: [FieldDefinition] = [
            field("given", .personName(spelling: .latin, part: .given), "Imię"),
            field("surname", .personName(spelling: .latin, part: .surname), "Nazwisko"),
            field("form_of_address", .addressForm, "Jak mamy się zwracać?"), field("pesel", .pesel, "PESEL"),
            field("born", .date, "Data urodzenia"), field("postcode", .postalCode, "Kod pocztowy"),
            field("phone", .phone, "Telefon"), field("nip", .nip, "NIP"), field("regon", .regon, "REGON"),
            field("krs", .krs, "KRS"), field("iban", .iban, "Numer rachunku"), field("country", .country, "Kraj"),
            field("tongue", .language, "Język"), field("members", .number, "Liczba członków"),
            field("paper", .identityDocument, "Dokument tożsamości"), field("scan", .file, "Załącznik"),
        ]
        return FormDefinition(
            fields: plain + [
                sector, role, courses, people, about, consent("data", paragraphs: 40), consent("image", paragraphs: 1),
            ]
        )
    }

    private static func consent(_ key: String, paragraphs: Int) -> FieldDefinition {
        var consent = field(key, .consent, "Zgoda \(key)", required: key == "data")
        let sentence =
            "Administratorem danych jest Fundacja Próbna; dane służą wyłącznie przyjęciu zgłoszenia i przeprowadzeniu spotkania."
        let text = Array(repeating: sentence, count: paragraphs).joined(separator: "\n")
        consent.clause = ConsentClause(version: "2023-11-01", text: LocalizedText([.polish: text]))
        return consent
    }

    static var event: EventDefinition {
        EventDefinition(
            slug: "proba",
            title: "Próbne seminarium",
            summary: "Jednodniowe spotkanie.",
            organiser: Organiser(
                name: "Fundacja Próbna",
                address: "ul. Wzorcowa 1, 00-001 Warszawa",
                email: "proba@example.org"
            ),
            forms: [form],
            activities: []
        )
    }
}
