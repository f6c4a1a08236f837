import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// Letters, lists and certificates: making them, looking at them, downloading them.
struct DocumentPages: Sendable {
    let site: Site

    static let listCountMax = 300

    var routes: [WebRoute] {
        let deciders = WebRoute.Access.staff(DeskRoles.deciders)
        return [
            .get("/desk/documents", deciders) { try events($0) },
            .get("/desk/documents/{event}", deciders) { try await documents($0) },
            .post("/desk/documents/{event}", deciders) { try await make($0) },
            .get("/desk/documents/{event}/zip", deciders) { try await zip($0) },
            .get("/desk/files/{id}", deciders) { try await file($0) },
        ]
    }

    private func events(_ request: WebRequest) throws -> WebReply {
        let session = try request.signedIn()
        return try EventChoice(site: site, session: session).reply(
            StaffText.documents.text(session.language),
            lead: WorkText.documentsText,
            path: "/desk/documents"
        )
    }

    private func documents(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let event = try site.event(request).definition
        let registry = site.intake.workspace.registry
        let rows = try await BlockingWork.run {
            try registry.read { try $0.documents(event: event.slug, limit: Self.listCountMax) }
        }
        return site.deskPage("desk-documents", event.title.text(in: language), session, words: WorkText.self) {
            values in
            values["address"] = "/desk/documents/\(event.slug)"
            fillForm(&values, event, request, language)
            values.set("rows", rows.map { row($0, event, language) })
            let kinds = DocumentKind.allCases.filter { kind in rows.contains { $0.kind == kind } }
            values.set(
                "zips",
                kinds.map { kind in
                    PageValues([
                        "text": ApplicantWords.name(kind, language),
                        "address": "/desk/documents/\(event.slug)/zip?kind=\(kind.rawValue)",
                    ])
                }
            )
        }
    }

    private func fillForm(
        _ values: inout PageValues,
        _ event: EventDefinition,
        _ request: WebRequest,
        _ language: InterfaceLanguage
    ) {
        func option(_ key: String, _ label: String, _ chosen: String?) -> PageValues {
            var option = PageValues(["key": key, "label": label])
            option.set("isChosen", key == chosen)
            return option
        }
        values["code"] = request.query["code"]
        values.set(
            "kinds",
            DocumentKind.allCases.map { option($0.rawValue, ApplicantWords.name($0, language), request.query["kind"]) }
        )
        values.set(
            "activities",
            event.activities.map { option($0.id, $0.title.text(in: language), request.query["activity"]) }
        )
        let sessions = event.activities.flatMap(\.sessions)
        values.set(
            "sessions",
            sessions.prefix(200).map { session in
                let day = DateText.short(session.date, in: language)
                return option(session.id, "\(day) \(session.title.text(in: language))", request.query["session"])
            }
        )
        values.set(
            "states",
            ParticipationState.allCases.map { option($0.rawValue, StateWording.text($0, language), nil) }
        )
    }

    private func row(_ document: ListedDocument, _ event: EventDefinition, _ language: InterfaceLanguage) -> PageValues
    {
        var values = PageValues(["kind": ApplicantWords.name(document.kind, language)])
        values["file"] = String(document.file.split(separator: "/").last ?? "")
        values["address"] = "/desk/files/\(document.id)"
        if document.file.hasSuffix(".pdf") { values["preview-address"] = "/desk/files/\(document.id)?show=1" }
        values["name"] = document.name ?? WorkText.forAll.text(language)
        values["code"] = document.code
        values["at"] = DateText.moment(document.at, timeZone: event.timeZone, in: language)
        return values
    }

    private func make(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let event = try site.event(request).definition
        let input = request.input
        guard let kind = DocumentKind(rawValue: input["kind"] ?? "") else { throw WebFault(.invalidForm) }
        func text(_ name: String) -> String? { input[name].flatMap { $0.isEmpty ? nil : String($0.prefix(200)) } }
        let order = WorkOrder.documents(
            DocumentRequest(
                event: event.slug,
                kind: kind,
                activity: text("activity"),
                session: text("session"),
                status: text("status").flatMap(ParticipationState.init(rawValue:)),
                code: text("code"),
                makesPDF: input["pdf"] == "true"
            )
        )
        let work = site.work
        let actor = session.account.login
        let id = try await BlockingWork.run { try work.order(order, by: actor) }
        return .see("/desk/jobs/\(id)")
    }

    private func zip(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let event = try site.event(request).definition
        guard let kind = DocumentKind(rawValue: request.query["kind"] ?? "") else { throw WebFault(.notFound) }
        let bytes = try await BlockingWork.run {
            let rows = try desk.registry.read { try $0.documents(event: event.slug, limit: 5_000) }
            return try desk.bundle(rows.filter { $0.kind == kind })
        }
        return .download(bytes, type: "application/zip", name: "\(event.slug)-\(kind.rawValue).zip")
    }

    private func file(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        guard let id = Int64(request.parameters["id"] ?? "") else { throw WebFault(.notFound) }
        let found = try await BlockingWork.run { () -> (ListedDocument, [UInt8])? in
            guard let document = try desk.registry.read({ try $0.document(id) }),
                let bytes = try desk.bytes(of: document)
            else { return nil }
            return (document, bytes)
        }
        guard let (document, bytes) = found else { throw WebFault(.notFound) }
        let name = String(document.file.split(separator: "/").last ?? "document")
        let isPDF = name.hasSuffix(".pdf")
        let type =
            isPDF ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        var reply = WebReply.download(bytes, type: type, name: name)
        // Our own PDF may open in the browser; nothing that came from outside ever does.
        if isPDF, request.query["show"] != nil { reply.headers[.contentDisposition] = "inline" }
        return reply
    }
}

/// The page that asks which call is meant.
struct EventChoice {
    let site: Site
    let session: StaffSession

    func reply(_ title: String, lead: WorkText, path: String) throws -> WebReply {
        let language = session.language
        let events = try site.intake.catalogue.current().events.map(\.definition)
        return site.deskPage("desk-events", title, session, words: WorkText.self) { values in
            values["lead"] = lead.text(language)
            values.set(
                "events",
                events.map {
                    PageValues([
                        "title": $0.title.text(in: language), "address": "\(path)/\(ListFilter.quoted($0.slug))",
                    ])
                }
            )
        }
    }
}
