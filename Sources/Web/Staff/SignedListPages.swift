import Desk
import FormModel
import HTTPTypes
import Registry

/// A signed attendance list that came back: its picture, and the list's people beside it to be ticked.
struct SignedListPages: Sendable {
    let site: Site

    private static let path = "/desk/attendance/{event}/{activity}/{session}/paper"

    var routes: [WebRoute] {
        let trainers = WebRoute.Access.staff(DeskRoles.trainers)
        return [
            .get(Self.path, trainers) { try await page($0) },
            .post(Self.path, trainers) { try await uploaded($0) },
            .post(Self.path + "/people", trainers) { try await keyedIn($0) },
            .get(Self.path + "/{source}/{page}", trainers) { try await picture($0) },
        ]
    }

    private func list(_ request: WebRequest, _ desk: Workspace) async throws -> CheckInList {
        let event = try site.event(request).definition.slug
        let (activity, session) = (request.parameters["activity"] ?? "", request.parameters["session"] ?? "")
        return try await BlockingWork.run { try desk.checkInList(event: event, activity: activity, session: session) }
    }

    private static func address(_ list: CheckInList) -> String {
        AttendancePages.address(list.event.slug, list.activity.id, list.session.id)
    }

    private func page(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let desk = site.desk(session)
        let list = try await list(request, desk)
        let pictures = PagePictures(workspace: desk)
        let papers = try await BlockingWork.run {
            try desk.signedLists(of: list).map { ($0.id, try pictures.pageCount(of: $0)) }
        }
        let address = Self.address(list)
        return site.deskPage("desk-signed-list", WorkText.signedList.text(language), session, words: WorkText.self) {
            values in
            values["back"] = address
            values["address"] = address + "/paper"
            values["title"] = list.activity.title.text(in: language)
            values["when"] = AttendancePages.when(list.session, language)
            values.set(
                "pages",
                papers.flatMap { id, count in DocumentPages.pages(count, "\(address)/paper/\(id)/", language) }
            )
            values.set("people", list.people.map { person($0, language) })
        }
    }

    private func person(_ person: CheckInList.Person, _ language: InterfaceLanguage) -> PageValues {
        var values = PageValues(["name": person.row.name, "code": person.row.code.text])
        values.set(
            "choices",
            AttendanceRow.Presence.allCases.map { presence in
                var choice = PageValues(["value": presence.rawValue])
                choice["label"] = "\(person.row.name): \(Self.word(presence).text(language))"
                choice.set("isChosen", person.presence == presence)
                return choice
            }
        )
        return values
    }

    private static func word(_ presence: AttendanceRow.Presence) -> WorkText {
        switch presence {
        case .present: .present
        case .absent: .absent
        case .excused: .excused
        }
    }

    private func uploaded(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let list = try await list(request, desk)
        for file in request.input.files where !file.bytes.isEmpty {
            try await BlockingWork.run { try desk.keepSignedList(file.bytes, of: list) }
        }
        return .see(Self.address(list) + "/paper")
    }

    /// Everybody whose presence was ticked; who was left open stays open.
    private func keyedIn(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let list = try await list(request, desk)
        let entries = list.people.compactMap { person -> AttendanceEntry? in
            let code = person.row.code.text
            guard let presence = AttendanceRow.Presence(rawValue: request.input["presence-" + code] ?? ""),
                presence != person.presence
            else { return nil }
            return AttendanceEntry(code: code, session: list.session.id, presence: presence)
        }
        if !entries.isEmpty { try await BlockingWork.run { try desk.attend(entries) } }
        return .see(Self.address(list))
    }

    private func picture(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let list = try await list(request, desk)
        let id = Int64(request.parameters["source"] ?? "") ?? 0
        let page = Int(request.parameters["page"] ?? "") ?? 0
        let pictures = PagePictures(workspace: desk)
        return .picture(
            try await BlockingWork.run {
                // Only papers of this session: the address may not lead to anybody's form.
                guard let source = try desk.signedLists(of: list).first(where: { $0.id == id }) else { return nil }
                return try pictures.picture(of: source, page: page)
            }
        )
    }
}
