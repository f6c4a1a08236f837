import Documents
import FormModel

@testable import Desk

/// Values for each kind of template, made by the builders from one setting and one registration.
struct SampleLetters {
    typealias F = LetterFixtures

    var setting: LetterSetting
    var registration: LetterRegistration

    init(
        language: InterfaceLanguage,
        setting: LetterSetting? = nil,
        registration: LetterRegistration = F.registration()
    ) {
        self.setting = setting ?? F.setting(language)
        self.setting.language = language
        self.registration = registration
    }

    /// An event about which next to nothing is known.
    static func scant(_ language: InterfaceLanguage) -> LetterSetting {
        let event = EventDefinition(
            slug: "x",
            title: "X",
            forms: [F.form],
            activities: [Activity(id: "a", title: "A", kind: .call)]
        )
        return LetterSetting(
            event: event,
            settings: WorkspaceSettings(organiser: Organiser(name: "Y")),
            activity: event.activities[0],
            language: language,
            today: F.day("2019-02-20")
        )
    }

    func value(_ kind: String) -> DataValue {
        switch kind {
        case "attendance": AttendanceList(setting, names: names, sessions: sessions(1), blankRows: 3).values()
        case "attendance-days": AttendanceList(setting, names: names, sessions: sessions(3), blankRows: 3).values()
        case "ranking": RankingList(setting, applications: applications).values()
        case "protocol", "quotas": record.values()
        case "participants":
            ParticipantList(
                setting,
                registrations: [registration],
                columns: ["name_latin", "organisation", "country"],
                purpose: "rozliczenie",
                recipient: "instytucja finansująca"
            ).values()
        case "clause": ClausePaper.values(setting)
        default: personal(kind)
        }
    }

    private func personal(_ kind: String) -> DataValue {
        switch kind {
        case "receipt": ReceiptLetter.values(setting, registration)
        case "incomplete": incomplete
        case "qualified", "invitation": QualifiedLetter(setting, registration, confirmBy: setting.today).values()
        case "visa": VisaLetter.values(setting, registration)
        case "waitlist": WaitlistLetter.values(setting, registration, decision: F.decision(.waitlisted, rank: 3))
        case "refusal":
            RefusalLetter.values(setting, registration, decision: F.decision(.notSelected), points: points)
        case "grant": GrantLetter.values(setting, registration, decision: F.decision(.selected), points: points)
        case "certificate":
            CertificatePaper(setting, registration, number: "1/2019", attended: ["dzien-15", "dzien-16"]).values()
        case "agreement": SignedPapers.agreement(setting, registration)
        case "counselling": SignedPapers.counselling(setting, registration)
        default: SignedPapers.statement(setting, registration)
        }
    }

    private var incomplete: DataValue {
        IncompleteLetter.values(
            setting,
            registration,
            findings: [Finding(.requiredMissing, field: "phone")],
            answerBy: setting.today,
            sensitiveForm: F.form
        ) { _ in "Nie podano numeru telefonu." }
    }

    private var points: [CriterionPoints] {
        [CriterionPoints(criterion: "motivation", points: 850), CriterionPoints(criterion: "new", points: 300)]
    }

    private var names: [PersonName] {
        registration.attendees + [PersonName(full: "Zofia Ćma", given: "Zofia", surname: "Ćma")]
    }

    private func sessions(_ count: Int) -> [Session] {
        let own = setting.activity?.sessions ?? []
        return own.isEmpty ? [Session(id: "s", date: F.day("2019-03-15"))] : Array(own.prefix(count))
    }

    private var applications: [RankedApplication] {
        (1...6).map { number in
            RankedApplication(
                code: RegistrationCode(number: number * 1_000_003),
                decision: F.decision(number < 4 ? .selected : .waitlisted, rank: number < 4 ? number : number - 3),
                total: Int64(2000 - 150 * (number / 2)),
                points: points
            )
        }
    }

    private var record: CommitteeProtocol {
        CommitteeProtocol(
            setting,
            applications: applications,
            members: [CommitteeProtocol.Member(name: "Piotr Przykładny", function: "przewodniczący")],
            quotas: [CommitteeProtocol.QuotaRow(label: "Kraj: Polska", minimum: 4, maximum: 4, chosen: 4)],
            poolDigest: String(repeating: "8c1f2b63", count: 8),
            seed: "6f1c-2211",
            program: "Nabór 0.1"
        )
    }
}
