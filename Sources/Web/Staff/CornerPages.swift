import Desk
import FormModel
import HTTPTypes
import Registry

/// Four corners of a sheet whose place in its picture was not found, marked by a person on the picture.
struct CornerPages: Sendable {
    let site: Site

    private static let path = "/desk/sources/{id}/corners"
    /// Widths in which pictures are shown, with the class that shows them: a form has to know its own.
    private static let widths = [("narrow", 320), ("broad", 640)]

    var routes: [WebRoute] {
        let editors = WebRoute.Access.staff(DeskRoles.editors)
        return [
            .get(Self.path, editors) { try await page($0) },
            .get(Self.path + "/picture", editors) { try await picture($0) },
            .post(Self.path, editors) { try await read($0) },
        ]
    }

    /// Where the corners of a source's sheets are marked; nil where none waits for it.
    static func address(of source: StoredSource) -> String? {
        WaitingSheet.all(of: source).isEmpty ? nil : "/desk/sources/\(source.id)/corners"
    }

    // MARK: The sheet

    private func source(_ request: WebRequest, _ desk: Workspace) async throws -> StoredSource {
        let id = Int64(request.parameters["id"] ?? "") ?? 0
        let source = try await BlockingWork.run { try desk.registry.read { try $0.source(id) } }
        guard let source, source.status == .needsPerson || source.status == .unassigned else {
            throw WebFault(.notFound)
        }
        return source
    }

    private func unread(
        _ marking: CornerMarking,
        _ source: StoredSource,
        _ desk: Workspace
    ) async throws -> UnreadSheet {
        guard let number = marking.sheet ?? WaitingSheet.all(of: source).first?.sheet else { throw WebFault(.notFound) }
        let unread = try await BlockingWork.run { desk.unreadSheet(number, of: source) }
        guard let unread else { throw WebFault(.notFound) }
        return unread
    }

    /// The sheet with the corners marked so far, or the surroundings of the next one.
    private func picture(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let marking = CornerMarking(request.query)
        let unread = try await unread(marking, source(request, desk), desk)
        var picture = unread.picture
        if let near = marking.near { return .picture(picture.png(of: picture.closeUp(near))) }
        if !marking.isComplete { picture.mark(marking.points) }
        return .picture(picture.png)
    }

    private func page(_ request: WebRequest) async throws -> WebReply {
        let session = try request.signedIn()
        let language = session.language
        let desk = site.desk(session)
        let source = try await source(request, desk)
        var marking = CornerMarking(request.query)
        let unread = try await unread(marking, source, desk)
        marking.click(request.query, on: unread.picture)
        let asksForm = marking.corners != nil && !unread.sheet.hasCode
        let forms = asksForm ? try await BlockingWork.run { try desk.printedForms(for: source) } : []
        let address = "/desk/sources/\(source.id)/corners"
        return site.deskPage("desk-corners", CornerText.title.text(language), session, words: CornerText.self) {
            values in
            let name = String(unread.sheet.name.split(separator: "/").last ?? "")
            values["name"] = CornerText.sheet.text(language, name, String(unread.sheet.sheet))
            values["address"] = address
            values["again-address"] = address + "?sheet=\(unread.sheet.sheet)"
            values["whole-address"] = address + "?sheet=\(unread.sheet.sheet)&typed=0,0,100,0,100,100,0,100"
            values["sheet"] = String(unread.sheet.sheet)
            values["at"] = marking.pointsText
            values.set("isFailed", request.query["failed"] != nil)
            let others = WaitingSheet.all(of: source).map(\.sheet).filter { $0 != unread.sheet.sheet }
            values.set(
                "others",
                others.map { PageValues(["number": String($0), "address": "\(address)?sheet=\($0)"]) }
            )
            if !marking.isComplete {
                fill(&values, marking, unread, address, language)
            } else if marking.corners == nil {
                values.set("isNoPage", true)
            } else {
                outline(&values, marking, unread, address)
                values.set("forms", forms.flatMap { options($0, language) })
            }
        }
    }

