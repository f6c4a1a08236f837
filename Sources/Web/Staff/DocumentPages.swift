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
            .get("/desk/files/{id}/look", deciders) { try await look($0) },
            .get("/desk/files/{id}/page/{page}", deciders) { try await picture($0) },
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
        let listed = try await BlockingWork.run {
            try registry.read { try $0.documents(event: event.slug, limit: Self.listCountMax) }
        }
        // Written again since: the older file is gone, and only the newest can be looked at.
        var seen: Set<String> = []
        let rows = listed.filter { seen.insert($0.file).inserted }
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
                        "text": PaperNames.text(kind, language),
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
            DocumentKind.allCases.map { option($0.rawValue, PaperNames.text($0, language), request.query["kind"]) }
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
        var values = PageValues(["kind": PaperNames.text(document.kind, language)])
        values["file"] = String(document.file.split(separator: "/").last ?? "")
        values["address"] = "/desk/files/\(document.id)"
        values["preview-address"] = "/desk/files/\(document.id)/look"
        let isBook = values["file"]?.hasPrefix("ksiega-") ?? false
        values["name"] = document.name ?? (isBook ? WorkText.forBook : .forAll).text(language)
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
        var wanted = DocumentRequest(
            event: event.slug,
            kind: kind,
            activity: text("activity"),
            session: text("session"),
            status: text("status").flatMap(ParticipationState.init(rawValue:)),
            code: text("code"),
            makesPDF: input["pdf"] == "true"
        )
        wanted.makesBook = input["book"] == "true"
        let order = WorkOrder.documents(wanted)
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

    private func load(_ request: WebRequest) async throws -> ListedDocument {
        let registry = site.intake.workspace.registry
        guard let id = Int64(request.parameters["id"] ?? ""),
            let document = try await BlockingWork.run({ try registry.read { try $0.document(id) } })
        else { throw WebFault(.notFound) }
        return document
    }

    /// The pages of a document as pictures, without a program that shows Word or PDF files.
    private func look(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let document = try await load(request)
        let pictures = PagePictures(workspace: site.desk(session))
        let count = try await BlockingWork.run { try pictures.pageCount(of: document) }
        let title = PaperNames.text(document.kind, language)
        return site.deskPage("desk-document", title, session, words: WorkText.self) { values in
            values["name"] = document.name
            values["code"] = document.code
            values["file"] = String(document.file.split(separator: "/").last ?? "")
            values["address"] = "/desk/files/\(document.id)"
            values["back"] = "/desk/documents/\(document.event)"
            if count == PagePictures.pageCountMax { values["only"] = WorkText.firstPages.text(language, String(count)) }
            values.set("pages", Self.pages(count, "/desk/files/\(document.id)/page/", language))
        }
    }

    /// Pictures of pages for a template.
    static func pages(_ count: Int, _ path: String, _ language: InterfaceLanguage) -> [PageValues] {
        (0..<count).map { index in
            PageValues([
                "address": path + String(index + 1),
                "text": WorkText.pageOf.text(language, String(index + 1), String(count)),
            ])
        }
    }

    private func picture(_ request: WebRequest) async throws -> WebReply {
        let document = try await load(request)
        let pictures = PagePictures(workspace: site.intake.workspace)
        let page = Int(request.parameters["page"] ?? "") ?? 0
        return .picture(try await BlockingWork.run { try pictures.picture(of: document, page: page) })
    }

    private func file(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let document = try await load(request)
        guard let bytes = try await BlockingWork.run({ try desk.bytes(of: document) }) else {
            throw WebFault(.notFound)
        }
        let name = String(document.file.split(separator: "/").last ?? "document")
        let isPDF = name.hasSuffix(".pdf")
        let type =
            isPDF ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        return WebReply.download(bytes, type: type, name: name)
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
