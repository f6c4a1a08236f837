import Documents
import Expressions
import FieldKinds
import FormModel
import Registry
import Selection

/// Works out which documents there are to be and fills their values; renders nothing.
struct DocumentDrafting {
    let workspace: Workspace
    let event: LoadedEvent
    let request: DocumentRequest

    var definition: EventDefinition { event.definition }
    var slug: String { definition.slug }
    var plan: DocumentPlan? { definition.documents.first { $0.kind == request.kind } }
    var today: CalendarDate { workspace.now.local(in: definition.timeZone).date }

    func drafts(_ reader: RegistryReader) throws -> [DocumentDraft] {
        switch request.kind {
        case .receipt, .incomplete: try registrationLetters(reader)
        case .attendance:
            try activities().flatMap { try AttendanceDrafting(drafting: self, activity: $0).drafts(reader) }
        case .ranking, .quotas, .protocol_:
            try activities().compactMap { try RunDrafting(drafting: self, activity: $0).draft(reader) }
        case .participants: try activities().compactMap { try participants($0, reader) }
        case .clause: definition.forms.map(clause)
        case .certificate:
            try activities().flatMap { try CertificateDrafting(drafting: self, activity: $0).drafts(reader) }
        default: try activities().flatMap { try letters($0, reader) }
        }
    }

    // MARK: Whom and what about

    /// The activities asked for: the one named, else those the event's plan names, else all.
    func activities() throws(DeskError) -> [Activity] {
        if let id = request.activity { return try workspace.activities(of: event, named: id) }
        let planned = plan?.activities ?? []
        return definition.activities.filter { planned.isEmpty || planned.contains($0.id) }
    }

    func setting(_ activity: Activity?, _ language: InterfaceLanguage) -> LetterSetting {
        LetterSetting(
            event: definition,
            settings: workspace.settings,
            activity: activity,
            plan: plan,
            language: language,
            today: today,
            logos: workspace.logos(of: event)
        )
    }

    /// The language of a letter: as asked, else those the plan names, else the person's; where no template is written
    /// in it, the template's own.
    func languages(for row: RegistrationRow) -> [InterfaceLanguage] {
        var wanted = plan?.languages ?? []
        if wanted.isEmpty { wanted = [request.kind == .visa ? .english : row.language] }
        if let asked = request.language { wanted = [asked] }
        var seen: Set<InterfaceLanguage> = []
        return wanted.map(written).filter { seen.insert($0).inserted }
    }

    /// The language of a list: that of the house, unless another one is asked for.
    var listLanguage: InterfaceLanguage {
        written(request.language ?? plan?.languages.first ?? workspace.settings.language)
    }

    private func written(_ language: InterfaceLanguage) -> InterfaceLanguage {
        if plan?.template != nil { return language }
        return workspace.writtenLanguage(request.kind, language)
    }

    func letterRegistration(_ row: RegistrationRow) -> LetterRegistration? {
        guard let form = definition.form(row.form) else { return nil }
        return LetterRegistration(
            code: row.code,
            channel: row.channel,
            receivedAt: row.receivedAt,
            form: form,
            answers: AnswerSet(row.values.mapValues { Answer(value: $0, confidence: 1, evidence: []) })
        )
    }

    /// People of an activity in the states a kind is for, in order of entry.
    func people(
        _ activity: Activity,
        _ states: [ParticipationState],
        _ reader: RegistryReader
    ) throws -> [(RegistrationRow, ParticipationRow)] {
        let wanted = request.status.map { [$0] } ?? states
        return try reader.participations(event: slug, activity: activity.id).compactMap { participation in
            guard wanted.contains(participation.state),
                let row = try reader.registration(id: participation.registrationID), isAsked(row)
            else { return nil }
            return (row, participation)
        }
    }

    func isAsked(_ row: RegistrationRow) -> Bool {
        guard let code = request.code else { return true }
        return RegistrationCode(code) == row.code
    }

    // MARK: Letters about a registration

    private func registrationLetters(_ reader: RegistryReader) throws -> [DocumentDraft] {
        let states: [RegistrationState] =
            request.kind == .incomplete ? [.incomplete] : [.received, .needsReview, .incomplete, .submitted]
        let query = RegistrationQuery(event: slug, states: states, limit: Int.max)
        return try reader.registrations(query).filter(isAsked).flatMap { row -> [DocumentDraft] in
            guard let registration = letterRegistration(row), let form = definition.form(row.form) else { return [] }
            return languages(for: row).map { language in
                let setting = setting(definition.activity(form.activities.first ?? ""), language)
                let values =
                    request.kind == .receipt
                    ? ReceiptLetter.values(setting, registration)
                    : incomplete(setting, registration, row, form)
                return draft(row, nil, language, values)
            }
        }
    }

