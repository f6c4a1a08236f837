import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// Selecting, announcing and passing places on.
struct SelectionPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let readers = WebRoute.Access.staff(DeskRoles.witnesses)
        let deciders = WebRoute.Access.staff(DeskRoles.deciders)
        let path = "/desk/selection/{event}/{activity}"
        return [
            .get("/desk/selection", readers) { try await overview($0) },
            .get(path, readers) { try await board($0) },
            .get(path + "/record", readers) { try await record($0) },
            .get(path + "/what-if", readers) { try await whatIf($0) },
            .post(path + "/run", deciders) { try await run($0) },
            .post(path + "/discard", deciders) { try await discard($0) },
            .post(path + "/expire", deciders) { try await expire($0) },
            .get(path + "/announce", deciders) { try await preview($0) },
            .post(path + "/announce", deciders) { try await announce($0) },
        ]
    }

    // MARK: All activities

    private func overview(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let desk = site.desk(session)
        let language = session.language
        let events = try site.intake.catalogue.current().events
        let boards = try await BlockingWork.run {
            try events.flatMap { event in
                try event.definition.activities.map { activity in
                    try desk.selectionBoard(event: event.definition.slug, activity: activity.id, language: language)
                }
            }
        }
        return site.deskPage("desk-selections", SelectionText.title.text(language), session, words: SelectionText.self)
        {
            values in
            values.set(
                "events",
                events.map { event in
                    var value = PageValues(["title": event.definition.title.text(in: language)])
                    let own = boards.filter { $0.event.slug == event.definition.slug }
                    value.set("rows", own.map { line($0, language) })
                    return value
                }
            )
        }
    }

    private func line(_ board: SelectionBoard, _ language: InterfaceLanguage) -> PageValues {
        var values = PageValues(["title": board.activity.title.text(in: language)])
        values["address"] = Self.address(board.event.slug, board.activity.id)
        values["pool"] = String(board.poolCount)
        values["places"] =
            board.seats.map {
                SelectionText.ofSeats.text(language, String(board.taken), String($0))
            } ?? "–"
        let state: SelectionText = board.isPending ? .pending : board.run == nil ? .nothingYet : .announced
        values["state"] = state.text(language)
        values["tone"] = board.isPending ? "wait" : board.run == nil ? "" : "good"
        return values
    }

    static func address(_ event: String, _ activity: String) -> String {
        "/desk/selection/\(ListFilter.quoted(event))/\(ListFilter.quoted(activity))"
    }

    // MARK: One activity

    private struct Place: Sendable {
        var event: String
        var activity: String

        var address: String { SelectionPages.address(event, activity) }
    }

    private func place(_ request: WebRequest) throws -> Place {
        let event = try site.event(request).definition
        guard let activity = event.activity(request.parameters["activity"] ?? "") else { throw WebFault(.notFound) }
        return Place(event: event.slug, activity: activity.id)
    }

    private func load(_ request: WebRequest, _ session: StaffSession) async throws -> SelectionBoard {
        let place = try place(request)
        let desk = site.desk(session)
        return try await BlockingWork.run {
            try desk.selectionBoard(event: place.event, activity: place.activity, language: session.language)
        }
    }

    private func board(_ request: WebRequest) async throws -> WebReply {
        try await board(request, seedFault: nil)
    }

    private func board(_ request: WebRequest, seedFault: SelectionText?) async throws -> WebReply {
        let session = try request.signedIn()
        let board = try await load(request, session)
        return page(board, session, status: seedFault == nil ? .ok : .unprocessableContent) { values in
            values["seed-fault"] = seedFault?.text(session.language)
            values["done"] = request.query["announced"].flatMap { Int($0) }.map {
                SelectionText.announceDone.text(session.language, String($0))
            }
        }
    }

    private func page(
        _ board: SelectionBoard,
        _ session: StaffSession,
        status: HTTPResponse.Status = .ok,
        _ more: (inout PageValues) -> Void
    ) -> WebReply {
        let title = board.activity.title.text(in: session.language)
        return site.deskPage("desk-selection", title, session, words: SelectionText.self, status: status) { values in
            SelectionView(board: board, language: session.language).fill(&values)
            values.set("mayDecide", DeskRoles.deciders.contains(session.account.role))
            more(&values)
        }
    }

    private func record(_ request: WebRequest) async throws -> WebReply {
        let board = try await load(request, try request.signedIn())
        guard let run = board.run else { throw WebFault(.notFound) }
        let name = "\(board.event.slug)-\(board.activity.id)-\(run.id).json"
        return .download(Array(run.record.utf8), type: "application/json; charset=utf-8", name: name)
    }

    private func run(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let place = try place(request)
        let desk = site.desk(session)
        let seed = request.input["seed"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : String($0.prefix(500)) }
        do {
            let reports = try await BlockingWork.run {
                try desk.select(event: place.event, activity: place.activity, seed: seed, isDryRun: false)
            }
            guard let report = reports.first, !report.isDecided else { return .see(place.address) }
            let board = try await load(request, session)
            return page(board, session, status: .unprocessableContent) { values in
                values.set("unmet", SelectionView.unmet(report, session.language))
            }
        } catch let error as DeskError where error.code == .seedMissing {
            return try await self.board(request, seedFault: .seedWanted)
        }
    }

    private func discard(_ request: WebRequest) async throws -> WebReply {
        let place = try place(request)
        let desk = site.desk(try request.signedIn())
        let reason = String((request.input["reason"] ?? "").prefix(1_000))
        _ = try await BlockingWork.run {
            try desk.discardRun(event: place.event, activity: place.activity, reason: reason)
        }
        return .see(place.address)
    }

    private func expire(_ request: WebRequest) async throws -> WebReply {
        let place = try place(request)
        let desk = site.desk(try request.signedIn())
        _ = try await BlockingWork.run { try desk.expireOffers(event: place.event) }
        return .see(place.address)
    }

    // MARK: What if

    private func whatIf(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let place = try place(request)
        let desk = site.desk(session)
        let board = try await load(request, session)
        let view = SelectionView(board: board, language: session.language, typed: request.query)
        let change = view.change
        do {
            let outcome = try await BlockingWork.run {
                try desk.tryOut(change, event: place.event, activity: place.activity, language: session.language)
            }
            return page(board, session) { values in
                view.fill(&values)
                view.fill(&values, outcome)
            }
        } catch let error as DeskError where error.code == .seedMissing {
            return page(board, session, status: .unprocessableContent) { values in
                view.fill(&values)
                values["what-if-fault"] = SelectionText.seedWanted.text(session.language)
            }
        }
    }

    // MARK: Announcing

    private func preview(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let place = try place(request)
        let desk = site.desk(session)
        let language = session.language
        let preview = try await BlockingWork.run {
            try desk.previewAnnouncement(event: place.event, activity: place.activity)
        }
        let title = SelectionText.announceTitle.text(language)
        return site.deskPage("desk-announce", title, session, words: SelectionText.self) { values in
            values["address"] = place.address
            values["count"] = String(preview.messages.count)
            values["announce"] = SelectionText.announce.text(language, String(preview.messages.count))
            let groups = Dictionary(grouping: preview.messages) { $0.kind + "|" + $0.language.rawValue }
            values.set("groups", groups.sorted { $0.key < $1.key }.map { group($0.value, language) })
            if !preview.withoutAddress.isEmpty {
                let codes = preview.withoutAddress.joined(separator: ", ")
                values["without-address"] = SelectionText.withoutAddress.text(language, codes)
            }
        }
    }

    private func group(_ messages: [MessageRow], _ language: InterfaceLanguage) -> PageValues {
        guard let first = messages.first else { return PageValues() }
        var values = PageValues(["subject": first.subject, "recipient": first.recipient, "body": first.body])
        values["language"] = first.language.rawValue
        values["title"] = SelectionText.mails.text(
            language,
            MessageWords.text(first.kind, language),
            PageFrame.name(of: first.language),
            String(messages.count)
        )
        return values
    }

    private func announce(_ request: WebRequest) async throws -> WebReply {
        let place = try place(request)
        let desk = site.desk(try request.signedIn())
        let reports = try await BlockingWork.run { try desk.announce(event: place.event, activity: place.activity) }
        return .see(place.address + "?announced=\(reports.reduce(0) { $0 + $1.messages })")
    }
}

/// Kinds of mails as staff call them.
enum MessageWords {
    static func text(_ kind: String, _ language: InterfaceLanguage) -> String {
        let words: [String: (pl: String, en: String)] = [
            "receipt": ("potwierdzenie przyjęcia", "receipt"), "incomplete": ("prośba o uzupełnienie", "call for gaps"),
            "offered": ("oferta miejsca", "offer"), "confirmed": ("potwierdzenie udziału", "confirmation"),
            "waitlisted": ("lista rezerwowa", "waiting list"), "rejected": ("odmowa", "refusal"),
            "promoted": ("zwolnione miejsce", "freed place"),
        ]
        guard let pair = words[kind] else { return kind }
        return language == .polish ? pair.pl : pair.en
    }
}
