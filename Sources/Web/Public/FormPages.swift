import Desk
import FormModel
import HTTPTypes
import Registry

/// The form of an event: filling in, checking, sending.
struct FormPages: Sendable {
    let site: Site

    var routes: [WebRoute] {
        [
            .get("/e/{event}/{form}") { try await blank($0) },
            .post("/e/{event}/{form}") { try await posted($0) },
            .post("/e/{event}/{form}/questions") { try await questions($0) },
        ]
    }

    /// A form that may be filled in now, with everything a request about it needs.
    private struct Visit {
        var snapshot: WebCatalogue.Snapshot
        var form: WebForm
        var language: InterfaceLanguage
        var closedPage: WebReply?

        var path: String { "/e/\(form.event.definition.slug)/\(form.form.id)" }
    }

    private func visit(_ request: WebRequest) throws -> Visit {
        let snapshot = try site.intake.catalogue.current()
        let event = request.parameters["event"] ?? ""
        guard let form = snapshot.form(event: event, form: request.parameters["form"] ?? "") else {
            throw WebFault(.notFound)
        }
        let language = request.language(among: form.languages)
        var visit = Visit(snapshot: snapshot, form: form, language: language)
        visit.closedPage = closedPage(form, language)
        return visit
    }

    // MARK: Requests

    private func blank(_ request: WebRequest) async throws -> WebReply {
        let visit = try visit(request)
        if let closed = visit.closedPage { return closed }
        return page(FormPage(site: site, form: visit.form, typed: TypedForm(language: visit.language)))
    }

    private func posted(_ request: WebRequest) async throws -> WebReply {
        let visit = try visit(request)
        if let closed = visit.closedPage { return closed }
        if !request.input.files.isEmpty, !site.submissions.allows(request.client) { throw WebFault(.tooManyRequests) }
        var reading = TypedFormReader(form: visit.form.form, uploads: site.intake.uploads)
            .read(request.input, language: visit.language)
        let action = TypedFormReader.Action(request.input[FormNames.action])
        reading.typed.change(by: action, form: visit.form)
        var page = FormPage(site: site, form: visit.form, typed: reading.typed)
        page.key = key(request)
        page.tooLarge = reading.tooLarge
        switch action {
        case .review where reading.tooLarge.isEmpty: return review(visit, page, request)
        case .send: return try await send(visit, page, request)
        case .review: return self.page(page.showingErrors(at: site.now), status: .unprocessableContent)
        default: return self.page(page)
        }
    }

    /// For the page's script: which questions are asked for what is typed so far.
    private func questions(_ request: WebRequest) async throws -> WebReply {
        let visit = try visit(request)
        var input = request.input
        input.files = []
        let reading = TypedFormReader(form: visit.form.form, uploads: site.intake.uploads)
            .read(input, language: visit.language)
        let asked = visit.form.questions(reading.typed, at: site.now)
        func array(_ paths: Set<String>) -> JSONValue { .array(paths.sorted().map(JSONValue.string)) }
        let answer = JSONValue.object([.init("hidden", array(asked.hidden)), .init("optional", array(asked.optional))])
        return .json(answer.jsonText)
    }

    // MARK: Checking and sending

    private func review(_ visit: Visit, _ page: FormPage, _ request: WebRequest) -> WebReply {
        var page = page
        page.typed = page.typed.withoutEmptyEntries(visit.form.form)
        let checked = visit.form.check(page.typed, at: site.now)
        let hiddenNow = visit.form.questions(page.typed, at: site.now).hidden
        let hiddenThen = Set((request.input[FormNames.shown] ?? "").split(separator: " ").map(String.init))
        let added = hiddenThen.subtracting(hiddenNow)
        if !checked.obstacles.isEmpty {
            return self.page(page.showingErrors(at: site.now), status: .unprocessableContent)
        }
        if !added.isEmpty {
            page.notice = PublicText.newQuestions.text(visit.language)
            return self.page(page)
        }
        return .page(ReviewPage(site: site, form: visit.form, checked: checked, key: page.key).html())
    }

