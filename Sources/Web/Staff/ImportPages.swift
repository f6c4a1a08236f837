import Desk
import FieldKinds
import FormModel
import Foundation
import Registry

/// Import of a form tool's table: upload, match the columns, take in.
struct ImportPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let editors = WebRoute.Access.staff(DeskRoles.editors)
        return [
            .get("/desk/import", editors) { try start($0) },
            .post("/desk/import", editors) { try await uploaded($0) },
            .post("/desk/import/run", editors) { try await run($0) },
        ]
    }

    private func start(_ request: WebRequest) throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let forms = try site.intake.catalogue.current().forms
        return site.deskPage("desk-import", WorkText.importTitle.text(language), session, words: WorkText.self) {
            values in
            values.set(
                "forms",
                forms.map { form in
                    let titles = [form.event.definition.title, form.form.title].map { $0.text(in: language) }
                    return PageValues([
                        "key": form.event.definition.slug + "/" + form.form.id,
                        "label": titles.filter { !$0.isEmpty }.joined(separator: " – "),
                    ])
                }
            )
        }
    }

    private static let ownColumns: [String: WorkText] = [
        "received": .columnReceived, "submission_id": .columnNumber, "language": .columnLanguage,
    ]

    private func form(_ key: String?) throws -> WebForm {
        let parts = (key ?? "").split(separator: "/").map(String.init)
        guard parts.count == 2, let form = try site.intake.catalogue.current().form(event: parts[0], form: parts[1])
        else { throw WebFault(.invalidForm) }
        return form
    }

    private func uploaded(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let form = try form(request.input["form"])
        guard let file = request.input.files.first(where: { !$0.bytes.isEmpty }) else { return .see("/desk/import") }
        let isWorkbook = file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
        let staging = site.staging
        let workspace = site.intake.workspace
        let name = isWorkbook ? "tabela.xlsx" : "tabela.csv"
        let (folder, columns, count) = try await BlockingWork.run {
            let folder = try staging.keep([(name, file.bytes)])
            let table = TableImport(path: folder + "/1-" + name, workspace: workspace)
            let (columns, count) = try table.columns(for: form.form)
            return (folder, columns, count)
        }
        return site.deskPage("desk-import-columns", WorkText.importTitle.text(language), session, words: WorkText.self)
        {
            values in
            values["form"] = request.input["form"]
            values["staged"] = String(folder.split(separator: "/").last ?? "")
            values["file"] = name
            values["import"] = WorkText.importAll.text(language, String(count))
            let fields = form.form.fields.filter { $0.kind != .group && $0.kind != .file }
            let targets =
                fields.map { ($0.key, $0.label.text(in: language)) }
                + TableImport.ownColumns.map { ($0, Self.ownColumns[$0]?.text(language) ?? $0) }
            values.set(
                "columns",
                columns.enumerated().map { index, column in
                    var value = PageValues(["head": column.head, "id": String(index)])
                    value["samples"] = column.samples.joined(separator: " · ")
                    value.set(
                        "targets",
                        targets.map { key, label in
                            var target = PageValues(["key": key, "label": label])
                            target.set("isChosen", key == column.guess)
                            return target
                        }
                    )
                    return value
                }
            )
        }
    }

    private func run(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let form = try form(request.input["form"])
        let known = Set(form.form.fields.map(\.key) + TableImport.ownColumns)
        var mapping: [String: String] = [:]
        for index in 0..<500 {
            guard let head = request.input["head-\(index)"] else { break }
            guard let key = request.input["field-\(index)"], known.contains(key) else { continue }
            mapping[head] = key
        }
        let staging = site.staging
        let workspace = site.intake.workspace
        let work = site.work
        let (staged, name) = (request.input["staged"] ?? "", request.input["file"] ?? "")
        guard let path = staging.path(folder: staged, file: "1-" + name) else { throw WebFault(.notFound) }
        let event = form.event.definition.slug
        let wanted = mapping
        let actor = session.account.login
        let id = try await BlockingWork.run {
            let lines = try TableImport(path: path, workspace: workspace).lines(
                wanted,
                event: event,
                form: form.form.id
            )
            // The table as it was uploaded is kept with the originals; what is read are the lines made of it.
            try workspace.acting(as: actor).keepTable(path, name: name, event: event)
            let folder = try staging.keep([(event + ".jsonl", lines)])
            staging.remove(staged)
            return try work.order(.intake(folder: folder, event: event, channel: .web), by: actor)
        }
        return .see("/desk/jobs/\(id)")
    }
}
