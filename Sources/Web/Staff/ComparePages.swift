import Desk
import FieldKinds
import FormModel
import Registry

/// Two registrations side by side: one person or two?
struct ComparePages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        let editors = WebRoute.Access.staff(DeskRoles.editors)
        return [
            .get("/desk/registrations/{code}/compare/{other}", editors) { try await compare($0) },
            .post("/desk/registrations/{code}/compare/{other}", editors) { try await decide($0) },
        ]
    }

    private func pair(_ request: WebRequest) async throws -> (RegistrationDetails, RegistrationDetails) {
        guard let first = RegistrationCode(request.parameters["code"] ?? ""),
            let second = RegistrationCode(request.parameters["other"] ?? ""), first != second
        else { throw WebFault(.notFound) }
        let desk = site.intake.workspace
        return try await BlockingWork.run { (try desk.show(first), try desk.show(second)) }
    }

    private func compare(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let (one, two) = try await pair(request)
        return site.deskPage("desk-compare", ReviewText.compareTitle.text(language), session, words: ReviewText.self) {
            values in
            values["address"] = request.path
            values.set("first", head(one, language))
            values.set("second", head(two, language))
            let codes = [one.summary.row.code.text, two.summary.row.code.text]
            values["keep-first"] = ReviewText.keepFirst.text(language, codes[0])
            values["keep-second"] = ReviewText.keepSecond.text(language, codes[1])
            let fields = one.form?.fields ?? two.form?.fields ?? []
            values.set("rows", fields.compactMap { row($0, one.summary.row, two.summary.row, language) })
            values.set("canMerge", one.summary.row.event == two.summary.row.event)
        }
    }

    private func head(_ details: RegistrationDetails, _ language: InterfaceLanguage) -> PageValues {
        let row = details.summary.row
        var values = PageValues(["name": row.name, "code": row.code.text])
        values["address"] = "/desk/registrations/\(row.code.text)"
        values["state"] = StateWording.text(row.state, language)
        values["tone"] = ApplicantWords.tone(row.state)
        values["channel"] = StateWording.text(row.channel, language)
        let zone = details.event?.definition.timeZone ?? "Europe/Warsaw"
        values["received"] = DateText.moment(row.receivedAt, timeZone: zone, in: language)
        return values
    }

    private func row(
        _ field: FieldDefinition,
        _ one: RegistrationRow,
        _ two: RegistrationRow,
        _ language: InterfaceLanguage
    ) -> PageValues? {
        let (left, right) = (one.values[field.key], two.values[field.key])
        guard left != nil || right != nil else { return nil }
        let printer = FieldPrinter(field)
        var values = PageValues(["label": field.label.text(in: language)])
        values["left"] = left.map { printer.text($0, in: language) }
        values["right"] = right.map { printer.text($0, in: language) }
        values.set("differs", left != right)
        return values
    }

    private func decide(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let desk = site.desk(session)
        let (first, second) = (request.parameters["code"] ?? "", request.parameters["other"] ?? "")
        let reason = String((request.input["reason"] ?? "").prefix(1_000))
        switch request.input[FormNames.action] {
        case "first": _ = try await BlockingWork.run { try desk.merge(first, second, reason: reason) }
        case "second":
            _ = try await BlockingWork.run { try desk.merge(second, first, reason: reason) }
            return .see("/desk/registrations/\(second)")
        case "separate": _ = try await BlockingWork.run { try desk.separate(first, second) }
        default: throw WebFault(.invalidForm)
        }
        return .see("/desk/registrations/\(first)")
    }
}
