import Documents
import FormModel

/// The values a document of one kind would be filled with, about a made-up applicant of an event: what a template may ask
/// for. Made by the same rooms as the letters themselves, so that no second list of names can go out of date.
struct DocumentSpecimen {
    let kind: DocumentKind
    private let setting: LetterSetting
    private let registration: LetterRegistration

    init(_ event: EventDefinition, settings: WorkspaceSettings, kind: DocumentKind, language: InterfaceLanguage) {
        self.kind = kind
        let plan = event.documents.first { $0.kind == kind }
        let chosen = event.activities.first {
            plan?.activities.isEmpty ?? true || plan?.activities.contains($0.id) == true
        }
        let full = SpecimenEvent(event, activity: chosen)
        setting = LetterSetting(
            event: full.event,
            settings: settings,
            activity: full.activity,
            plan: plan,
            language: language,
            today: SpecimenEvent.day,
            logos: SpecimenEvent.logos
        )
        registration = full.registration
    }

    var values: DataValue {
        switch kind {
        case .receipt: ReceiptLetter.values(setting, registration)
        case .incomplete: incomplete
        case .qualified, .invitation: qualified
        case .visa: VisaLetter.values(setting, registration)
        case .waitlist: WaitlistLetter.values(setting, registration, decision: decision(.waitlisted))
        case .refusal:
            RefusalLetter.values(setting, registration, decision: decision(.notSelected), points: points)
        case .grant: GrantLetter.values(setting, registration, decision: decision(.selected), points: points)
        case .certificate: CertificatePaper(setting, registration, number: "1", attended: []).values()
        case .agreement: SignedPapers.agreement(setting, registration)
        case .counselling: SignedPapers.counselling(setting, registration)
        case .declaration, .imageConsent, .guardianConsent: SignedPapers.statement(setting, registration)
        case .attendance, .ranking, .quotas, .protocol_, .participants, .clause: list
        }
    }

    private var list: DataValue {
        switch kind {
        case .attendance:
            AttendanceList(setting, names: [PersonName(full: "X")], sessions: setting.activity?.sessions ?? []).values()
        case .ranking: RankingList(setting, applications: [application]).values()
        case .protocol_, .quotas:
            CommitteeProtocol(
                setting,
                applications: [application, application],
                quotas: [CommitteeProtocol.QuotaRow(label: "X", chosen: 1)],
                poolDigest: "0",
                notes: ["X"]
            ).values()
        case .participants:
            ParticipantList(
                setting,
                registrations: [registration],
                columns: registration.form.fields.map(\.key)
            ).values()
        default: ClausePaper.values(setting)
        }
    }

    private var incomplete: DataValue {
        IncompleteLetter.values(
            setting,
            registration,
            findings: [Finding(.requiredMissing)],
            answerBy: setting.today,
            sensitiveForm: registration.form
        ) { _ in "X" }
    }

    private var qualified: DataValue {
        let letter = QualifiedLetter(
            setting,
            registration,
            confirmBy: setting.today,
            decision: decision(.selected)
        )
        guard var members = letter.values().members else { return letter.values() }
        // Short schedules stand among the facts; a template may have a table for long ones all the same.
        if members["schedule"]?.elements?.isEmpty != false {
            members["schedule"] = [["when": "", "hours": "", "what": ""]]
        }
        return .object(members)
    }

    private var points: [CriterionPoints] {
        setting.event.points.map { CriterionPoints(criterion: $0.id, points: 100) }
    }

    private var application: RankedApplication {
        RankedApplication(code: registration.code, decision: decision(.selected), total: 100, points: points)
    }

    private func decision(_ outcome: Decision.Outcome) -> Decision {
        Decision(
            id: registration.code.text,
            outcome: outcome,
            rank: 1,
            reason: DecisionReason(code: "", text: LocalizedText([:]))
        )
    }
}
