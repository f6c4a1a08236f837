import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// Blind scoring: sheets without names, own points only; coordinators see means and spread.
struct AssessmentPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let assessors = WebRoute.Access.staff(DeskRoles.assessors)
        return [
            .get("/desk/assessment", assessors) { try await events($0) },
            .get("/desk/assessment/{event}", assessors) { try await lines($0) },
            .get("/desk/assessment/{event}/{code}", assessors) { try await sheet($0) },
            .post("/desk/assessment/{event}/{code}", assessors) { try await score($0) },
        ]
    }

    private static func criteria(_ event: EventDefinition) -> [PointCriterion] {
        event.points.filter { if case .assessors = $0.source { true } else { false } }
    }

    private func events(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let events = try site.intake.catalogue.current().events.map(\.definition).filter {
            !Self.criteria($0).isEmpty
        }
        let desk = site.desk(session)
        let assessor = session.account.login
        let lines = try await BlockingWork.run {
            try events.map { try desk.assessment(event: $0.slug, assessor: assessor) }
        }
        return site.deskPage("desk-assessments", StaffText.assessment.text(language), session, words: WorkText.self) {
            values in
            values.set(
                "events",
                zip(events, lines).map { event, lines in
                    var value = PageValues(["title": event.title.text(in: language)])
                    value["address"] = "/desk/assessment/\(event.slug)"
                    value["count"] = String(lines.count)
                    value["done"] = String(lines.count { $0.isDone })
                    return value
                }
            )
        }
    }

    private func lines(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let event = try site.event(request).definition
        let desk = site.desk(session)
        let assessor = session.account.login
        let lines = try await BlockingWork.run { try desk.assessment(event: event.slug, assessor: assessor) }
        let seesAll = DeskRoles.deciders.contains(session.account.role)
        return site.deskPage("desk-assessment", event.title.text(in: language), session, words: WorkText.self) {
            values in
            values.set("seesAll", seesAll)
            let criteria = Self.criteria(event)
            if seesAll { values.set("criteria", criteria.map { PageValues(["text": $0.label.text(in: language)]) }) }
            let first = lines.first { !$0.isDone }
            values["start-address"] = first.map { "/desk/assessment/\(event.slug)/\($0.code.text)" }
            values.set("rows", lines.map { line($0, event, seesAll: seesAll, language) })
        }
    }

    private func line(
        _ line: AssessmentLine,
        _ event: EventDefinition,
        seesAll: Bool,
        _ language: InterfaceLanguage
    ) -> PageValues {
        var values = PageValues(["code": line.code.text])
        values["address"] = "/desk/assessment/\(event.slug)/\(line.code.text)"
        let state: WorkText = line.hasConflict ? .conflict : line.isDone ? .scored : .toScore
        values["state"] = state.text(language)
        values["tone"] = line.hasConflict ? "stop" : line.isDone ? "good" : "wait"
        guard seesAll else { return values }
        let means = zip(Self.criteria(event), line.means).map { criterion, mean in
            PageValues([
                "criterion": criterion.label.text(in: language), "text": mean.map(AssessmentView.points) ?? "–",
            ])
        }
        values.set("means", means)
        values["spread"] = line.spread.map(AssessmentView.points) ?? "–"
        values["assessors"] = "\(line.assessorCount) / \(line.wantedCount)"
        return values
    }

    private func sheet(_ request: WebRequest) async throws -> WebReply {
        try await sheet(request, faults: [:], typed: [:])
    }

    private func sheet(
        _ request: WebRequest,
        faults: [String: String],
        typed: [String: String]
    ) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let desk = site.desk(session)
        let code = request.parameters["code"] ?? ""
        let assessor = session.account.login
        let sheet = try await BlockingWork.run { try desk.assessmentSheet(code, assessor: assessor) }
        let title = WorkText.blindText.text(language, sheet.code.text)
        return site.deskPage(
            "desk-sheet",
            title,
            session,
            words: WorkText.self,
            status: faults.isEmpty ? .ok : .unprocessableContent
        ) { values in
            values["event-address"] = "/desk/assessment/\(request.parameters["event"] ?? "")"
            values["address"] = request.path
            if request.query["done"] != nil { values["done"] = WorkText.sheetDone.text(language) }
            values.set("hasConflict", sheet.hasConflict)
            values.set(
                "answers",
                sheet.fields.map { field, value in
                    PageValues([
                        "label": field.label.text(in: language), "value": FieldPrinter(field).text(value, in: language),
                    ])
                }
            )
            values.set("criteria", sheet.criteria.map { criterion($0, faults, typed, language) })
        }
    }

    private func criterion(
        _ criterion: AssessmentSheet.Criterion,
        _ faults: [String: String],
        _ typed: [String: String],
        _ language: InterfaceLanguage
    ) -> PageValues {
        var values = PageValues(["id": criterion.id, "label": criterion.label.text(in: language)])
        values["help"] = WorkText.pointsOf.text(language, criterion.maximum.description)
        values["value"] = typed[criterion.id] ?? criterion.own.map(AssessmentView.points)
        values["fault"] = faults[criterion.id]
        return values
    }

    private func score(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let desk = site.desk(session)
        let event = try site.event(request).definition
        let code = request.parameters["code"] ?? ""
        let assessor = session.account.login
        let hasConflict = request.input["conflict"] == "true"
        var typed: [String: String] = [:]
        var entries: [ScoreEntry] = []
        let asked = try await BlockingWork.run { try desk.assessmentSheet(code, assessor: assessor).criteria.map(\.id) }
        for criterion in Self.criteria(event) where asked.contains(criterion.id) {
            let points = (request.input["points-" + criterion.id] ?? "").filter { !$0.isWhitespace }
            typed[criterion.id] = points
            guard !points.isEmpty || hasConflict else { continue }
            entries.append(
                ScoreEntry(
                    code: code,
                    criterion: criterion.id,
                    points: points.isEmpty ? "0" : points,
                    assessor: assessor,
                    hasConflict: hasConflict
                )
            )
        }
        do {
            let wanted = entries
            try await BlockingWork.run { try desk.score(wanted) }
        } catch let error as DeskError where error.code == .valueInvalid {
            let text = error.message.text(in: session.language)
            let bad = typed.filter { !$0.value.isEmpty }.keys
            return try await sheet(
                request,
                faults: Dictionary(uniqueKeysWithValues: bad.map { ($0, text) }),
                typed: typed
            )
        }
        let sheet = try await BlockingWork.run { try desk.assessmentSheet(code, assessor: assessor) }
        if request.input[FormNames.action] == "next", let next = sheet.next {
            return .see("/desk/assessment/\(event.slug)/\(next.text)")
        }
        return .see("/desk/assessment/\(event.slug)/\(code)?done=1")
    }
}
