import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// The review: one doubtful answer after the other, what stands in the original beside it.
struct ReviewPages: Sendable {
    let site: Site

    /// Registrations and papers that one page of the queue shows.
    static let queueCountMax = 100

    var routes: [WebRoute] {
        let editors = WebRoute.Access.staff(DeskRoles.editors)
        return [
            .get("/desk/review", editors) { try await queue($0) },
            .get("/desk/review/{code}", editors) { try await field($0) },
            .post("/desk/review/{code}", editors) { try await decide($0) },
            .post("/desk/review/{code}/all", editors) { try await confirmAll($0) },
            .post("/desk/sources/{id}/assign", editors) { try await assign($0) },
            .post("/desk/sources/{id}/dismiss", editors) { try await dismiss($0) },
        ]
    }

    // MARK: The queue

    private func queue(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let desk = site.desk(session)
        let queue = try await BlockingWork.run { try desk.review(event: nil, limit: Self.queueCountMax) }
        let events = try site.intake.catalogue.current().events
        let language = session.language
        return site.deskPage("desk-review-queue", ReviewText.queueTitle.text(language), session, words: ReviewText.self)
        {
            values in
            values["start-address"] = queue.registrations.first.map { Self.address($0) }
            values["left"] = ReviewText.leftOf.text(language, String(queue.registrationTotal))
            values.set("rows", queue.registrations.map { row($0, events, language) })
            values.set("sources", queue.sources.map { source($0, events, language) })
            values.set("isEmpty", queue.registrations.isEmpty && queue.sources.isEmpty)
        }
    }

    private static func address(_ summary: RegistrationSummary) -> String {
        if let other = summary.possibleDuplicateOf {
            return "/desk/registrations/\(summary.row.code.text)/compare/\(other.text)"
        }
        return "/desk/review/\(summary.row.code.text)"
    }

    private func row(
        _ summary: RegistrationSummary,
        _ events: [LoadedEvent],
        _ language: InterfaceLanguage
    ) -> PageValues {
        let row = summary.row
        var values = PageValues([
            "name": row.name, "code": row.code.text, "address": Self.address(summary),
        ])
        let event = events.first { $0.definition.slug == row.event }
        values["event"] = event?.definition.title.text(in: language) ?? row.event
        let count = row.reviewFields.count + row.findings.count { $0.code.needsPerson }
        values["doubts"] = ReviewText.doubts.text(language, String(count))
        if let other = summary.possibleDuplicateOf {
            values["duplicate"] = StaffText.duplicateOf.text(language, other.text)
        }
        values["channel"] = StateWording.text(row.channel, language)
        return values
    }

    private func source(
        _ source: StoredSource,
        _ events: [LoadedEvent],
        _ language: InterfaceLanguage
    ) -> PageValues {
        // A command knows whole paths; here the file's own name is enough.
        let name = String(source.name.split(separator: "/").last ?? "")
        var values = PageValues(["name": name, "id": String(source.id), "sender": source.sender ?? ""])
        values["corners-address"] = CornerPages.address(of: source)
        values["corners"] = CornerText.mark.text(language)
        values["received"] = DateText.moment(
            source.receivedAt,
            timeZone: site.intake.workspace.settings.timeZone,
            in: language
        )
        values.set(
            "findings",
            source.findings.prefix(5).map { finding in
                PageValues(["text": FindingWording.text(of: finding, fieldLabel: "", language: language)])
            }
        )
        values.set(
            "events",
            events.map { PageValues(["key": $0.definition.slug, "label": $0.definition.title.text(in: language)]) }
        )
        return values
    }

    // MARK: One field

    private func details(_ request: WebRequest, _ desk: Workspace) async throws -> RegistrationDetails {
        guard let code = RegistrationCode(request.parameters["code"] ?? "") else { throw WebFault(.notFound) }
        return try await BlockingWork.run { try desk.show(code) }
    }

    /// The view with what others found before, where two people are wanted.
    private func view(_ details: RegistrationDetails, _ session: StaffSession) async throws -> ReviewView {
        guard details.event?.definition.needsSecondCheck == true else {
            return ReviewView(site: site, details: details, session: session)
        }
        let registry = site.intake.workspace.registry
        let id = details.summary.row.id
        let marks = try await BlockingWork.run { try registry.read { try $0.reviewMarks(ofRegistration: id) } }
        return ReviewView(site: site, details: details, session: session, marks: marks.mapValues(\.login))
    }

    private func field(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let details = try await details(request, site.desk(session))
        let view = try await view(details, session)
        guard let wanted = view.wanted(request.query["field"]) else { return try await finished(details, session) }
        return try await show(view, wanted, errors: [:], typed: nil)
    }

    private func show(
        _ view: ReviewView,
        _ field: String,
        errors: [String: String],
        typed: TypedForm?
    ) async throws -> WebReply {
        let picture = site.evidence.hasPicture(of: view.details, field: field)
        return site.deskPage(
            "desk-review",
            view.details.summary.row.name,
            view.session,
            words: ReviewText.self,
            status: errors.isEmpty ? .ok : .unprocessableContent
        ) { values in
            view.fill(&values, field: field, errors: errors, typed: typed)
            if picture {
                values["picture-address"] = "/desk/registrations/\(view.code)/picture/\(ListFilter.quoted(field))"
            }
        }
    }

