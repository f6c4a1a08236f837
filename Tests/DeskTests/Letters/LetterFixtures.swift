import Documents
import FormModel

@testable import Desk

/// A made-up call with sensitive questions, and people whose answers would be noticed wherever they leaked.
enum LetterFixtures {
    /// Stands in every sensitive answer.
    static let secret = "TAJNE-bezglutenowa"
    static let pesel = "02070803628"
    static let phone = "+48990000001"
    static let email = "anna.testowa@example.org"

    static func field(
        _ key: String,
        _ kind: FieldKind,
        _ label: LocalizedText,
        sensitive: Bool = false,
        fields: [FieldDefinition] = []
    ) -> FieldDefinition {
        FieldDefinition(key: key, kind: kind, label: label, isSensitive: sensitive, fields: fields)
    }

    static let form = FormDefinition(
        title: "Formularz zgłoszeniowy",
        fields: [
            field("name_latin", .personName(spelling: .latin, part: .full), "Imię i nazwisko"),
            field("address_form", .addressForm, "Jak się zwracać"),
            field("organisation", .text, "Organizacja"),
            field("birth_date", .date, "Data urodzenia"),
            field("pesel", .pesel, "PESEL"),
            field("phone", .phone, "Telefon"),
            field("email", .email, "E-mail"),
            field("country", .country, "Kraj"),
            field("passport", .identityDocument, "Paszport"),
            field("diet", .text, "Dieta", sensitive: true),
            field("fewer_opportunities", .yesNo, "Mniejsze szanse", sensitive: true),
        ]
    )

    static let organisationForm = FormDefinition(
        id: "organisation",
        title: "Zgłoszenie organizacji",
        applicant: .organisation,
        fields: [
            field("org_name", .text, "Nazwa organizacji"),
            field("grant_amount", .number, "Kwota"),
            field("grant_purpose", .text, "Cel grantu"),
            field(
                "delegates",
                .group,
                "Delegaci",
                fields: [
                    field("name", .personName(spelling: .latin, part: .full), "Imię i nazwisko"),
                    field("email", .email, "E-mail"),
                    field("diet", .text, "Dieta", sensitive: true),
                ]
            ),
        ]
    )

    static let points = [
        PointCriterion(id: "motivation", label: "Motywacja", source: .assessors(count: 2), maximum: DecimalNumber(10)),
        PointCriterion(
            id: "new",
            label: "Pierwszy udział",
            source: .condition(expression: "country == PL", points: DecimalNumber(3)),
            maximum: DecimalNumber(3)
        ),
        PointCriterion(
            id: "chances",
            label: "Mniejsze szanse",
            source: .condition(expression: "fewer_opportunities", points: DecimalNumber(2)),
            maximum: DecimalNumber(2)
        ),
    ]

    static func day(_ text: String) -> CalendarDate {
        CalendarDate(iso: text) ?? CalendarDate(daysSinceEpoch: 0)
    }

    static let training = Activity(
        id: "szkolenie",
        title: ["Szkolenie z dialogu": "Dialogue training"].asText,
        kind: .training,
        place: "Rzeszów",
        address: "Dom Dialogu, ul. Przykładowa 5, Rzeszów",
        programme: ["9:00 Powitanie"],
        covered: ["nocleg i wyżywienie"],
        capacity: 20,
        sessions: (15...17).map { number in
            Session(
                id: "dzien-\(number)",
                date: day("2019-03-\(number)"),
                startMinute: 540,
                endMinute: 1020,
                module: number == 17 ? "praktyka" : "teoria"
            )
        },
        fee: Fee(amount: DecimalNumber(200), dueDays: 14),
        strikeOff: StrikeOff(unexcusedAbsences: 3),
        certificateAttendancePercent: 80,
        teachers: ["Olena Testova", "Piotr Przykładny"]
    )

    static let organiser = Organiser(
        name: "Stowarzyszenie Most",
        address: "ul. Przykładowa 1, 00-001 Warszawa",
        city: "Warszawa",
        email: "kontakt@example.org",
        krs: "0009999999",
        nip: "9990000014",
        regon: "990000016",
        dataProtectionContact: "iod@example.org"
    )

