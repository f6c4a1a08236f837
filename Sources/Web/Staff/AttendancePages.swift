import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// Check-in on a phone: one session's people, or one person by the QR code of their page.
struct AttendancePages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let trainers = WebRoute.Access.staff(DeskRoles.trainers)
        let path = "/desk/attendance/{event}/{activity}/{session}"
        return [
            .get("/desk/attendance", trainers) { try sessions($0) },
            .get(path, trainers) { try await people($0) },
            .post(path, trainers) { try await check($0) },
            .get("/desk/in/{code}", trainers) { try await person($0) },
            .get("/desk/in", trainers) { request in
                .see("/desk/in/\(ListFilter.quoted(String((request.query["code"] ?? "").prefix(10)).uppercased()))")
            },
        ]
    }

    // MARK: Sessions

    private func sessions(_ request: WebRequest) throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let events = try site.intake.catalogue.current().events.map(\.definition)
        return site.deskPage("desk-attendances", StaffText.attendance.text(language), session, words: WorkText.self) {
            values in
            values.set(
                "events",
                events.map { event in
                    var value = PageValues(["title": event.title.text(in: language)])
                    let lines = event.activities.flatMap { activity in
                        activity.sessions.map { line($0, activity, event, language) }
                    }
                    value.set("sessions", lines)
                    return value
                }
            )
        }
    }

    private func line(
        _ session: Session,
        _ activity: Activity,
        _ event: EventDefinition,
        _ language: InterfaceLanguage
    ) -> PageValues {
        var values = PageValues(["address": Self.address(event.slug, activity.id, session.id)])
        let titles = [activity.title.text(in: language), session.title.text(in: language)].filter { !$0.isEmpty }
        values["title"] = titles.joined(separator: ": ")
        values["when"] = Self.when(session, language)
        return values
    }

    static func when(_ session: Session, _ language: InterfaceLanguage) -> String {
        let day = DateText.long(session.date, in: language)
        let hours = session.startMinute.map { DateText.hours(from: $0, to: session.endMinute) }
        return [day, hours, session.place.isEmpty ? nil : session.place].compactMap(\.self).joined(separator: ", ")
    }

    static func address(_ event: String, _ activity: String, _ session: String) -> String {
        "/desk/attendance/" + [event, activity, session].map(ListFilter.quoted).joined(separator: "/")
    }

    // MARK: One session

    private func load(_ request: WebRequest, _ desk: Workspace) async throws -> CheckInList {
        let event = try site.event(request).definition.slug
        let activity = request.parameters["activity"] ?? ""
        let session = request.parameters["session"] ?? ""
        return try await BlockingWork.run {
            try desk.checkInList(event: event, activity: activity, session: session)
        }
    }

    private func people(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let list = try await load(request, site.desk(session))
        let title = list.activity.title.text(in: language)
        return site.deskPage("desk-attendance", title, session, words: WorkText.self) { values in
            values["when"] = Self.when(list.session, language)
            values["address"] = request.path
            values["signed-address"] = request.path + "/paper"
            let present = list.people.count { $0.presence == .present }
            values["present-count"] = WorkText.presentCount.text(language, String(present), String(list.people.count))
            if DeskRoles.deciders.contains(session.account.role) {
                values["paper-address"] =
                    "/desk/documents/\(list.event.slug)?kind=attendance&activity=\(list.activity.id)&session=\(list.session.id)"
            }
            values.set("people", list.people.map { person($0, list, language) })
        }
    }

    private func person(
        _ person: CheckInList.Person,
        _ list: CheckInList,
        _ language: InterfaceLanguage
    ) -> PageValues {
        var values = PageValues(["name": person.row.name, "code": person.row.code.text])
        values["address"] = Self.address(list.event.slug, list.activity.id, list.session.id)
        values["needs"] = Self.needs(person.row, list.event, language)
        values["group"] = person.participation.group
        values["nonce"] = ServerSecret.randomText()
        values["label"] = WorkText.presenceOf.text(language, person.row.name)
        values.set("isPresent", person.presence == .present)
        values.set("isAbsent", person.presence == .absent)
        values.set("isExcused", person.presence == .excused)
        return values
    }

    /// What whoever receives the person has to prepare: fields about access, diet and support, nothing else.
    private static func needs(_ row: RegistrationRow, _ event: EventDefinition, _ language: InterfaceLanguage) -> String
    {
        let words = ["access", "needs", "diet", "support", "interpreter", "allerg", "dostep", "potrzeb"]
        let fields = event.form(row.form)?.fields.filter { field in
            words.contains { field.key.lowercased().contains($0) }
        }
        let texts = (fields ?? []).compactMap { field -> String? in
            guard let value = row.values[field.key] else { return nil }
            let text = FieldPrinter(field).text(value, in: language)
            return text.isEmpty ? nil : "\(field.label.text(in: language)): \(text)"
        }
        return texts.joined(separator: " · ")
    }

    private func check(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let input = request.input
        guard let code = RegistrationCode(input["code"] ?? ""), let nonce = input["-nonce"],
            (8...80).contains(nonce.utf8.count),
            let presence = AttendanceRow.Presence(rawValue: input["presence"] ?? "")
        else { throw WebFault(.invalidForm) }
        let entry = AttendanceEntry(
            code: code.text,
            session: request.parameters["session"] ?? "",
            presence: presence
        )
        let isNew = try await BlockingWork.run { try desk.checkIn(entry, nonce: nonce) }
        if request.headers[.accept]?.contains("application/json") == true {
            return .json("{\"recorded\":\(isNew)}")
        }
        if input["from"] == "person" { return .see("/desk/in/\(code.text)") }
        return .see(request.path + "#p-\(code.text)")
    }

    // MARK: One person

    /// What the QR code opens: the person's sessions with their buttons.
    private func person(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let desk = site.desk(session)
        let code = RegistrationCode(request.parameters["code"] ?? "")
        let details = try await BlockingWork.run { try code.map { try desk.show($0) } }
        guard let details, let event = details.event?.definition else {
            throw DeskError(
                .unknownCode,
                WorkText.unknownCode.text(.polish),
                WorkText.unknownCode.text(.english)
            )
        }
        let row = details.summary.row
        return site.deskPage("desk-person", row.name, session, words: WorkText.self) { values in
            values["code"] = row.code.text
            values["event"] = event.title.text(in: language)
            values["needs"] = Self.needs(row, event, language)
            let taking = details.summary.participations.filter(\.state.counts)
            values.set("sessions", taking.flatMap { own($0, details, event, language) })
        }
    }

    private func own(
        _ participation: ParticipationRow,
        _ details: RegistrationDetails,
        _ event: EventDefinition,
        _ language: InterfaceLanguage
    ) -> [PageValues] {
        guard let activity = event.activity(participation.activity) else { return [] }
        let sessions = activity.sessions.filter { $0.group == nil || $0.group == participation.group }
        return sessions.map { session in
            var values = line(session, activity, event, language)
            let presence = details.attendance.first { $0.activity == activity.id && $0.session == session.id }?.presence
            values["code"] = details.summary.row.code.text
            values["nonce"] = ServerSecret.randomText()
            values["label"] = WorkText.presenceOf.text(language, values["title"] ?? "")
            values.set("isPresent", presence == .present)
            values.set("isAbsent", presence == .absent)
            values.set("isExcused", presence == .excused)
            return values
        }
    }
}
