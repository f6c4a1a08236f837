import Desk
import FieldKinds
import FormModel
import Registry

/// The applicant's page: where things stand, what is asked of the person, what was answered.
struct ApplicantView {
    let site: Site
    let page: ApplicantPage
    let language: InterfaceLanguage
    var isNew = false
    var notice: PublicText?

    private var row: RegistrationRow { page.row }
    private var event: EventDefinition? { page.details.event?.definition }
    private var address: String { "/z/\(page.token)" }

    func html() -> String {
        let title = PublicText.pageTitle.text(language, row.code.text)
        var values = site.frame.values(title: title, language: language, event: event)
        values["heading"] = title
        values.set("isNew", isNew)
        values["notice"] = notice?.text(language)
        values["code"] = row.code.text
        values["state"] = ApplicantWords.text(row.state, language)
        values["tone"] = ApplicantWords.tone(row.state)
        values["received"] = DateText.moment(row.receivedAt, timeZone: event?.timeZone ?? "Europe/Warsaw", in: language)
        if row.state == .needsReview { values["needs-review"] = PublicText.receiptReview.text(language) }
        if isNew { values["not-decision"] = PublicText.notDecision.text(language) }
        fillParticipations(&values)
        fillEditing(&values)
        fillFiles(&values)
        if let form = page.details.form {
            values.set("answers", AnswerLines(form: form, language: language).all(row.values, showsEmpty: false))
        }
        let offered = page.form?.languages ?? [language]
        values.set("language-links", site.frame.languageLinks(offered, chosen: language, path: address))
        return site.library.render("applicant", values)
    }

    // MARK: Where it stands

    private func fillParticipations(_ values: inout PageValues) {
        let open = page.openOffers(at: site.now)
        values.set("offers", open.map(offer))
        values.set("participations", page.details.summary.participations.map(participation))
    }

    private func offer(_ participation: ParticipationRow) -> PageValues {
        var values = PageValues(["activity": participation.activity, "address": address + "/offer"])
        values["title"] = title(of: participation)
        if let activity = event?.activity(participation.activity) {
            let view = ActivityView(activity, language)
            values["when"] = view.when
            values["place"] = view.place
        }
        values["until"] = participation.offeredUntil.map {
            PublicText.offerUntil.text(
                language,
                Moments.text($0, timeZone: event?.timeZone ?? "Europe/Warsaw", language)
            )
        }
        return values
    }

    private func participation(_ participation: ParticipationRow) -> PageValues {
        var values = PageValues(["title": title(of: participation)])
        values["state"] = ApplicantWords.text(participation.state, language)
        values["tone"] = ApplicantWords.tone(participation.state.stateClass)
        if participation.state == .waitlisted, let rank = participation.rank {
            values["rank"] = PublicText.waitingPlace.text(language, String(rank))
        }
        if participation.state == .rejected { values["reason"] = participation.reason?.text.text(in: language) }
        return values
    }

    private func title(of participation: ParticipationRow) -> String {
        let title = event?.activity(participation.activity)?.title.text(in: language)
        return [title ?? participation.activity, participation.group ?? ""].filter { !$0.isEmpty }.joined(
            separator: ", "
        )
    }

    // MARK: What can be done

    private func fillEditing(_ values: inout PageValues) {
        values["edit-address"] = address + "/edit?lang=\(language.rawValue)"
        values["withdraw-address"] = address + "/withdraw?lang=\(language.rawValue)"
        values.set("canWithdraw", page.canWithdraw)
        let editing = page.editing(at: site.now)
        values.set("canEdit", editing == .everything)
        var missing: [PageValues] = []
        if let form = page.form, row.state == .incomplete, editing != .nothing {
            let messages = FormMessages(form: form, language: language)
            missing = row.findings.filter { $0.severity == .error && !$0.code.needsPerson }
                .map { PageValues(["text": messages.text($0)]) }
        }
        values.set("missing", missing)
        if editing == .everything, let deadline = page.form?.form.deadline, let event {
            let moment = Moments.text(deadline, timeZone: event.timeZone, language)
            values["edit-until"] = PublicText.editUntil.text(language, moment)
        }
    }

    // MARK: Files

    private func fillFiles(_ values: inout PageValues) {
        values["copy-address"] = address + "/data.json"
        if calendar != nil { values["calendar-address"] = address + "/calendar.ics" }
        let isComing = page.details.summary.participations.contains(where: \.state.counts)
        if isComing, !site.intake.workspace.settings.publicURL.isEmpty {
            values["check-in-address"] = address + "/check-in.png"
        }
        let papers = Self.papers(of: page)
        values.set(
            "papers",
            papers.enumerated().map { index, paper in
                var value = PageValues(["address": "\(address)/documents/\(index + 1)"])
                let ending = paper.file.split(separator: ".").last.map { $0.uppercased() } ?? ""
                value["name"] = "\(ApplicantWords.name(paper.kind, language)) (\(ending))"
                return value
            }
        )
    }

    /// Documents addressed to the person; lists and protocols, in which others stand, are not among them.
    static func papers(of page: ApplicantPage) -> [DocumentRow] {
        let own: Set<DocumentKind> = [
            .receipt, .incomplete, .qualified, .invitation, .visa, .waitlist, .refusal, .certificate, .agreement,
        ]
        return page.details.documents.filter { own.contains($0.kind) }
    }

    /// The sessions of what is offered or confirmed; nil when there are none.
    var calendar: CalendarFile? {
        guard let event else { return nil }
        let taking = page.details.summary.participations.filter(\.state.counts)
        let entries = taking.flatMap { participation -> [CalendarFile.Entry] in
            guard let activity = event.activity(participation.activity) else { return [] }
            let sessions = activity.sessions.filter { $0.group == nil || $0.group == participation.group }
            return sessions.map { session in
                let titles = [activity.title.text(in: language), session.title.text(in: language)]
                return CalendarFile.Entry(
                    uid: "\(row.code.text)-\(activity.id)-\(session.id)@\(event.slug).nabor",
                    session: session,
                    title: titles.filter { !$0.isEmpty }.joined(separator: ": "),
                    place: session.place.isEmpty ? ActivityView(activity, language).place ?? "" : session.place
                )
            }
        }
        guard !entries.isEmpty else { return nil }
        return CalendarFile(
            entries: entries,
            timeZone: event.timeZone,
            stamp: site.now,
            sequence: Int(site.now.millisecondsSinceEpoch / 86_400_000)
        )
    }
}