    private func send(_ visit: Visit, _ page: FormPage, _ request: WebRequest) async throws -> WebReply {
        let checked = visit.form.check(page.typed, at: site.now)
        guard checked.obstacles.isEmpty else {
            return self.page(page.showingErrors(at: site.now), status: .unprocessableContent)
        }
        var review = ReviewPage(site: site, form: visit.form, checked: checked, key: page.key)
        guard request.input[FormNames.clauses] == review.clausesDigest else {
            review.notice = PublicText.clauseChanged.text(visit.language)
            return .page(review.html(), status: .unprocessableContent)
        }
        // A key that is not ours was lost on the way; the review page carries a new one.
        guard request.input[FormNames.key] == page.key else {
            return .page(review.html(), status: .unprocessableContent)
        }
        guard site.submissions.allows(request.client) else { throw WebFault(.tooManyRequests) }
        let result = await site.intake.submit(checked, of: visit.form, in: visit.snapshot, key: page.key)
        return try reply(to: result, visit)
    }

    private func reply(to result: SubmissionResult, _ visit: Visit) throws -> WebReply {
        switch result {
        case .accepted(let receipt), .repeated(let receipt): return .see("/z/\(receipt.token)?new=1")
        case .conflict(let receipt):
            var values = frame(visit, title: PublicText.conflictTitle)
            values["explanation"] = PublicText.conflictText.text(visit.language)
            values["link"] = "/z/\(receipt.token)"
            values["link-text"] = PublicText.openPage.text(visit.language)
            return .page(site.library.render("message", values), status: .conflict)
        case .closed:
            if let closed = closedPage(visit.form, visit.language) { return closed }
            throw WebFault(.busy)
        case .refused(let error, let isFull):
            throw WebFault(isFull ? .busy : .failed, detail: error.code.rawValue)
        }
    }

    private func key(_ request: WebRequest) -> String {
        if let key = request.input[FormNames.key], site.intake.isSubmissionKey(key) { return key }
        return site.intake.newSubmissionKey()
    }

    // MARK: Pages

    private func page(_ page: FormPage, status: HTTPResponse.Status = .ok) -> WebReply {
        .page(page.html(at: site.now), status: status)
    }

    private func frame(_ visit: Visit, title: PublicText) -> PageValues {
        var values = site.frame.values(
            title: title.text(visit.language),
            language: visit.language,
            event: visit.form.event.definition
        )
        values["heading"] = title.text(visit.language)
        return values
    }

    /// The page of a form that is not open; nil when it is.
    private func closedPage(_ form: WebForm, _ language: InterfaceLanguage) -> WebReply? {
        let zone = form.event.definition.timeZone
        let (title, text): (PublicText, String)
        switch form.availability(at: site.now) {
        case .open: return nil
        case .closed(let deadline):
            (title, text) = (
                .closedTitle, PublicText.closedText.text(language, Moments.text(deadline, timeZone: zone, language))
            )
        case .notYet(let opensAt):
            (title, text) = (
                .notYetTitle, PublicText.notYetText.text(language, Moments.text(opensAt, timeZone: zone, language))
            )
        case .notOnWeb: (title, text) = (.notOnWeb, "")
        }
        let event = form.event.definition
        var values = site.frame.values(title: title.text(language), language: language, event: event)
        values["heading"] = title.text(language)
        values["explanation"] = text
        if case .notOnWeb = form.availability(at: site.now) {
            values.set("ways", OtherWays(form: form, settings: site.intake.workspace.settings).lines(language))
        }
        let path = "/e/\(event.slug)/\(form.form.id)"
        values.set("language-links", site.frame.languageLinks(event.languages, chosen: language, path: path))
        return .page(site.library.render("message", values), status: .forbidden)
    }
}

extension TypedForm {
    /// What a button other than „next” does to what is typed.
    mutating func change(by action: TypedFormReader.Action, form: WebForm) {
        switch action {
        case .language(let language) where form.languages.contains(language): self.language = language
        case .removeFile(let path): uploads[path] = nil
        case .removeEntry(let key, let number):
            if let field = form.form.field(key) { removeEntry(number, of: field) }
        case .addEntry(let key):
            guard let field = form.form.field(key), let first = field.fields.first else { return }
            let least = max(1, field.minimum.flatMap { Int($0) } ?? 1)
            let next = max(entryCount(of: field), least) + 1
            guard next <= TypedForm.entryCountMax else { return }
            texts[FieldPath.inner(key, next, first.key), default: []].append("")
        default: break
        }
    }
}
