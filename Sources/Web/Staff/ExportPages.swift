import Desk
import FieldKinds
import FormModel
import Registry

/// Participant lists for other programs, with definitions that are kept.
struct ExportPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let deciders = WebRoute.Access.staff(DeskRoles.deciders)
        return [
            .get("/desk/exports", deciders) { try events($0) },
            .get("/desk/exports/{event}", deciders) { try await form($0) },
            .post("/desk/exports/{event}", deciders) { try await export($0) },
            .post("/desk/views/{id}/remove", .staff(DeskRoles.editors)) { try await remove($0) },
        ]
    }

    private func events(_ request: WebRequest) throws -> WebReply {
        let session = try request.signedIn()
        return try EventChoice(site: site, session: session).reply(
            StaffText.exports.text(session.language),
            lead: WorkText.exportsText,
            path: "/desk/exports"
        )
    }

    /// What is kept of an export, as its form has it.
    private struct Definition {
        var format = ExportRequest.Format.xlsx
        var columns: Set<String>?
        var purpose = ""
        var recipient = ""
        var state: RegistrationState?

        init() {}

        init(_ input: FormInput) {
            format = ExportRequest.Format(rawValue: input["format"] ?? "") ?? .xlsx
            columns = Set(input.all("column").prefix(500))
            purpose = String((input["purpose"] ?? "").prefix(500))
            recipient = String((input["recipient"] ?? "").prefix(500))
            state = RegistrationState(rawValue: input["state"] ?? "")
        }

        /// The kept text is a posted form again.
        init(kept: String) {
            self.init((try? URLEncodedForm.read(Array(kept.utf8))) ?? FormInput())
        }

        var kept: String {
            var pairs = [
                ("format", format.rawValue), ("purpose", purpose), ("recipient", recipient),
                ("state", state?.rawValue ?? ""),
            ]
            pairs += (columns ?? []).sorted().map { ("column", $0) }
            return pairs.map { $0.0 + "=" + ListFilter.quoted($0.1) }.joined(separator: "&")
        }
    }

    private func form(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let event = try site.event(request).definition
        let desk = site.desk(session)
        let (columns, views) = try await BlockingWork.run {
            let views = try desk.registry.read { try $0.savedViews(.export) }
            return (try desk.exportColumns(event: event.slug, language: language), views)
        }
        let own = views.filter { $0.content.hasPrefix(event.slug + "?") }
        let chosen = own.first { String($0.id) == request.query["view"] }
        let definition =
            chosen.map { Definition(kept: String($0.content.dropFirst(event.slug.count + 1))) }
            ?? Definition()
        return site.deskPage("desk-exports", event.title.text(in: language), session, words: WorkText.self) { values in
            values["address"] = "/desk/exports/\(event.slug)"
            if request.query["saved"] != nil { values["done"] = WorkText.saved.text(language) }
            fill(&values, definition, columns, language)
            values["view-name"] = chosen?.name
            values.set(
                "views",
                own.map {
                    PageValues([
                        "name": $0.name, "id": String($0.id), "address": "/desk/exports/\(event.slug)?view=\($0.id)",
                    ])
                }
            )
        }
    }

    private func fill(
        _ values: inout PageValues,
        _ definition: Definition,
        _ columns: [(key: String, title: String, isSensitive: Bool)],
        _ language: InterfaceLanguage
    ) {
        values["purpose"] = definition.purpose
        values["recipient"] = definition.recipient
        func option(_ key: String, _ label: String, _ isChosen: Bool) -> PageValues {
            var option = PageValues(["key": key, "label": label])
            option.set("isChosen", isChosen)
            return option
        }
        values.set(
            "formats",
            ExportRequest.Format.allCases.map { option($0.rawValue, $0.rawValue.uppercased(), $0 == definition.format) }
        )
        values.set(
            "states",
            RegistrationState.allCases.map {
                option($0.rawValue, StateWording.text($0, language), $0 == definition.state)
            }
        )
        values.set(
            "columns",
            columns.map { column in
                let isChosen = definition.columns?.contains(column.key) ?? !column.isSensitive
                var value = option(column.key, column.title, isChosen)
                value.set("isSensitive", column.isSensitive)
                return value
            }
        )
    }

    private func export(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let event = try site.event(request).definition
        let desk = site.desk(session)
        let definition = Definition(request.input)
        if request.input[FormNames.action] == "save" {
            let name = String((request.input["name"] ?? "").prefix(100))
            guard name.contains(where: { !$0.isWhitespace }) else { return .see(request.path) }
            let content = event.slug + "?" + definition.kept
            try await BlockingWork.run {
                try desk.registry.write {
                    try $0.saveView(.export, name: name, content: content, madeBy: session.account.login, at: desk.now)
                }
            }
            return .see(request.path + "?saved=1")
        }
        let wanted = ExportRequest(
            event: event.slug,
            format: definition.format,
            columns: (definition.columns ?? []).sorted(),
            query: RegistrationQuery(states: definition.state.map { [$0] } ?? [], limit: Int.max),
            purpose: definition.purpose,
            recipient: definition.recipient,
            language: session.language
        )
        let order = try await BlockingWork.run { () -> [UInt8] in
            var wanted = wanted
            // In the order of the form, not of the alphabet.
            let columns = try desk.exportColumns(event: event.slug, language: session.language).map(\.key)
            wanted.columns = columns.filter(Set(wanted.columns).contains)
            return try desk.exportBytes(wanted)
        }
        let types: [ExportRequest.Format: String] = [
            .csv: "text/csv; charset=utf-8", .json: "application/json; charset=utf-8",
            .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ]
        let name = "\(event.slug).\(definition.format.rawValue)"
        return .download(order, type: types[definition.format] ?? "application/octet-stream", name: name)
    }

    private func remove(_ request: WebRequest) async throws -> WebReply {
        guard let id = Int64(request.parameters["id"] ?? "") else { throw WebFault(.notFound) }
        let registry = site.intake.workspace.registry
        try await BlockingWork.run { try registry.write { try $0.removeView(id) } }
        let back = request.input["back"] ?? ""
        return .see(back.hasPrefix("/desk/") && !back.contains("\\") ? back : "/desk/registrations")
    }
}
