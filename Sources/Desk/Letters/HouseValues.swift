import Documents
import FieldKinds
import FormModel

/// The values every document gets: organiser, event, activity, projects, marking, contact, day, texts.
///
/// The names are a contract with the organisers' own templates; they stand in `docs/template-values.md`.
struct HouseValues {
    let setting: LetterSetting

    func object() -> DataObject {
        var object = DataObject([
            ("language", .string(setting.language.rawValue)),
            ("today", .string(setting.today.description)),
            ("todayText", .string(DateText.long(setting.today, in: setting.language))),
            ("placeAndDate", .string(placeAndDate)),
            ("organiser", organiser),
            ("event", event),
            ("activity", activity),
            ("projects", .array(setting.event.projects.map(project))),
            ("projectLine", .string(projectLine)),
            ("marking", marking),
            ("funding", .string(setting.text(setting.event.marking.fundingSentence))),
            ("contact", contact),
            ("contactLine", .string(contactLine)),
            ("privacyNote", .string(privacyNote)),
            ("signatory", signatory),
        ])
        object["texts"] = texts
        return object
    }

    private var place: String {
        let city = setting.organiser.city
        return city.isEmpty ? setting.activity?.place ?? "" : city
    }

    private var placeAndDate: String {
        [place, DateText.long(setting.today, in: setting.language)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private var organiser: DataValue {
        let organiser = setting.organiser
        return .object([
            ("name", .string(organiser.name)),
            ("address", .string(organiser.address)),
            ("addressLine", .string(addressLine)),
            ("city", .string(organiser.city)),
            ("email", .string(organiser.email)),
            ("phone", .string(Self.phone(organiser.phone))),
            ("krs", .string(organiser.krs)),
            ("nip", .string(organiser.nip)),
            ("regon", .string(organiser.regon)),
            ("registerLine", .string(registerLine)),
            ("dataProtectionContact", .string(organiser.dataProtectionContact)),
        ])
    }

    /// Address with the city unless the address names it already.
    private var addressLine: String {
        let organiser = setting.organiser
        if organiser.city.isEmpty || organiser.address.contains(organiser.city) { return organiser.address }
        return [organiser.address, organiser.city].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private var registerLine: String {
        let organiser = setting.organiser
        let nip = organiser.nip.isEmpty ? "" : NIP.grouped(organiser.nip)
        return [("KRS", organiser.krs), ("NIP", nip), ("REGON", organiser.regon)]
            .filter { !$0.1.isEmpty }.map { $0.0 + "\u{A0}" + $0.1 }.joined(separator: " · ")
    }

    private var event: DataValue {
        .object([
            ("slug", .string(setting.event.slug)),
            ("title", .string(setting.text(setting.event.title))),
            ("summary", .string(setting.text(setting.event.summary))),
        ])
    }

    private var activity: DataValue {
        let activity = setting.activity
        let phrase = ActivityPhrase(setting: setting)
        let schedule = ActivitySchedule(activity, language: setting.language)
        return .object([
            ("id", .string(activity?.id ?? "")),
            ("kind", .string(activity?.kind.rawValue ?? "")),
            ("title", .string(activity.map { setting.text($0.title) } ?? "")),
            ("fullTitle", .string(phrase.fullTitle)),
            ("phraseTo", .string(phrase.toward)),
            ("phraseIn", .string(phrase.inside)),
            ("place", .string(activity?.place ?? "")),
            ("address", .string(activity?.address ?? "")),
            ("dates", .string(schedule.span)),
            ("hours", .string(schedule.commonHours)),
            ("capacity", activity?.capacity.map { .integer($0) } ?? .null),
            ("teachers", .array(activity?.teachers.map { .string($0) } ?? [])),
            ("programme", lines(activity?.programme)),
            ("covered", lines(activity?.covered)),
            ("sessions", .array(schedule.sessions.map(session))),
        ])
    }

    private func lines(_ texts: [LocalizedText]?) -> DataValue {
        .array((texts ?? []).map(setting.text).filter { !$0.isEmpty }.map { .string($0) })
    }

    private func session(_ session: Session) -> DataValue {
        .object([
            ("id", .string(session.id)),
            ("title", .string(setting.text(session.title))),
            ("date", .string(session.date.description)),
            ("dateText", .string(DateText.long(session.date, in: setting.language))),
            ("weekday", .string(DateText.weekday(session.date, in: setting.language))),
            ("hours", .string(ActivitySchedule.hours(session))),
            ("place", .string(session.place.isEmpty ? setting.activity?.place ?? "" : session.place)),
            ("module", .string(session.module ?? "")),
        ])
    }

    private func project(_ project: Project) -> DataValue {
        var dates = ""
        if let start = project.startsOn, let end = project.endsOn {
            dates = DateText.range(start, end, in: setting.language)
        }
        return .object([
            ("id", .string(project.id)),
            ("title", .string(setting.text(project.title))),
            ("number", .string(project.number)),
            ("programme", .string(project.programme)),
            ("funder", .string(project.funder)),
            ("dates", .string(dates)),
        ])
    }

    /// Every project with its number, as the funders want it on each paper.
    private var projectLine: String {
        setting.event.projects.map { project in
            let title = setting.text(project.title)
            let quoted =
                setting.language == .polish ? "„\(title)”" : setting.language == .english ? "“\(title)”" : "«\(title)»"
            let number = setting.language == .polish ? "nr\u{A0}" : "no.\u{A0}"
            return quoted + (project.number.isEmpty ? "" : " (\(number)\(project.number))")
        }.joined(separator: ", ")
    }

    private var marking: DataValue {
        let heights = LetterLogo.heights(of: setting.logos)
        return .object([
            ("logos", .array(zip(setting.logos, heights).map { logo, height in logo.value(height: height) }))
        ])
    }

    private var contact: DataValue {
        let contact = setting.contact
        return .object([
            ("name", .string(contact?.name ?? setting.organiser.name)),
            ("function", .string(contact.map { setting.text($0.function) } ?? "")),
            ("email", .string(setting.replyAddress)),
            ("phone", .string(Self.phone(contact?.phone ?? setting.organiser.phone))),
        ])
    }

    private var signatory: DataValue {
        let contact = setting.contact
        return .object([
            ("name", .string(contact?.name ?? setting.organiser.name)),
            ("function", .string(contact.map { setting.text($0.function) } ?? "")),
        ])
    }

    private var contactLine: String {
        let named = [setting.organiser.name, addressLine].filter { !$0.isEmpty }.joined(separator: ", ")
        let phone = Self.phone(setting.contact?.phone ?? setting.organiser.phone)
        return [named, setting.replyAddress, phone].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private var privacyNote: String {
        let officer = setting.organiser.dataProtectionContact
        let address = officer.isEmpty ? setting.replyAddress : officer
        let controller = setting.word(.privacy).replacing("{name}", with: setting.organiser.name)
        guard !address.isEmpty else { return controller }
        return controller + " " + setting.word(.dataOfficer).replacing("{address}", with: address)
    }

    /// Texts that shipped templates ask for; they exist, empty where the event file gives none.
    static let knownTexts = [
        "appeal", "automated", "bring", "committee", "completeBy", "conditions", "controller", "duty", "feeDetails",
        "host", "howToComplete", "note", "outcomes", "purposes", "recipients", "resign", "resultBy", "rights",
        "settleBy",
        "source", "stay",
    ]

    private var texts: DataValue {
        var object = DataObject(Self.knownTexts.map { ($0, .string("")) })
        for (name, text) in (setting.plan?.texts ?? [:]).sorted(by: { $0.key < $1.key }) {
            object[name] = .string(setting.text(text))
        }
        return .object(object)
    }

    private static func phone(_ number: String) -> String {
        FieldPrinter(FieldDefinition(key: "phone", kind: .phone, label: "")).text(.text(number), in: .polish)
    }
}