    private func incomplete(
        _ setting: LetterSetting,
        _ registration: LetterRegistration,
        _ row: RegistrationRow,
        _ form: FormDefinition
    ) -> DataValue {
        IncompleteLetter.values(
            setting,
            registration,
            findings: row.findings.filter { !$0.code.concernsAdmission && !$0.code.needsPerson },
            answerBy: plan?.texts["completeBy"] == nil ? PolishHolidays.adding(workingDays: 7, to: today) : nil,
            sensitiveForm: form
        ) { finding in
            let label = FindingLabel.text(finding, form: form, language: setting.language)
            return ApplicantWording.text(of: finding, fieldLabel: label, language: setting.language)
        }
    }

    // MARK: Letters about a participation

    private var letterStates: [ParticipationState] {
        switch request.kind {
        case .waitlist: [.waitlisted]
        case .refusal: [.rejected]
        case .grant: [.offered, .confirmed, .rejected]
        default: [.offered, .confirmed]
        }
    }

    private func letters(_ activity: Activity, _ reader: RegistryReader) throws -> [DocumentDraft] {
        if request.kind == .grant, activity.kind != .call { return [] }
        let scores = try reader.scores(event: slug)
        return try people(activity, letterStates, reader).flatMap { row, participation -> [DocumentDraft] in
            guard let registration = letterRegistration(row) else { return [] }
            let points = criterionPoints(row, activity, scores[row.id] ?? [])
            return languages(for: row).map { language in
                let setting = setting(activity, language)
                let values = values(setting, registration, participation, points)
                return draft(row, activity, language, values)
            }
        }
    }

    private func values(
        _ setting: LetterSetting,
        _ registration: LetterRegistration,
        _ participation: ParticipationRow,
        _ points: [CriterionPoints]
    ) -> DataValue {
        let decision = decision(participation, registration.code)
        switch request.kind {
        case .waitlist: return WaitlistLetter.values(setting, registration, decision: decision)
        case .refusal: return RefusalLetter.values(setting, registration, decision: decision, points: points)
        case .grant: return GrantLetter.values(setting, registration, decision: decision, points: points)
        case .visa: return VisaLetter.values(setting, registration)
        case .agreement: return SignedPapers.agreement(setting, registration, group: participation.group)
        case .counselling: return SignedPapers.counselling(setting, registration)
        case .declaration, .imageConsent, .guardianConsent: return SignedPapers.statement(setting, registration)
        default:
            let end = participation.state == .offered ? participation.offeredUntil : nil
            return QualifiedLetter(
                setting,
                registration,
                group: participation.group,
                confirmBy: end.map { $0.local(in: definition.timeZone).date },
                decision: decision
            ).values()
        }
    }

    func decision(_ participation: ParticipationRow, _ code: RegistrationCode) -> Decision {
        let outcome: Decision.Outcome =
            switch participation.state {
            case .offered, .confirmed: .selected
            case .waitlisted: .waitlisted
            default: .notSelected
            }
        return Decision(
            id: code.text,
            outcome: outcome,
            rank: participation.rank,
            session: participation.group,
            reason: participation.reason ?? DecisionReason(code: "", text: LocalizedText([:]))
        )
    }

    func criterionPoints(_ row: RegistrationRow, _ activity: Activity, _ scores: [ScoreRow]) -> [CriterionPoints] {
        let points = Points(event: definition, activity: activity)
        let context = AnswersContext(answers: row.values, eventStart: activity.firstDay)
        return points.criteria.map { criterion in
            CriterionPoints(criterion: criterion.id, points: points.points(criterion, scores, context))
        }
    }

    // MARK: Lists

    private func participants(_ activity: Activity, _ reader: RegistryReader) throws -> DocumentDraft? {
        let people = try people(activity, [.offered, .confirmed], reader)
        guard !people.isEmpty else { return nil }
        let list = ParticipantList(
            setting(activity, listLanguage),
            registrations: people.compactMap { letterRegistration($0.0) },
            purpose: request.purpose,
            recipient: request.recipient
        )
        return DocumentDraft(
            activity: activity.id,
            language: listLanguage,
            name: "participants-\(activity.id)",
            values: list.values()
        )
    }

    private func clause(_ form: FormDefinition) -> DocumentDraft {
        DocumentDraft(
            language: listLanguage,
            name: "clause-\(form.id)",
            values: ClausePaper.values(setting(nil, listLanguage), form: form)
        )
    }

    func draft(
        _ row: RegistrationRow,
        _ activity: Activity?,
        _ language: InterfaceLanguage,
        _ values: DataValue
    ) -> DocumentDraft {
        let parts = [row.code.text, activity?.id, language.rawValue].compactMap(\.self)
        return DocumentDraft(
            registrationID: row.id,
            code: row.code,
            activity: activity?.id,
            language: language,
            name: parts.joined(separator: "-"),
            values: values
        )
    }
}