    /// Nothing doubtful is left: on to the next registration.
    private func finished(_ details: RegistrationDetails, _ session: StaffSession) async throws -> WebReply {
        let desk = site.desk(session)
        let queue = try await BlockingWork.run { try desk.review(event: nil, limit: Self.queueCountMax) }
        let own = details.summary.row.code
        let next = queue.registrations.first { $0.row.code != own }
        let language = session.language
        return site.deskPage("desk-review-done", ReviewText.doneAll.text(language), session, words: ReviewText.self) {
            values in
            values["code"] = own.text
            values["name"] = details.summary.row.name
            values["registration-address"] = "/desk/registrations/\(own.text)"
            values["next-address"] = next.map { Self.address($0) }
            values["left"] = ReviewText.leftOf.text(language, String(queue.registrationTotal))
            let row = details.summary.row
            let isForTwo = details.event?.definition.needsSecondCheck == true && !row.reviewFields.isEmpty
            values.set(
                "needsConfirming",
                row.state == .needsReview && details.summary.possibleDuplicateOf == nil && !isForTwo
            )
            values.set(
                "findings",
                row.findings.filter(\.code.needsPerson).map { finding in
                    let label = FindingLabel.text(finding, form: details.form, language: language)
                    return PageValues(["text": FindingWording.text(of: finding, fieldLabel: label, language: language)])
                }
            )
        }
    }

    /// What was typed is right: unchanged confirms the answer, changed corrects it.
    private func decide(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let details = try await details(request, site.desk(session))
        let view = try await view(details, session)
        guard let key = request.input["-field"], let form = view.form, form.form.field(key) != nil else {
            throw WebFault(.invalidForm)
        }
        let following = view.after(key)
        let reading = TypedFormReader(form: form.form, uploads: site.intake.uploads)
            .read(request.input, language: session.language)
        var typed = TypedForm(values: details.summary.row.values, form: form.form, language: session.language)
        typed.take(key, from: reading.typed)
        let checked = form.check(typed, at: details.summary.row.receivedAt)
        let messages = FormMessages(form: form, language: session.language)
        let faults = checked.obstacles.filter {
            $0.code != .requiredMissing && String(($0.field ?? "").prefix { $0 != "[" && $0 != "." }) == key
        }
        guard faults.isEmpty else {
            return try await show(view, key, errors: messages.byPath(faults), typed: typed)
        }
        let intake = site.intake
        let actor = session.account.login
        try await BlockingWork.run {
            guard try intake.agrees(on: key, checked.answers[key]?.value, of: details, by: actor) else { return }
            _ = try intake.change(details, to: checked, only: [key], confirms: true, reason: "", by: actor)
        }
        let path = "/desk/review/\(view.code)"
        return .see(following.map { path + "?field=" + ListFilter.quoted($0) } ?? path)
    }

    private func confirmAll(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let desk = site.desk(session)
        let code = request.parameters["code"] ?? ""
        let details = try await details(request, desk)
        if details.event?.definition.needsSecondCheck == true, !details.summary.row.reviewFields.isEmpty {
            throw Self.wantsTwo
        }
        _ = try await BlockingWork.run { try desk.edit(code, Workspace.Correction(confirmed: ["*"])) }
        return .see("/desk/review/\(code)")
    }

    private static let wantsTwo = DeskError(
        .stateRefused,
        "Tu każdą odpowiedź sprawdzają dwie osoby; nie można potwierdzić wszystkiego naraz.",
        "Two people check each answer here; they cannot be confirmed all at once."
    )

    // MARK: Papers

    private func id(_ request: WebRequest) throws -> Int64 {
        guard let id = Int64(request.parameters["id"] ?? "") else { throw WebFault(.notFound) }
        return id
    }

    private func assign(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let id = try id(request)
        let event = request.input["event"] ?? ""
        _ = try await BlockingWork.run { try desk.assignSource(id, to: event) }
        return .see("/desk/review")
    }

    private func dismiss(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let id = try id(request)
        let reason = String((request.input["reason"] ?? "").prefix(1_000))
        try await BlockingWork.run { try desk.dismissSource(id, reason: reason) }
        return .see("/desk/review")
    }
}

extension TypedForm {
    /// Takes over what was typed for one field, its parts and entries included; everything else stays.
    mutating func take(_ key: String, from other: TypedForm) {
        func isOf(_ path: String) -> Bool { path == key || path.hasPrefix(key + ".") || path.hasPrefix(key + "[") }
        for path in texts.keys where isOf(path) { texts[path] = nil }
        texts.merge(other.texts.filter { isOf($0.key) }) { _, new in new }
        uploads.merge(other.uploads.filter { isOf($0.key) }) { _, new in new }
    }
}