    static let event = EventDefinition(
        slug: "dialog",
        title: ["Kompetentni w dialogu": "Competent in Dialogue"].asText,
        projects: [Project(id: "p", title: "Dialog", number: "FD/1/2019")],
        languages: [.polish, .english],
        forms: [form, organisationForm],
        activities: [training],
        points: points,
        retention: [RetentionCategory(id: "papers", label: "dokumenty", start: .lastPaymentYearEnd, years: 5)],
        marking: MarkingSet(fundingSentence: "Sfinansowano ze środków przykładowych."),
        contact: Contact(name: "Joanna Przykładna", function: "koordynatorka", email: "zapisy@example.org")
    )

    static func setting(
        _ language: InterfaceLanguage = .polish,
        activity: Activity? = training,
        event: EventDefinition = event,
        plan: DocumentPlan? = nil
    ) -> LetterSetting {
        LetterSetting(
            event: event,
            settings: WorkspaceSettings(organiser: organiser),
            activity: activity,
            plan: plan,
            language: language,
            today: day("2019-02-20")
        )
    }

    static func answer(_ value: AnswerValue) -> Answer {
        Answer(value: value, confidence: 1, evidence: [Evidence(kind: .web, place: "", raw: secret, score: 1)])
    }

    static func registration(
        _ name: PersonName = PersonName(full: "Anna Testowa", given: "Anna", surname: "Testowa"),
        addressForm: String? = "pani",
        number: Int = 7
    ) -> LetterRegistration {
        var answers = AnswerSet([
            "name_latin": answer(.name(name)),
            "organisation": answer(.text("Fundacja Przykładowa")),
            "birth_date": answer(.date(day("1902-07-08"))),
            "pesel": answer(.text(pesel)),
            "phone": answer(.text(phone)),
            "email": answer(.text(email)),
            "country": answer(.text("UA")),
            "passport": answer(
                .identityDocument(
                    IdentityDocument(kind: .foreignPassport, number: "AA000001", validTo: day("2027-05-01"))
                )
            ),
            "diet": answer(.text(secret)),
            "fewer_opportunities": answer(.flag(true)),
            "left_over": answer(.text(secret)),
        ])
        if let addressForm { answers["address_form"] = answer(.text(addressForm)) }
        return LetterRegistration(
            code: RegistrationCode(number: number),
            channel: .web,
            receivedAt: Instant(millisecondsSinceEpoch: 1_549_008_300_000),
            form: form,
            answers: answers
        )
    }

    static let organisationRegistration = LetterRegistration(
        code: RegistrationCode(number: 9),
        channel: .mail,
        receivedAt: Instant(millisecondsSinceEpoch: 1_549_008_300_000),
        form: organisationForm,
        answers: AnswerSet([
            "org_name": answer(.text("Stowarzyszenie Testowe")),
            "grant_amount": answer(.number(DecimalNumber(1250))),
            "grant_purpose": answer(.text("strona internetowa")),
            "delegates": answer(
                .group([
                    [
                        "name": .name(PersonName(full: "Ewa Żak", given: "Ewa", surname: "Żak")),
                        "email": .text(email), "diet": .text(secret),
                    ],
                    ["name": .name(PersonName(full: "Jan Ćma", given: "Jan", surname: "Ćma")), "diet": .text(secret)],
                ])
            ),
        ])
    )

    static func decision(_ outcome: Decision.Outcome, rank: Int? = nil, reason: String = "Powód.") -> Decision {
        Decision(
            id: "x",
            outcome: outcome,
            rank: rank,
            reason: DecisionReason(code: "test", text: LocalizedText([.polish: reason]))
        )
    }
}

extension [String: String] {
    /// A text in Polish and English, for fixtures.
    fileprivate var asText: LocalizedText {
        first.map { LocalizedText([.polish: $0.key, .english: $0.value]) } ?? LocalizedText([:])
    }
}

extension DataValue {
    /// Every text inside of the value, in order.
    var allTexts: [String] {
        if let text { return [text] }
        if let elements { return elements.flatMap(\.allTexts) }
        return members?.values.flatMap(\.allTexts) ?? []
    }

    /// The labels and values of `facts`, for comparing whole.
    var factTexts: [[String]] { self["facts"]?.elements?.map(\.allTexts) ?? [] }
}
