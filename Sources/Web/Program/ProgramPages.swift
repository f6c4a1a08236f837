import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// The JSON interface for other programs; `docs/openapi.json` describes it, and a test holds the two together.
struct ProgramPages: Sendable {
    let site: Site

    static let readers: Set<StaffRole> = [.administrator, .coordinator, .auditor]
    static let writers: Set<StaffRole> = [.administrator, .coordinator, .frontDesk]
    static let pageCountMax = 200

    var routes: [WebRoute] {
        [
            .get("/api/v1/events", .program(Self.readers.union(Self.writers))) { try await events($0) },
            .get("/api/v1/events/{event}/registrations", .program(Self.readers)) { try await list($0) },
            .get("/api/v1/registrations/{code}", .program(Self.readers)) { try await show($0) },
            .post("/api/v1/events/{event}/forms/{form}/registrations", .program(Self.writers)) { try await submit($0) },
        ]
    }

    // MARK: Reading

    private func events(_ request: WebRequest) async throws -> WebReply {
        let snapshot = try site.intake.catalogue.current()
        let now = site.now
        let events = snapshot.events.map { event in
            let forms = snapshot.forms.filter { $0.event.definition.slug == event.definition.slug }
            return JSONValue.object([
                .init("event", .string(event.definition.slug)),
                .init("title", ProgramJSON.localized(event.definition.title)),
                .init(
                    "forms",
                    .array(forms.map { form in ProgramJSON.form(form, isOpen: form.availability(at: now) == .open) })
                ),
            ])
        }
        return .json(JSONValue.object([.init("results", .array(events))]).jsonText)
    }

    private func list(_ request: WebRequest) async throws -> WebReply {
        let slug = request.parameters["event"] ?? ""
        guard try site.intake.catalogue.current().event(slug) != nil else { throw WebFault(.notFound) }
        let page = max(1, Int(request.query["page"] ?? "") ?? 1)
        let size = min(Self.pageCountMax, max(1, Int(request.query["page_size"] ?? "") ?? 50))
        var query = RegistrationQuery(event: slug, limit: size, offset: (page - 1) * size)
        if let text = request.query["state"] {
            guard let state = RegistrationState(rawValue: text) else { throw WebFault(.invalidForm, detail: "state") }
            query.states = [state]
        }
        query.searchText = request.query["q"]
        if let text = request.query["modified_since"] {
            guard let moment = InstantText.instant(iso: text) else {
                throw WebFault(.invalidForm, detail: "modified_since")
            }
            query.modifiedAfter = moment
        }
        let wanted = query
        let desk = site.intake.workspace
        // Taken before reading: whoever asks again with it misses nothing.
        let serverTime = site.now
        let found = try await BlockingWork.run { try desk.list(wanted) }
        func address(_ number: Int) -> JSONValue {
            let others = request.query.filter { $0.key != "page" }.sorted { $0.key < $1.key }
            let pairs =
                others.map { "\(ListFilter.quoted($0.key))=\(ListFilter.quoted($0.value))" } + ["page=\(number)"]
            return .string("/api/v1/events/\(slug)/registrations?" + pairs.joined(separator: "&"))
        }
        let body = JSONValue.object([
            .init("count", .number(String(found.total))),
            .init("next", page * size < found.total ? address(page + 1) : .null),
            .init("previous", page > 1 ? address(page - 1) : .null),
            .init("server_time", .string(serverTime.description)),
            .init("results", .array(found.summaries.map(ProgramJSON.registration))),
        ])
        return .json(body.jsonText)
    }

    private func show(_ request: WebRequest) async throws -> WebReply {
        guard let code = RegistrationCode(request.parameters["code"] ?? "") else { throw WebFault(.notFound) }
        let desk = site.intake.workspace
        let details = try await BlockingWork.run { try desk.show(code) }
        return .json(ProgramJSON.registration(details.summary).jsonText)
    }

    // MARK: Sending

    /// The same key with the same content gives the same registration (200); with other content it is refused (409).
    private func submit(_ request: WebRequest) async throws -> WebReply {
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name],
            (8...200).contains(key.utf8.count)
        else { throw WebFault(.invalidForm, detail: "Idempotency-Key") }
        let snapshot = try site.intake.catalogue.current()
        let slug = request.parameters["event"] ?? ""
        guard let form = snapshot.form(event: slug, form: request.parameters["form"] ?? "") else {
            throw WebFault(.notFound)
        }
        guard form.availability(at: site.now) == .open else { throw WebFault(.forbidden, detail: "closed") }
        guard let body = try? request.body.withUnsafeBytes({ try JSONParser.parse($0) }),
            let answers = body["answers"]?.members
        else { throw WebFault(.invalidForm, detail: "json") }
        let language =
            body["language"]?.text.flatMap(InterfaceLanguage.init(rawValue:)) ?? form.languages.first ?? .polish
        let typed = ProgramJSON.typed(answers, form: form.form, language: language)
        let checked = form.check(typed, at: site.now)
        guard checked.obstacles.isEmpty else { return invalid(checked, form, language) }
        // Keys of one program never meet those of another.
        let own = "api:\(request.program?.id ?? 0):\(key)"
        return try reply(to: await site.intake.submit(checked, of: form, in: snapshot, key: own))
    }

    private func invalid(_ checked: CheckedTypedForm, _ form: WebForm, _ language: InterfaceLanguage) -> WebReply {
        let messages = FormMessages(form: form, language: language)
        let errors = checked.obstacles.map { finding in
            JSONValue.object([
                .init("field", finding.field.map(JSONValue.string) ?? .null),
                .init("code", .string(finding.code.rawValue)), .init("message", .string(messages.text(finding))),
            ])
        }
        return .json(JSONValue.object([.init("errors", .array(errors))]).jsonText, status: .unprocessableContent)
    }

    private func reply(to result: SubmissionResult) throws -> WebReply {
        func receipt(_ receipt: SubmissionResult.Receipt, _ status: HTTPResponse.Status) -> WebReply {
            let body = JSONValue.object([
                .init("code", .string(receipt.code.text)),
                .init("link", .string(site.publicAddress("/z/" + receipt.token))),
            ])
            return .json(body.jsonText, status: status)
        }
        switch result {
        case .accepted(let made): return receipt(made, .created)
        case .repeated(let known): return receipt(known, .ok)
        case .conflict(let known): return receipt(known, .conflict)
        case .closed: throw WebFault(.forbidden, detail: "closed")
        case .refused(let error, let isFull): throw WebFault(isFull ? .busy : .failed, detail: error.code.rawValue)
        }
    }
}
