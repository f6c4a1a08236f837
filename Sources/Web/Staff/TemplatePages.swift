import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// Templates of the organiser's own: upload, faults with their place, a trial with a real registration, keeping.
struct TemplatePages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let deciders = WebRoute.Access.staff(DeskRoles.deciders)
        return [
            .get("/desk/templates", deciders) { try page($0) },
            .post("/desk/templates", deciders) { try await uploaded($0) },
            .post("/desk/templates/use", deciders) { try await use($0) },
        ]
    }

    private static let fileName = "szablon.docx"

    private func fillChoices(_ values: inout PageValues, _ request: WebRequest, _ language: InterfaceLanguage) throws {
        func option(_ key: String, _ label: String, _ chosen: String?) -> PageValues {
            var option = PageValues(["key": key, "label": label])
            option.set("isChosen", key == chosen)
            return option
        }
        let input = request.input
        let events = try site.intake.catalogue.current().events.map(\.definition)
        values.set("events", events.map { option($0.slug, $0.title.text(in: language), input["event"]) })
        values.set(
            "kinds",
            DocumentKind.allCases.map { option($0.rawValue, PaperNames.text($0, language), input["kind"]) }
        )
        values.set(
            "languages",
            InterfaceLanguage.allCases.map { option($0.rawValue, PageFrame.name(of: $0), input["language"]) }
        )
    }

    private func page(_ request: WebRequest) throws -> WebReply {
        let session = try request.signedIn()
        let workspace = site.intake.workspace
        return try site.deskPage(
            "desk-templates",
            WorkText.templates.text(session.language),
            session,
            words: WorkText.self
        ) { values in
            try fillChoices(&values, request, session.language)
            if let kept = request.query["kept"], workspace.templateNames.contains(kept) {
                values["done"] = WorkText.templateKept.text(session.language, kept)
            }
            values.set("names", workspace.templateNames.map { PageValues(["name": $0]) })
        }
    }

    /// What a posted form says: for which call, which document, in which language.
    private func wish(_ input: FormInput) throws -> (event: String, kind: DocumentKind, language: InterfaceLanguage) {
        guard let event = try site.intake.catalogue.current().event(input["event"] ?? ""),
            let kind = DocumentKind(rawValue: input["kind"] ?? ""),
            let language = InterfaceLanguage(rawValue: input["language"] ?? "")
        else { throw WebFault(.invalidForm) }
        return (event.definition.slug, kind, language)
    }

    private func uploaded(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let wish = try wish(request.input)
        guard let file = request.input.files.first(where: { !$0.bytes.isEmpty }) else { return .see("/desk/templates") }
        let staging = site.staging
        let folder = try await BlockingWork.run { try staging.keep([(Self.fileName, file.bytes)]) }
        return try await checked(request, session, wish, staged: String(folder.split(separator: "/").last ?? ""))
    }

    private func checked(
        _ request: WebRequest,
        _ session: StaffSession,
        _ wish: (event: String, kind: DocumentKind, language: InterfaceLanguage),
        staged: String
    ) async throws -> WebReply {
        let language = session.language
        let desk = site.desk(session)
        guard let path = site.staging.path(folder: staged, file: "1-" + Self.fileName) else {
            throw WebFault(.notFound)
        }
        let report = try await BlockingWork.run { try desk.checkTemplate(path, event: wish.event, kind: wish.kind) }
        let isUsable = !report.faults.contains { $0.severity == .error }
        return try site.deskPage(
            "desk-templates",
            WorkText.templates.text(language),
            session,
            words: WorkText.self,
            status: isUsable ? .ok : .unprocessableContent
        ) { values in
            try fillChoices(&values, request, language)
            values.set("isChecked", true)
            values.set("isUsable", isUsable)
            values["staged"] = staged
            values["event"] = wish.event
            values["kind"] = wish.kind.rawValue
            values["language"] = wish.language.rawValue
            values["summary"] = report.summary.text(in: language)
            values.set("faults", report.faults.prefix(100).map { fault($0, language) })
            let paths = Set(report.uses.map(\.path)).sorted().prefix(200)
            values.set("uses", paths.map { PageValues(["path": $0]) })
        }
    }

    private func fault(_ fault: FileFault, _ language: InterfaceLanguage) -> PageValues {
        var values = PageValues(["place": fault.place.path, "text": fault.message.text(in: language)])
        values["suggestion"] = fault.suggestion
        values["tone"] = fault.severity == .error ? "stop" : "wait"
        return values
    }

    private func use(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let desk = site.desk(session)
        let wish = try wish(request.input)
        let staged = request.input["staged"] ?? ""
        guard let path = site.staging.path(folder: staged, file: "1-" + Self.fileName) else {
            throw WebFault(.notFound)
        }
        if request.input[FormNames.action] == "keep" {
            let staging = site.staging
            let name = try await BlockingWork.run {
                let name = try desk.keepTemplate(path, kind: wish.kind, language: wish.language)
                staging.remove(staged)
                return name
            }
            return .see("/desk/templates?kept=" + ListFilter.quoted(name))
        }
        let code = request.input["code"].flatMap { $0.isEmpty ? nil : String($0.prefix(10)) }
        let bytes = try await BlockingWork.run {
            try desk.tryTemplate(path, event: wish.event, kind: wish.kind, code: code)
        }
        return .download(
            bytes,
            type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            name: "proba-\(wish.kind.rawValue).docx"
        )
    }
}
