import Desk
import FieldKinds
import FormModel
import Foundation
import HTTPTypes
import Registry

/// The desk's first pages: overview, list of registrations, one registration, accounts.
struct DeskPages: Sendable {
    let site: Site

    static let readers = DeskRoles.readers

    var routes: [WebRoute] {
        [
            .get("/desk", .staff(Set(StaffRole.allCases))) { try await overview($0) },
            .get("/desk/registrations", .staff(Self.readers)) { try await list($0) },
            .get("/desk/registrations/{code}", .staff(Self.readers)) { try await registration($0) },
            .get("/desk/registrations/{code}/original", .staff(Self.readers)) { try await original($0) },
            .get("/desk/registrations/{code}/picture/{field}", .staff(Self.readers)) { try await picture($0) },
            .get("/desk/sources/{id}/original", .staff(DeskRoles.editors)) { try await paper($0) },
            .post("/desk/registrations/{code}/withdraw", .staff(DeskRoles.editors)) { try await withdraw($0) },
            .post("/desk/registrations/{code}/offer", .staff(DeskRoles.editors)) { try await answerOffer($0) },
            .post("/desk/registrations/{code}/link", .staff(DeskRoles.editors)) { try await link($0) },
            .get("/desk/accounts", .staff([.administrator])) { try await accounts($0, link: nil) },
            .post("/desk/accounts", .staff([.administrator])) { try await invite($0) },
        ]
    }

    private func session(_ request: WebRequest) throws -> StaffSession {
        guard let session = request.staff else { throw WebFault(.notSignedIn) }
        return session
    }

    private func overview(_ request: WebRequest) async throws -> WebReply {
        let session = try session(request)
        let intake = site.intake
        let overview = try await BlockingWork.run { try intake.overview() }
        let title = StaffText.overview.text(session.language)
        var values = site.deskFrame.values(title: title, language: session.language, session: session)
        let isReader = Self.readers.contains(session.account.role)
        let view = OverviewView(overview: overview, language: session.language, linksToLists: isReader)
        view.fill(&values)
        let faulty = try intake.catalogue.current().faulty.keys.sorted()
        values.set(
            "faulty",
            faulty.map { path in
                let name = String(path.split(separator: "/").last ?? "")
                return PageValues(["text": StaffText.faulty.text(session.language, name)])
            }
        )
        return .page(site.library.render("desk-overview", values))
    }

    private func list(_ request: WebRequest) async throws -> WebReply {
        let session = try session(request)
        let filter = ListFilter(request.query, columns: request.queryLists["col"])
        let desk = site.intake.workspace
        let (page, views) = try await BlockingWork.run {
            (try desk.list(filter.query), try desk.registry.read { try $0.savedViews(.list) })
        }
        let events = try site.intake.catalogue.current().events.map(\.definition)
        let title = StaffText.registrations.text(session.language)
        var values = site.deskFrame.values(title: title, language: session.language, session: session)
        values.set("w", WorkText.all(session.language))
        var view = ListView(filter: filter, page: page, events: events, language: session.language, views: views)
        view.mayEdit = DeskRoles.editors.contains(session.account.role)
        view.fill(&values)
        return .page(site.library.render("desk-list", values))
    }

    private func details(_ request: WebRequest) async throws -> RegistrationDetails {
        guard let code = RegistrationCode(request.parameters["code"] ?? "") else { throw WebFault(.notFound) }
        let desk = site.intake.workspace
        return try await BlockingWork.run { try desk.show(code) }
    }

    private func registration(_ request: WebRequest) async throws -> WebReply {
        let session = try session(request)
        let details = try await details(request)
        let desk = site.intake.workspace
        let code = details.summary.row.code.text
        let journal = try await BlockingWork.run {
            try desk.registry.read { try $0.journal(code: code, limit: RegistrationView.journalCountMax) }
        }
        var values = site.deskFrame.values(
            title: details.summary.row.name,
            language: session.language,
            session: session
        )
        let mayEdit = DeskRoles.editors.contains(session.account.role)
        RegistrationView(details: details, journal: journal, language: session.language, mayEdit: mayEdit)
            .fill(&values)
        return .page(site.library.render("desk-registration", values))
    }

