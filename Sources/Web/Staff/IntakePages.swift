import Desk
import FieldKinds
import FormModel
import Registry

/// Taking in files by upload: scans, forms, mails, tables. The work is done in the background.
struct IntakePages: Sendable {
    let site: Site

    static let recentCount = 10

    var routes: [WebRoute] {
        let editors = WebRoute.Access.staff(DeskRoles.editors)
        return [
            .get("/desk/intake", editors) { try await page($0) },
            .post("/desk/intake", editors) { try await take($0) },
        ]
    }

    private func page(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let registry = site.intake.workspace.registry
        let jobs = try await BlockingWork.run { try registry.read { try $0.jobs(limit: Self.recentCount) } }
        let events = try site.intake.catalogue.current().events.map(\.definition)
        return site.deskPage("desk-intake", StaffText.intake.text(language), session, words: WorkText.self) { values in
            values.set("events", events.map { PageValues(["key": $0.slug, "label": $0.title.text(in: language)]) })
            values.set(
                "channels",
                Channel.allCases.map { PageValues(["key": $0.rawValue, "label": StateWording.text($0, language)]) }
            )
            values.set(
                "jobs",
                jobs.map { job in
                    var value = PageValues()
                    JobPages.fill(&value, job, language)
                    return value
                }
            )
        }
    }

    private func take(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let files = request.input.files.filter { !$0.bytes.isEmpty }
        guard !files.isEmpty else { return .see("/desk/intake") }
        let event = request.input["event"].flatMap { $0.isEmpty ? nil : $0 }
        if let event, try site.intake.catalogue.current().event(event) == nil { throw WebFault(.notFound) }
        let channel = request.input["channel"].flatMap(Channel.init(rawValue:))
        let staging = site.staging
        let work = site.work
        let actor = session.account.login
        let id = try await BlockingWork.run {
            let folder = try staging.keep(files.map { ($0.untrustedFileName, $0.bytes) })
            return try work.order(.intake(folder: folder, event: event, channel: channel), by: actor)
        }
        return .see("/desk/jobs/\(id)")
    }
}
