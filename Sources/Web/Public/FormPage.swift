import Desk
import FieldKinds
import FormModel
import Registry

/// The page on which a form is filled in or corrected.
struct FormPage {
    let site: Site
    let form: WebForm
    var typed: TypedForm
    var key = ""
    var tooLarge: Set<String> = []
    var notice: String?
    var purpose = Purpose.applying
    private var findings: [Finding] = []

    /// A new form, or one that is recorded already.
    enum Purpose {
        case applying
        case correcting(ApplicantPage, only: Set<String>?)
    }

    init(site: Site, form: WebForm, typed: TypedForm) {
        self.site = site
        self.form = form
        self.typed = typed
    }

    private var language: InterfaceLanguage { typed.language }
    private var event: EventDefinition { form.event.definition }

    /// With what there is to mend.
    func showingErrors(at now: Instant) -> FormPage {
        var page = self
        page.findings = form.check(typed, at: now).obstacles
        return page
    }

    func html(at now: Instant) -> String {
        let title = form.form.title.isEmpty ? event.title : form.form.title
        var values = site.frame.values(title: title.text(in: language), language: language, event: event)
        values["heading"] = title.text(in: language)
        values["notice"] = notice
        values["intro"] = PublicText.optionalHint.text(language)
        let asked = form.questions(typed, at: now)
        values["hidden-paths"] = asked.hidden.sorted().joined(separator: " ")
        values.set("hasConditions", !form.decidingFields.isEmpty)
        values["deciding"] = form.decidingFields.sorted().joined(separator: " ")
        values["key"] = key.isEmpty ? site.intake.newSubmissionKey() : key
        fillErrors(&values, asked)
        fillPurpose(&values)
        values.set("retention", RetentionLines.lines(event, settings: site.intake.workspace.settings, language))
        values.set("language-buttons", languageButtons)
        return site.library.render("form", values)
    }

    private func fillErrors(_ values: inout PageValues, _ asked: (hidden: Set<String>, optional: Set<String>)) {
        let messages = FormMessages(form: form, language: language)
        var errors = messages.byPath(findings)
        for path in tooLarge { errors[path] = PublicText.fileTooLarge.text(language) }
        var list = messages.list(findings, typed: typed)
        list += tooLarge.sorted().map { path in
            PageValues(["target": FieldPaths.identifier(path), "text": PublicText.fileTooLarge.text(language)])
        }
        values.set("errors", list)
        var views = FieldViews(form: form, typed: typed, hidden: asked.hidden, optional: asked.optional, errors: errors)
        if case .correcting(let page, let only) = purpose {
            views.only = only
            views.filesBefore = filesBefore(page)
        }
        values.set("fields", views.all())
    }

    private func filesBefore(_ page: ApplicantPage) -> [String: String] {
        var names: [String: String] = [:]
        for field in form.form.fields where field.kind == .file {
            names[field.key] = page.row.values[field.key]?.plainText
        }
        return names
    }

    private func fillPurpose(_ values: inout PageValues) {
        switch purpose {
        case .applying:
            let path = "/e/\(event.slug)/\(form.form.id)"
            values["step"] = PublicText.stepAnswers.text(language)
            values["form-address"] = path
            values["questions-address"] = path + "/questions"
            values["draft"] = "\(event.slug)/\(form.form.id)/\(form.form.version)"
            values["main-action"] = "review"
            values["main-label"] = PublicText.next.text(language)
            values["deadline-note"] = form.form.deadline.map {
                PublicText.deadlineNote.text(language, Moments.text($0, timeZone: event.timeZone, language))
            }
        case .correcting(let page, _):
            values["heading"] = PublicText.pageTitle.text(language, page.row.code.text)
            values["form-address"] = "/z/\(page.token)/edit"
            values["questions-address"] = "/e/\(event.slug)/\(form.form.id)/questions"
            values["main-action"] = "save"
            values["main-label"] = PublicText.save.text(language)
            values["cancel-address"] = "/z/\(page.token)"
        }
    }

    private var languageButtons: [PageValues] {
        guard event.languages.count > 1 else { return [] }
        return event.languages.map { offered in
            var button = PageValues(["code": offered.rawValue, "name": PageFrame.name(of: offered)])
            button.set("isChosen", offered == language)
            return button
        }
    }
}