    /// The place in the original where an answer was read.
    private func picture(_ request: WebRequest) async throws -> WebReply {
        let details = try await details(request)
        let field = request.parameters["field"] ?? ""
        let evidence = site.evidence
        let bytes = try await BlockingWork.run { try evidence.picture(of: details, field: field) }
        guard let bytes else { throw WebFault(.notFound) }
        return .picture(bytes)
    }

    private func paper(_ request: WebRequest) async throws -> WebReply {
        guard let id = Int64(request.parameters["id"] ?? "") else { throw WebFault(.notFound) }
        let registry = site.intake.workspace.registry
        guard let source = try await BlockingWork.run({ try registry.read { try $0.source(id) } }) else {
            throw WebFault(.notFound)
        }
        return try await original(source, name: "zrodlo-\(id)")
    }

    // MARK: Withdrawal, offers, the applicant's link

    private func withdraw(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try session(request))
        let code = request.parameters["code"] ?? ""
        let reason = String((request.input["reason"] ?? "").prefix(1_000))
        let activity = request.input["activity"].flatMap { $0.isEmpty ? nil : $0 }
        _ = try await BlockingWork.run { try desk.withdraw(code, activity: activity, reason: reason) }
        return .see("/desk/registrations/\(code)")
    }

    private func answerOffer(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try session(request))
        let code = request.parameters["code"] ?? ""
        guard let choice = request.input[FormNames.action], ["accept", "decline"].contains(choice) else {
            throw WebFault(.invalidForm)
        }
        let activity = request.input["activity"]
        _ = try await BlockingWork.run { try desk.answerOffer(code, activity: activity, accepts: choice == "accept") }
        return .see("/desk/registrations/\(code)")
    }

    private func link(_ request: WebRequest) async throws -> WebReply {
        let details = try await details(request)
        let intake = site.intake
        let id = details.summary.row.id
        let token = try await BlockingWork.run { try intake.applicantToken(ofRegistration: id) }
        return .see("/z/" + token)
    }

    /// The bytes as they arrived, for keeping only: nothing received is ever shown by the browser from here.
    private func original(_ request: WebRequest) async throws -> WebReply {
        guard let source = try await details(request).source else { throw WebFault(.notFound) }
        return try await original(source, name: request.parameters["code"] ?? "")
    }

    private func original(_ source: StoredSource, name: String) async throws -> WebReply {
        let registry = site.intake.workspace.registry
        let bytes = try await BlockingWork.run { try registry.bytes(of: source) }
        guard let bytes else { throw WebFault(.notFound) }
        let ending = source.name.split(separator: ".").last.map(String.init) ?? "bin"
        return .download(bytes, type: "application/octet-stream", name: "\(name).\(ending)")
    }

    // MARK: Accounts

    private func accounts(_ request: WebRequest, link: String?) async throws -> WebReply {
        let session = try session(request)
        let language = session.language
        let desk = site.intake.workspace
        let rows = try await BlockingWork.run { try desk.registry.read { try $0.accounts() } }
        var values = site.deskFrame.values(
            title: StaffText.accounts.text(language),
            language: language,
            session: session
        )
        values["link"] = link
        values.set(
            "rows",
            rows.map { row in
                var value = PageValues(["name": row.name, "login": row.login])
                value["role"] = StaffText.name(of: row.role, language)
                value["second-factor"] = (row.hasSecondFactor ? StaffText.on : .off).text(language)
                return value
            }
        )
        values.set(
            "roles",
            StaffRole.allCases.map { PageValues(["key": $0.rawValue, "name": StaffText.name(of: $0, language)]) }
        )
        return .page(site.library.render("desk-accounts", values))
    }

    private func invite(_ request: WebRequest) async throws -> WebReply {
        let session = try session(request)
        guard let role = StaffRole(rawValue: request.input["role"] ?? "") else { throw WebFault(.invalidForm) }
        let accounts = site.accounts
        let path = try await BlockingWork.run { try accounts.invite(role, by: session.account.login) }
        return try await self.accounts(request, link: site.publicAddress(path))
    }
}
