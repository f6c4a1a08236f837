import Desk
import FieldKinds
import FormModel
import HTTPTypes
import Registry

/// A form as staff fill it in: the circumstances above it, the same controls that applicants have below.
struct EntryView {
    /// What is known about a registration apart from its answers.
    struct Circumstances {
        var channel: Channel
        var receivedAt: Instant
        var language: InterfaceLanguage
        var source: Int64?
        var nonce: String
    }

    let site: Site
    let form: WebForm
    let session: StaffSession
    var circumstances: Circumstances?
    var sourceName: String?
    var correcting: RegistrationDetails?
    var reason = ""

    init(site: Site, form: WebForm, session: StaffSession) {
        self.site = site
        self.form = form
        self.session = session
    }

    private var language: InterfaceLanguage { session.language }
    private var event: EventDefinition { form.event.definition }

    func reply(_ typed: TypedForm, findings: [Finding]) -> WebReply {
        let title =
            correcting.map { ReviewText.editTitle.text(language, $0.summary.row.code.text) }
            ?? event.title.text(in: language)
        return site.deskPage(
            "desk-entry",
            title,
            session,
            words: ReviewText.self,
            status: findings.isEmpty ? .ok : .unprocessableContent
        ) { values in
            values.set("t", PageValues(PublicText.all(language)))
            let asked = form.questions(typed, at: circumstances?.receivedAt ?? site.now)
            let messages = FormMessages(form: form, language: language)
            values.set("errors", messages.list(findings, typed: typed))
            var views = FieldViews(
                form: form,
                typed: typed,
                hidden: asked.hidden,
                optional: asked.optional,
                errors: messages.byPath(findings)
            )
            views.filesBefore = filesBefore
            values.set("fields", views.all())
            values["questions-address"] = "/e/\(event.slug)/\(form.form.id)/questions"
            values["deciding"] = form.decidingFields.sorted().joined(separator: " ")
            values.set("hasConditions", !form.decidingFields.isEmpty)
            values.set("hasFaults", !findings.isEmpty)
            fillCircumstances(&values)
            fillCorrection(&values)
        }
    }

    private var filesBefore: [String: String] {
        var names: [String: String] = [:]
        for field in form.form.fields where field.kind == .file {
            names[field.key] = correcting?.summary.row.values[field.key]?.plainText
        }
        return names
    }

    private func fillCircumstances(_ values: inout PageValues) {
        guard let circumstances else { return }
        values["address"] = "/desk/enter/\(event.slug)/\(form.form.id)"
        values["cancel-address"] = "/desk/enter"
        values["nonce"] = circumstances.nonce
        values["source"] = circumstances.source.map { String($0) }
        values["source-name"] = sourceName.map { ReviewText.fromPaper.text(language, $0) }
        values["received"] = Self.typed(circumstances.receivedAt, event.timeZone)
        let channels: [Channel] = [.phone, .paper, .mail]
        values.set(
            "channels",
            channels.map { option($0.rawValue, StateWording.text($0, language), circumstances.channel.rawValue) }
        )
        values.set(
            "languages",
            form.languages.map { option($0.rawValue, PageFrame.name(of: $0), circumstances.language.rawValue) }
        )
        values.set("isEntry", true)
    }

    private func fillCorrection(_ values: inout PageValues) {
        guard let correcting else { return }
        let code = correcting.summary.row.code.text
        values["address"] = "/desk/registrations/\(code)/edit"
        values["cancel-address"] = "/desk/registrations/\(code)"
        values["reason"] = reason
        values.set("isCorrection", true)
    }

    private func option(_ key: String, _ label: String, _ chosen: String) -> PageValues {
        var option = PageValues(["key": key, "label": label])
        option.set("isChosen", key == chosen)
        return option
    }

    /// As a control of the kind `datetime-local` wants it.
    static func typed(_ instant: Instant, _ zone: String) -> String {
        let local = instant.local(in: zone)
        return "\(local.date)T\(DateText.hour(minuteOfDay: local.secondOfDay / 60).paddedHour)"
    }
}

extension EntryView.Circumstances {
    init?(_ input: FormInput, form: WebForm) {
        guard let channel = Channel(rawValue: input["-channel"] ?? ""),
            let language = InterfaceLanguage(rawValue: input["-letters"] ?? ""),
            let moment = InstantText.instant(iso: input["-received"] ?? "", timeZone: form.event.definition.timeZone),
            let nonce = input["-nonce"], (8...90).contains(nonce.utf8.count)
        else { return nil }
        self.init(
            channel: channel,
            receivedAt: moment,
            language: language,
            source: input["-source"].flatMap { Int64($0) },
            nonce: nonce
        )
    }
}

extension String {
    /// `9:05` as `09:05`.
    fileprivate var paddedHour: String { utf8.count == 4 ? "0" + self : self }
}