    /// The picture to be clicked on, in each of its widths.
    private func fill(
        _ values: inout PageValues,
        _ marking: CornerMarking,
        _ unread: UnreadSheet,
        _ address: String,
        _ language: InterfaceLanguage
    ) {
        let corner = CornerText.corners[marking.points.count].text(language)
        let number = String(marking.points.count + 1)
        values["step"] = CornerText.step.text(language, number)
        values["advice"] = (marking.near == nil ? CornerText.near : .exact).text(language, corner)
        let picture = Self.picture(address, unread, marking)
        values.set(
            "widths",
            Self.widths.map { name, width in
                var value = PageValues(["class": name, "width": String(width), "picture": picture])
                value["near"] = marking.nearText
                return value
            }
        )
    }

    private static func picture(_ address: String, _ unread: UnreadSheet, _ marking: CornerMarking) -> String {
        let near = marking.nearText.map { "&near=\($0)" } ?? ""
        return "\(address)/picture?sheet=\(unread.sheet.sheet)&at=\(marking.pointsText)\(near)"
    }

    /// The whole sheet with the page as it was marked.
    private func outline(
        _ values: inout PageValues,
        _ marking: CornerMarking,
        _ unread: UnreadSheet,
        _ address: String
    ) {
        values.set(
            "outline",
            PageValues([
                "picture": Self.picture(address, unread, marking), "points": marking.outline(unread.picture),
                "width": String(unread.picture.width), "height": String(unread.picture.height),
            ])
        )
    }

    /// The pages of a printed form, for a sheet whose code does not tell.
    private func options(_ map: FormMap, _ language: InterfaceLanguage) -> [PageValues] {
        let event = try? site.intake.catalogue.current().event(map.event)?.definition
        let title = event?.title.text(in: language) ?? map.event
        let named = event?.form(map.form)?.title.text(in: language) ?? ""
        let form = event?.forms.count == 1 ? "" : " · " + (named.isEmpty ? map.form : named)
        // Two prints of one form differ in what stands in their foot.
        let version = map.version.prefix(4) + "-" + map.version.dropFirst(4)
        let print =
            map.origin == .own ? CornerText.ownPrint.text(language, String(version)) : CornerText.blank.text(language)
        return map.pages.indices.map { index in
            let place = CornerText.formPage.text(language, String(index + 1))
            return PageValues([
                "key": "\(map.version)/\(index + 1)",
                "label": "\(title)\(form) (\(map.language.rawValue)), \(place) – \(print)",
            ])
        }
    }

    // MARK: Reading again

    private func read(_ request: WebRequest) async throws -> WebReply {
        let desk = site.desk(try request.signedIn())
        let source = try await source(request, desk)
        let marking = CornerMarking(["sheet": request.input["sheet"] ?? "", "at": request.input["at"] ?? ""])
        guard let sheet = marking.sheet, let corners = marking.corners else { throw WebFault(.invalidForm) }
        let form = (request.input["form"] ?? "").split(separator: "/")
        let marked = MarkedSheet(sheet: sheet, formPage: form.count == 2 ? Int(form[1]) : nil, corners: corners)
        let version = form.first.map(String.init)
        let outcomes = try await BlockingWork.run {
            try desk.markCorners([marked], source: source.id, version: version)
        }
        if let code = outcomes.lazy.compactMap(\.code).first { return .see("/desk/review/\(code.text)") }
        // Still in the way it was: the same sheet once more.
        let waiting = try await BlockingWork.run { try desk.registry.read { try $0.source(source.id) } }
        let isLeft = waiting.map { WaitingSheet.all(of: $0).contains { $0.sheet == sheet } } ?? false
        return .see(isLeft ? "/desk/sources/\(source.id)/corners?sheet=\(sheet)&failed=1" : "/desk/review")
    }
}
