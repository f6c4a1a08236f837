import Desk
import FieldKinds
import FormModel
import Registry

/// Keys by which other programs use the JSON interface.
struct KeyPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        [
            .get("/desk/keys", .staff([.administrator])) { try await keys($0, made: nil) },
            .post("/desk/keys", .staff([.administrator])) { try await make($0) },
            .post("/desk/keys/{id}/revoke", .staff([.administrator])) { try await revoke($0) },
        ]
    }

    private func keys(_ request: WebRequest, made: String?) async throws -> WebReply {
        guard let session = request.staff else { throw WebFault(.notSignedIn) }
        let language = session.language
        let desk = site.intake.workspace
        let rows = try await BlockingWork.run { try desk.registry.read { try $0.programKeys() } }
        var values = site.deskFrame.values(title: StaffText.keys.text(language), language: language, session: session)
        values["key"] = made
        values.set(
            "rows",
            rows.map { row in
                let day = DateText.short(row.createdAt.local(in: desk.settings.timeZone).date, in: language)
                var value = PageValues(["name": row.name, "id": String(row.id), "made": day])
                value["role"] = StaffText.name(of: row.role, language)
                value.set("isRevoked", row.revokedAt != nil)
                return value
            }
        )
        let roles = ProgramPages.readers.union(ProgramPages.writers)
        values.set(
            "roles",
            StaffRole.allCases.filter(roles.contains).map {
                PageValues(["key": $0.rawValue, "name": StaffText.name(of: $0, language)])
            }
        )
        return .page(site.library.render("desk-keys", values))
    }

    private func make(_ request: WebRequest) async throws -> WebReply {
        guard let session = request.staff else { throw WebFault(.notSignedIn) }
        let name = String((request.input["name"] ?? "").prefix(100))
        guard let role = StaffRole(rawValue: request.input["role"] ?? ""), name.contains(where: { !$0.isWhitespace })
        else {
            throw WebFault(.invalidForm)
        }
        let token = ServerSecret.randomText()
        let desk = site.intake.workspace
        try await BlockingWork.run {
            try desk.registry.write {
                try $0.addProgramKey(token: token, name: name, role: role, madeBy: session.account.login, at: desk.now)
            }
        }
        return try await keys(request, made: token)
    }

    private func revoke(_ request: WebRequest) async throws -> WebReply {
        guard let id = Int64(request.parameters["id"] ?? "") else { throw WebFault(.notFound) }
        let desk = site.intake.workspace
        try await BlockingWork.run { try desk.registry.write { try $0.revokeProgramKey(id, at: desk.now) } }
        return .see("/desk/keys")
    }
}
