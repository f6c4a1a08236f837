import Desk
import FieldKinds
import FormModel
import Registry

/// One doubtful answer as the review shows it: what stood there at the left, the control with the guess at the right.
struct ReviewView {
    let site: Site
    let details: RegistrationDetails
    let session: StaffSession
    let form: WebForm?
    private let doubts: [DoubtfulField]

    /// Who found something first, by field, where two people are wanted.
    private let marks: [String: String]

    init(site: Site, details: RegistrationDetails, session: StaffSession, marks: [String: String] = [:]) {
        self.marks = marks
        self.site = site
        self.details = details
        self.session = session
        let row = details.summary.row
        form = try? site.intake.catalogue.current().form(event: row.event, form: row.form)
        let known = Set(details.form?.fields.map(\.key) ?? [])
        var seen: Set<String> = []
        doubts = details.doubts(in: session.language).map { doubt in
            var doubt = doubt
            doubt.field = String(doubt.field.prefix { $0 != "[" && $0 != "." })
            return doubt
        }.filter {
            known.contains($0.field) && seen.insert($0.field).inserted && marks[$0.field] != session.account.login
        }
    }

    var code: String { details.summary.row.code.text }

    /// The field asked for while it is doubtful, else the riskiest one; nil when none is left.
    func wanted(_ asked: String?) -> String? {
        guard form != nil else { return nil }
        return doubts.first { $0.field == asked }?.field ?? doubts.first?.field
    }

    /// The doubt that comes after a field.
    func after(_ field: String) -> String? {
        guard let place = doubts.firstIndex(where: { $0.field == field }) else { return nil }
        return place + 1 < doubts.count ? doubts[place + 1].field : nil
    }

    func fill(_ values: inout PageValues, field: String, errors: [String: String], typed: TypedForm?) {
        let language = session.language
        let row = details.summary.row
        values["code"] = code
        values["event"] = details.event?.definition.title.text(in: language)
        values["registration-address"] = "/desk/registrations/\(code)"
        values["address"] = "/desk/review/\(code)"
        values["field"] = field
        values.set("t", PageValues(PublicText.all(language)))
        if let form {
            let shown = typed ?? TypedForm(values: row.values, form: form.form, language: language)
            let asked = form.questions(shown, at: row.receivedAt)
            var views = FieldViews(form: form, typed: shown, hidden: [], optional: asked.optional, errors: errors)
            views.only = [field]
            values.set("fields", views.all())
        }
        guard let place = doubts.firstIndex(where: { $0.field == field }) else { return }
        fillDoubt(&values, doubts[place], language)
        values["place"] = ReviewText.fieldOf.text(language, String(place + 1), String(doubts.count))
        if place > 0 { values["previous-address"] = address(doubts[place - 1]) }
        if place + 1 < doubts.count { values["next-address"] = address(doubts[place + 1]) }
    }

    private func address(_ doubt: DoubtfulField) -> String {
        "/desk/review/\(code)?field=\(ListFilter.quoted(doubt.field))"
    }

    private func fillDoubt(_ values: inout PageValues, _ doubt: DoubtfulField, _ language: InterfaceLanguage) {
        values["raw"] = doubt.raw
        values["second"] = marks[doubt.field].map { ReviewText.second.text(language, $0) }
        values["label"] = doubt.label
        values["picture-text"] = ReviewText.picture.text(language, doubt.label)
        values.set("findings", doubt.findings.map { PageValues(["text": $0]) })
        if doubt.suggestion != nil, doubt.confidence < 1 {
            values["sure"] = ReviewText.sure.text(language, String(Int((doubt.confidence * 100).rounded())))
        }
        guard let page = doubt.page else { return }
        values["page"] = ReviewText.sheet.text(language, String(page))
        guard let box = doubt.box, [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite) else { return }
        func number(_ value: Double) -> String { String(Int(min(2_000, max(0, value)))) }
        values.set(
            "box",
            PageValues([
                "x": number(box.x), "y": number(box.y), "width": number(max(12, box.width)),
                "height": number(max(12, box.height)),
            ])
        )
    }
}
