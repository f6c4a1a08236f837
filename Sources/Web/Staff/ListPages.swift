import Desk
import FieldKinds
import FormModel
import Registry

/// What is done from the list: kept views, and the same thing for many registrations with a look before.
struct ListPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let editors = WebRoute.Access.staff(DeskRoles.editors)
        return [
            .post("/desk/views", editors) { try await save($0) },
            .post("/desk/bulk", editors) { try await preview($0) },
            .post("/desk/bulk/run", editors) { try await run($0) },
        ]
    }

    private func save(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let name = String((request.input["name"] ?? "").prefix(100))
        var filter = ListFilter(address: request.input["query"] ?? "")
        filter.page = 1
        let address = filter.address()
        guard name.contains(where: { !$0.isWhitespace }) else { return .see(address) }
        let registry = site.intake.workspace.registry
        let now = site.now
        try await BlockingWork.run {
            try registry.write {
                try $0.saveView(.list, name: name, content: address, madeBy: session.account.login, at: now)
            }
        }
        return .see(address)
    }

    /// Ticked codes, or all that the filter finds.
    private func codes(_ request: WebRequest, _ desk: Workspace) async throws -> [String] {
        guard request.input["scope"] == "all" else {
            return Array(request.input.all("code").prefix(BulkAction.countMax))
        }
        var wanted = ListFilter(address: request.input["query"] ?? "").query
        wanted.limit = BulkAction.countMax
        wanted.offset = 0
        let search = wanted
        return try await BlockingWork.run { try desk.list(search).summaries.map(\.row.code.text) }
    }

    private func preview(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let desk = site.desk(session)
        guard let action = BulkAction(rawValue: request.input["action"] ?? "") else { throw WebFault(.invalidForm) }
        let codes = try await codes(request, desk)
        let preview = try await BlockingWork.run { try desk.preview(action, codes: codes) }
        return site.deskPage("desk-bulk", Self.text(action).text(language), session, words: WorkText.self) { values in
            values["action"] = action.rawValue
            values["concerned"] = WorkText.bulkText.text(language, String(preview.concerned.count))
            values["do"] = WorkText.bulkDo.text(language, String(preview.concerned.count))
            if !preview.skipped.isEmpty {
                values["skipped"] = WorkText.bulkSkipped.text(
                    language,
                    preview.skipped.map(\.code.text).joined(separator: ", ")
                )
            }
            values.set("rows", preview.concerned.map { PageValues(["name": $0.name, "code": $0.code.text]) })
            values.set("isDestructive", action == .withdraw)
        }
    }

    private static func text(_ action: BulkAction) -> WorkText {
        switch action {
        case .confirm: .bulkConfirm
        case .withdraw: .bulkWithdraw
        case .reinstate: .bulkReinstate
        }
    }

    private func run(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let desk = site.desk(session)
        guard let action = BulkAction(rawValue: request.input["action"] ?? "") else { throw WebFault(.invalidForm) }
        let codes = Array(request.input.all("code").prefix(BulkAction.countMax))
        let reason = String((request.input["reason"] ?? "").prefix(1_000))
        let done = try await BlockingWork.run { try desk.perform(action, codes: codes, reason: reason) }
        return site.deskPage("desk-bulk-done", Self.text(action).text(language), session, words: WorkText.self) {
            values in
            values["done"] = WorkText.bulkDone.text(language, String(done.count))
            values["opposite"] = action.opposite?.rawValue
            values.set("codes", done.map { PageValues(["code": $0]) })
        }
    }
}
