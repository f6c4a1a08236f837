import Desk
import FieldKinds
import FormModel
import Foundation
import HTTPTypes
import Registry

/// The applicant's own page under the link of the receipt, and everything that can be done there.
struct ApplicantPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        [
            .get("/z/{token}", .applicant) { try await show($0) },
            .get("/z/{token}/edit", .applicant) { try await editing($0) },
            .post("/z/{token}/edit", .applicant) { try await save($0) },
            .post("/z/{token}/offer", .applicant) { try await answer($0) },
            .get("/z/{token}/withdraw", .applicant) { try await withdrawing($0) },
            .post("/z/{token}/withdraw", .applicant) { try await withdraw($0) },
            .get("/z/{token}/calendar.ics", .applicant) { try await calendar($0) },
            .get("/z/{token}/check-in.png", .applicant) { try await checkInCode($0) },
            .get("/z/{token}/data.json", .applicant) { try await copy($0) },
            .get("/z/{token}/documents/{number}", .applicant) { try await paper($0) },
        ]
    }

    private func page(_ request: WebRequest) async throws -> ApplicantPage {
        let intake = site.intake
        let token = request.parameters["token"] ?? ""
        guard let page = try await BlockingWork.run({ try intake.applicantPage(token) }) else {
            throw WebFault(.notFound)
        }
        return page
    }

    // MARK: Looking

    private func show(_ request: WebRequest) async throws -> WebReply {
        let page = try await page(request)
        var view = ApplicantView(site: site, page: page, language: language(page, request))
        view.isNew = request.query["new"] == "1"
        view.notice = Notice(rawValue: request.query["done"] ?? "")?.text
        return .page(view.html())
    }

    /// What the page says after something was done.
    private enum Notice: String {
        case saved, accepted, declined, withdrawn

        var text: PublicText {
            switch self {
            case .saved: .saved
            case .accepted: .accepted
            case .declined: .declined
            case .withdrawn: .withdrawn
            }
        }
    }

    private func language(_ page: ApplicantPage, _ request: WebRequest) -> InterfaceLanguage {
        let offered = page.form?.languages ?? InterfaceLanguage.allCases
        if request.query["lang"] == nil, request.input[FormNames.language] == nil, offered.contains(page.row.language) {
            return page.row.language
        }
        return request.language(among: offered)
    }

    // MARK: Correcting

    private func editing(_ request: WebRequest) async throws -> WebReply {
        let page = try await page(request)
        let language = language(page, request)
        guard let form = page.form, let only = fields(page) else { return .see("/z/\(page.token)") }
        let typed = TypedForm(values: page.row.values, form: form.form, language: language)
        var formPage = FormPage(site: site, form: form, typed: typed)
        formPage.purpose = .correcting(page, only: only.fields)
        return .page(formPage.html(at: site.now))
    }

    private struct EditableFields {
        /// Nil: all of them.
        var fields: Set<String>?
    }

    /// Which fields may be changed; nil when none.
    private func fields(_ page: ApplicantPage) -> EditableFields? {
        switch page.editing(at: site.now) {
        case .everything: EditableFields(fields: nil)
        case .missingOnly(let fields): EditableFields(fields: fields)
        case .nothing: nil
        }
    }

    private func save(_ request: WebRequest) async throws -> WebReply {
        let page = try await page(request)
        let language = language(page, request)
        guard let form = page.form, let only = fields(page) else { return .see("/z/\(page.token)") }
        guard site.submissions.allows(request.client) else { throw WebFault(.tooManyRequests) }
        var reading = TypedFormReader(form: form.form, uploads: site.intake.uploads)
            .read(request.input, language: language)
        if let only = only.fields { reading.typed = merged(reading.typed, page, form, only: only) }
        let action = TypedFormReader.Action(request.input[FormNames.action])
        reading.typed.change(by: action, form: form)
        if action == .save || action == .review {
            reading.typed = reading.typed.withoutEmptyEntries(form.form)
            let checked = form.check(reading.typed, at: page.row.receivedAt)
            if obstacles(checked, page).isEmpty, reading.tooLarge.isEmpty {
                let intake = site.intake
                try await BlockingWork.run { try intake.correct(page, checked) }
                return .see("/z/\(page.token)?done=saved&lang=\(language.rawValue)")
            }
        }
        var formPage = FormPage(site: site, form: form, typed: reading.typed)
        formPage.purpose = .correcting(page, only: only.fields)
        formPage.tooLarge = reading.tooLarge
        let isChecked = action == .save || action == .review
        if isChecked { formPage = formPage.showingErrors(at: page.row.receivedAt) }
        return .page(formPage.html(at: site.now), status: isChecked ? .unprocessableContent : .ok)
    }

    /// A file that came before answers its question.
    private func obstacles(_ checked: CheckedTypedForm, _ page: ApplicantPage) -> [Finding] {
        checked.obstacles.filter { finding in
            guard let path = finding.field, finding.code == .requiredMissing,
                page.form?.form.field(path)?.kind == .file
            else { return true }
            return page.row.values[path] == nil
        }
    }

    /// What stands already, with only the wanted fields typed anew.
    private func merged(_ typed: TypedForm, _ page: ApplicantPage, _ form: WebForm, only: Set<String>) -> TypedForm {
        var result = TypedForm(values: page.row.values, form: form.form, language: typed.language)
        func isWanted(_ path: String) -> Bool { only.contains(String(path.prefix { $0 != "[" && $0 != "." })) }
        for path in result.texts.keys where isWanted(path) { result.texts[path] = nil }
        result.texts.merge(typed.texts.filter { isWanted($0.key) }) { _, new in new }
        result.uploads = typed.uploads.filter { isWanted($0.key) }
        return result
    }

    // MARK: Offers and withdrawal

    private func answer(_ request: WebRequest) async throws -> WebReply {
        let page = try await page(request)
        let activity = request.input["activity"]
        guard let choice = request.input[FormNames.action], ["accept", "decline"].contains(choice) else {
            throw WebFault(.invalidForm)
        }
        let isOpen = page.openOffers(at: site.now).contains { $0.activity == activity }
        // A second click finds the offer answered; the page shows how it stands.
        guard isOpen else { return .see("/z/\(page.token)") }
        let intake = site.intake
        try await BlockingWork.run { try intake.answerOffer(page, activity: activity, accepts: choice == "accept") }
        return .see("/z/\(page.token)?done=\(choice == "accept" ? "accepted" : "declined")")
    }

    private func withdrawing(_ request: WebRequest) async throws -> WebReply {
        let page = try await page(request)
        guard page.canWithdraw else { return .see("/z/\(page.token)") }
        let language = language(page, request)
        let title = PublicText.withdrawTitle.text(language)
        var values = site.frame.values(title: title, language: language, event: page.form?.event.definition)
        values["explanation"] = PublicText.withdrawText.text(language, page.row.code.text)
        values["crumb"] = PublicText.pageTitle.text(language, page.row.code.text)
        values["address"] = "/z/\(page.token)/withdraw"
        values["cancel-address"] = "/z/\(page.token)"
        return .page(site.library.render("withdraw", values))
    }

    private func withdraw(_ request: WebRequest) async throws -> WebReply {
        let page = try await page(request)
        guard page.canWithdraw else { return .see("/z/\(page.token)") }
        let reason = String((request.input["reason"] ?? "").prefix(1000))
        let intake = site.intake
        try await BlockingWork.run { try intake.withdraw(page, reason: reason) }
        return .see("/z/\(page.token)?done=withdrawn")
    }

    // MARK: Files

    private func calendar(_ request: WebRequest) async throws -> WebReply {
        let page = try await page(request)
        guard let file = ApplicantView(site: site, page: page, language: language(page, request)).calendar else {
            throw WebFault(.notFound)
        }
        return .download(file.bytes, type: "text/calendar; charset=utf-8", name: "\(page.row.code.text).ics")
    }

    /// What is shown at the door: it leads staff to the person, and nobody else anywhere.
    private func checkInCode(_ request: WebRequest) async throws -> WebReply {
        let page = try await page(request)
        let desk = site.intake.workspace
        guard let bytes = try await BlockingWork.run({ desk.checkInCode(page.row.code.text) }) else {
            throw WebFault(.notFound)
        }
        var reply = WebReply(body: bytes)
        reply.headers[.contentType] = "image/png"
        reply.headers[.cacheControl] = "no-store"
        return reply
    }

    private func copy(_ request: WebRequest) async throws -> WebReply {
        let page = try await page(request)
        let intake = site.intake
        let text = try await BlockingWork.run { try DataCopy(page: page, workspace: intake.workspace).text() }
        return .download(Array(text.utf8), type: "application/json; charset=utf-8", name: "\(page.row.code.text).json")
    }

    private func paper(_ request: WebRequest) async throws -> WebReply {
        let page = try await page(request)
        let papers = ApplicantView.papers(of: page)
        guard let number = Int(request.parameters["number"] ?? ""), papers.indices.contains(number - 1) else {
            throw WebFault(.notFound)
        }
        let paper = papers[number - 1]
        let path = site.intake.workspace.folder + "/" + paper.file
        let bytes = try await BlockingWork.run { FileManager.default.contents(atPath: path).map { [UInt8]($0) } }
        // A file that somebody has changed since is not the document that was issued.
        guard let bytes, ContentDigest.sha256(bytes) == paper.sha256 else { throw WebFault(.notFound) }
        let name = String(paper.file.split(separator: "/").last ?? "document")
        let isPDF = name.hasSuffix(".pdf")
        let type =
            isPDF ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        return .download(bytes, type: type, name: name)
    }
}
