import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// Typing in registrations from calls, visits and papers, and correcting those that stand.
struct EntryPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let editors = WebRoute.Access.staff(DeskRoles.editors)
        return [
            .get("/desk/enter", editors) { try choose($0) },
            .get("/desk/enter/{event}/{form}", editors) { try await blank($0) },
            .post("/desk/enter/{event}/{form}", editors) { try await enter($0) },
            .get("/desk/registrations/{code}/edit", editors) { try await editing($0) },
            .post("/desk/registrations/{code}/edit", editors) { try await save($0) },
        ]
    }

    // MARK: Which form

    private func choose(_ request: WebRequest) throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let snapshot = try site.intake.catalogue.current()
        let query = request.query["source"].flatMap { Int64($0) }.map { "?source=\($0)" } ?? ""
        return site.deskPage("desk-enter", ReviewText.entryTitle.text(language), session, words: ReviewText.self) {
            values in
            values["done"] = request.query["done"].flatMap { RegistrationCode($0) }.map {
                ReviewText.entryDone.text(language, $0.text)
            }
            values["done-address"] = request.query["done"].flatMap { RegistrationCode($0) }.map {
                "/desk/registrations/\($0.text)"
            }
            values.set(
                "forms",
                snapshot.forms.map { form in
                    let slug = form.event.definition.slug
                    var value = PageValues(["address": "/desk/enter/\(slug)/\(form.form.id)\(query)"])
                    value["event"] = form.event.definition.title.text(in: language)
                    value["form"] = form.form.title.text(in: language)
                    return value
                }
            )
        }
    }

    // MARK: Typing in

    private func form(_ request: WebRequest) throws -> (WebCatalogue.Snapshot, WebForm) {
        let snapshot = try site.intake.catalogue.current()
        let form = snapshot.form(event: request.parameters["event"] ?? "", form: request.parameters["form"] ?? "")
        guard let form else { throw WebFault(.notFound) }
        return (snapshot, form)
    }

    private func blank(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let (_, form) = try form(request)
        var view = EntryView(site: site, form: form, session: session)
        view.circumstances = .init(
            channel: .phone,
            receivedAt: site.now,
            language: form.languages.first ?? .polish,
            source: request.query["source"].flatMap { Int64($0) },
            nonce: ServerSecret.randomText()
        )
        if let id = view.circumstances?.source {
            let registry = site.intake.workspace.registry
            let source = try await BlockingWork.run { try registry.read { try $0.source(id) } }
            guard let source else { throw WebFault(.notFound) }
            view.circumstances?.channel = source.channel
            view.circumstances?.receivedAt = source.receivedAt
            view.sourceName = source.name
        }
        return view.reply(TypedForm(language: session.language), findings: [])
    }

    private func enter(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let (snapshot, form) = try form(request)
        guard let circumstances = EntryView.Circumstances(request.input, form: form) else {
            throw WebFault(.invalidForm)
        }
        var reading = TypedFormReader(form: form.form, uploads: site.intake.uploads)
            .read(request.input, language: session.language)
        let wanted = request.input[FormNames.action]
        let action = TypedFormReader.Action(wanted == "anyway" ? "save" : wanted)
        reading.typed.change(by: action, form: form)
        var view = EntryView(site: site, form: form, session: session)
        view.circumstances = circumstances
        guard action == .save else { return view.reply(reading.typed, findings: []) }
        let typed = reading.typed.withoutEmptyEntries(form.form)
        let checked = form.check(typed, at: circumstances.receivedAt)
        guard wanted == "anyway" || checked.obstacles.isEmpty else {
            return view.reply(typed, findings: checked.obstacles)
        }
        let entry = TypedEntry(
            checked: checked,
            channel: circumstances.channel,
            receivedAt: circumstances.receivedAt,
            language: circumstances.language,
            source: circumstances.source,
            nonce: circumstances.nonce
        )
        let intake = site.intake
        let actor = session.account.login
        let code = try await BlockingWork.run { try intake.enter(entry, of: form, in: snapshot, by: actor) }
        return .see("/desk/enter?done=\(code.text)")
    }

    // MARK: Correcting

    private func details(_ request: WebRequest) async throws -> (RegistrationDetails, WebForm) {
        guard let code = RegistrationCode(request.parameters["code"] ?? "") else { throw WebFault(.notFound) }
        let desk = site.intake.workspace
        let details = try await BlockingWork.run { try desk.show(code) }
        let row = details.summary.row
        guard let form = try site.intake.catalogue.current().form(event: row.event, form: row.form) else {
            throw DeskError(
                .unknownForm,
                "Plik wydarzenia nie zna już tego formularza.",
                "The event file does not know this form any more."
            )
        }
        return (details, form)
    }

    private func editing(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let (details, form) = try await details(request)
        var view = EntryView(site: site, form: form, session: session)
        view.correcting = details
        let typed = TypedForm(values: details.summary.row.values, form: form.form, language: session.language)
        return view.reply(typed, findings: [])
    }

    private func save(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let (details, form) = try await details(request)
        let row = details.summary.row
        var view = EntryView(site: site, form: form, session: session)
        view.correcting = details
        view.reason = String((request.input["-reason"] ?? "").prefix(1_000))
        var reading = TypedFormReader(form: form.form, uploads: site.intake.uploads)
            .read(request.input, language: session.language)
        let action = TypedFormReader.Action(request.input[FormNames.action])
        reading.typed.change(by: action, form: form)
        guard action == .save else { return view.reply(reading.typed, findings: []) }
        let typed = reading.typed.withoutEmptyEntries(form.form)
        let checked = form.check(typed, at: row.receivedAt)
        // What stood there before may stay as it is; only what was typed now has to be readable.
        let faults = checked.obstacles.filter { finding in
            guard finding.code != .requiredMissing, let path = finding.field else { return false }
            let key = String(path.prefix { $0 != "[" && $0 != "." })
            return checked.answers[key]?.value != row.values[key]
        }
        guard faults.isEmpty else { return view.reply(typed, findings: faults) }
        let intake = site.intake
        let actor = session.account.login
        let reason = view.reason
        _ = try await BlockingWork.run {
            try intake.change(details, to: checked, only: nil, confirms: false, reason: reason, by: actor)
        }
        return .see("/desk/registrations/\(row.code.text)")
    }
}
