import Desk
import FieldKinds
import FormModel
import Registry

/// The journal, newest first, and its check.
struct JournalPages: Sendable {
    let site: Site

    static let pageCount = 100

    var routes: [WebRoute] {
        let witnesses = WebRoute.Access.staff(DeskRoles.witnesses)
        return [
            .get("/desk/journal", witnesses) { try await journal($0, check: nil) },
            .post("/desk/journal/verify", witnesses) { try await verify($0) },
        ]
    }

    private func verify(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let check = try await BlockingWork.run { try desk.verifyJournal() }
        return try await journal(request, check: check)
    }

    private func journal(_ request: WebRequest, check: JournalCheck?) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let registry = site.intake.workspace.registry
        let event = request.query["event"].flatMap { $0.isEmpty ? nil : $0 }
        let code = request.query["code"].flatMap { RegistrationCode($0) }?.text
        let before = request.query["before"].flatMap { Int64($0) }
        let entries = try await BlockingWork.run {
            try registry.read {
                try $0.journalPage(event: event, code: code, before: before, limit: Self.pageCount)
            }
        }
        let events = try site.intake.catalogue.current().events.map(\.definition)
        return site.deskPage("desk-journal", StaffText.journal.text(language), session, words: WorkText.self) {
            values in
            values["code"] = code
            values.set(
                "events",
                events.map { definition in
                    var option = PageValues(["key": definition.slug, "label": definition.title.text(in: language)])
                    option.set("isChosen", definition.slug == event)
                    return option
                }
            )
            values.set("rows", entries.map { row($0, language) })
            if before != nil { values["newest-address"] = address(event, code, nil) }
            if entries.count == Self.pageCount, let last = entries.last {
                values["older-address"] = address(event, code, last.number)
            }
            if let check {
                values["check"] =
                    check.firstBroken.map { WorkText.broken.text(language, String($0)) }
                    ?? WorkText.verified.text(language, String(check.count))
                values["check-head"] = check.head
                values["check-tone"] = check.firstBroken == nil ? "good" : "stop"
            }
        }
    }

    private func address(_ event: String?, _ code: String?, _ before: Int64?) -> String {
        var pairs: [String] = []
        if let event { pairs.append("event=" + ListFilter.quoted(event)) }
        if let code { pairs.append("code=" + code) }
        if let before { pairs.append("before=\(before)") }
        return "/desk/journal" + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    private func row(_ entry: JournalEntry, _ language: InterfaceLanguage) -> PageValues {
        var values = PageValues(["number": String(entry.number), "details": entry.details ?? ""])
        values["who"] = ActorWords.text(entry.actor, language)
        let zone = site.intake.workspace.settings.timeZone
        values["at"] = DateText.moment(entry.at, timeZone: zone, in: language)
        values["action"] = JournalWords.text(entry.action, language)
        values["event"] = entry.event
        values["code"] = entry.code
        if let code = entry.code { values["address"] = "/desk/registrations/\(code)" }
        return values
    }
}
