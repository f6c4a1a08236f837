import Desk
import FieldKinds
import FormModel
import Registry

/// Choosing people by hand: the pool at the left, who is chosen at the right, counters that follow.
struct ChoicePages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let deciders = WebRoute.Access.staff(DeskRoles.deciders)
        let path = "/desk/selection/{event}/{activity}/choose"
        return [
            .get(path, deciders) { try await choice($0) },
            .post(path, deciders) { try await choose($0) },
            .post(path + "/count", deciders) { try await count($0) },
        ]
    }

    private func load(_ request: WebRequest, marked: [String]) async throws -> (CuratedBoard, StaffSession) {
        let session = try request.signedIn()
        let event = try site.event(request).definition
        guard let activity = event.activity(request.parameters["activity"] ?? "") else { throw WebFault(.notFound) }
        let desk = site.desk(session)
        let board = try await BlockingWork.run {
            try desk.curatedBoard(
                event: event.slug,
                activity: activity.id,
                marked: marked,
                language: session.language
            )
        }
        return (board, session)
    }

    private func choice(_ request: WebRequest) async throws -> WebReply {
        try await page(request, marked: [])
    }

    private func page(_ request: WebRequest, marked: [String]) async throws -> WebReply {
        let (board, session) = try await load(request, marked: marked)
        let language = session.language
        let title = SelectionText.chooseTitle.text(language)
        return site.deskPage("desk-choose", title, session, words: SelectionText.self) { values in
            let address = SelectionPages.address(board.event.slug, board.activity.id)
            values["activity"] = board.activity.title.text(in: language)
            values["activity-address"] = address
            values["address"] = address + "/choose"
            values["reason"] = request.input["reason"]
            let ticked = Set(marked)
            values.set("pool", board.pool.map { person($0, isTicked: ticked.contains($0.code), language) })
            values.set("chosen", board.chosen.map { person($0, isTicked: false, language) })
            fill(&values, board.counters, language)
        }
    }

    private func person(_ person: CuratedBoard.Person, isTicked: Bool, _ language: InterfaceLanguage) -> PageValues {
        var values = PageValues(["code": person.code, "name": person.name, "reason": person.reason ?? ""])
        values["address"] = "/desk/registrations/\(person.code)"
        values["marks"] = person.marks.joined(separator: " · ")
        values["points"] = person.points.map {
            SelectionText.points.text(language, AssessmentView.points($0))
        }
        if person.isWaiting { values["state"] = StateWording.text(ParticipationState.waitlisted, language) }
        values.set("isTicked", isTicked)
        return values
    }

    private func fill(_ values: inout PageValues, _ counters: CuratedCounters, _ language: InterfaceLanguage) {
        values.set("quotas", counters.quotas.map { SelectionView.quota($0, language) })
        values.set("violations", counters.violations.map { PageValues(["text": $0.text(in: language)]) })
        values.set("missing", counters.missing.map { PageValues(["text": $0.text(in: language)]) })
    }

    /// For the page's script: the counters alone, as markup of our own.
    private func count(_ request: WebRequest) async throws -> WebReply {
        let (board, session) = try await load(request, marked: request.input.all("code"))
        var values = PageValues()
        values.set("w", SelectionText.all(session.language))
        fill(&values, board.counters, session.language)
        return .page(site.library.render("desk-counters", values))
    }

    private func choose(_ request: WebRequest) async throws -> WebReply {
        let codes = request.input.all("code")
        guard request.input[FormNames.action] != "count", !codes.isEmpty else {
            return try await page(request, marked: codes)
        }
        let session = try request.signedIn()
        let desk = site.desk(session)
        let activity = request.parameters["activity"] ?? ""
        let reason = String((request.input["reason"] ?? "").prefix(1_000))
        _ = try await BlockingWork.run { try desk.choose(codes, activity: activity, reason: reason) }
        return .see(SelectionPages.address(request.parameters["event"] ?? "", activity) + "/choose")
    }
}
