import Desk
import FieldKinds
import FormModel
import Foundation
import HTTPTypes
import Registry

/// The desk's first pages: overview, list of registrations, one registration, accounts.
struct DeskPages: Sendable {
    let site: Site

    /// Who may see names and contact data of all registrations.
    static let readers: Set<StaffRole> = [.administrator, .coordinator, .frontDesk, .auditor]

    var routes: [WebRoute] {
        [
            .get("/desk", .staff(Set(StaffRole.allCases))) { try await overview($0) },
            .get("/desk/registrations", .staff(Self.readers)) { try await list($0) },
            .get("/desk/registrations/{code}", .staff(Self.readers)) { try await registration($0) },
            .get("/desk/registrations/{code}/original", .staff(Self.readers)) { try await original($0) },
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
        let filter = ListFilter(request.query)
        let desk = site.intake.workspace
        let page = try await BlockingWork.run { try desk.list(filter.query) }
        let events = try site.intake.catalogue.current().events.map(\.definition)
        let title = StaffText.registrations.text(session.language)
        var values = site.deskFrame.values(title: title, language: session.language, session: session)
        ListView(filter: filter, page: page, events: events, language: session.language).fill(&values)
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
        RegistrationView(details: details, journal: journal, language: session.language).fill(&values)
        return .page(site.library.render("desk-registration", values))
    }

    /// The bytes as they arrived, for keeping only: nothing received is ever shown by the browser from here.
    private func original(_ request: WebRequest) async throws -> WebReply {
        guard let source = try await details(request).source else { throw WebFault(.notFound) }
        let path = site.intake.workspace.registry.originals.path(of: source.sha256)
        let bytes = try await BlockingWork.run { FileManager.default.contents(atPath: path).map { [UInt8]($0) } }
        guard let bytes else { throw WebFault(.notFound) }
        let ending = source.name.split(separator: ".").last.map(String.init) ?? "bin"
        let name = "\(request.parameters["code"] ?? "").\(ending)"
        return .download(bytes, type: "application/octet-stream", name: name)
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
