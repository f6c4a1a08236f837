public import FormModel
import FieldKinds

/// Makes the sheet of an event's form in one language.
public struct FormSheetBuilder {
    private let event: EventDefinition
    private let form: FormDefinition
    private let language: InterfaceLanguage
    private let organiser: Organiser?
    private let words: FormWording
    private let conditions: FormCondition

    /// Entries printed for a repeating group that sets no maximum, and the most that are printed at all.
    private static let entryCountUsual = 3
    private static let entryCountMax = 6

    /// `organiser` is the workspace's, for events that name none.
    public init(event: EventDefinition, form: FormDefinition, language: InterfaceLanguage, organiser: Organiser? = nil)
    {
        self.event = event
        self.form = form
        self.language = language
        self.organiser = event.organiser ?? organiser
        words = FormWording(language: language)
        conditions = FormCondition(form: form, language: language, words: words)
    }

    public func sheet(logos: [FormLogo] = []) -> FormSheet {
        var sheet = FormSheet(
            event: event.slug,
            form: form.id,
            language: language,
            kind: words[.form],
            title: event.title.text(in: language),
            subtitle: subtitle,
            summary: event.summary.text(in: language),
            facts: facts,
            instructions: words[.instructions],
            sections: sections,
            signature: FormSignature(
                title: words[.signing],
                placeAndDate: words[.placeAndDate],
                signature: words[form.applicant == .organisation ? .organisationSignature : .signature]
            ),
            organiser: organiser?.name ?? "",
            fundingSentence: event.marking.fundingSentence.text(in: language),
            logos: logos,
            words: words
        )
        sheet.version = FormDigest.version(of: sheet)
        return sheet
    }

    // MARK: Head

    /// The form's own title, unless it says no more than the event's or the word for a form.
    private var subtitle: String {
        let title = form.title.text(in: language)
        let known = [words[.form], event.title.text(in: language)]
        return known.contains { $0.lowercased() == title.lowercased() } ? "" : title
    }

    private var facts: [FormFact] {
        var facts: [FormFact] = []
        let activities = form.activities.compactMap { event.activity($0) }
        if let activity = activities.first, let first = activity.firstDay, let last = activity.lastDay {
            let days = DateText.range(first, last, in: language)
            let hours = Self.hours(activity)
            let place = activity.address.isEmpty ? activity.place : activity.address
            facts.append(
                FormFact(
                    label: words[.whenWhere],
                    text: [days, hours, place].filter { !$0.isEmpty }.joined(separator: ", ")
                )
            )
        }
        if let deadline = form.deadline {
            facts.append(
                FormFact(
                    label: words[.deadline],
                    text: DateText.moment(deadline, timeZone: event.timeZone, in: language)
                )
            )
        }
        let email = event.contact.map(\.email) ?? organiser?.email ?? ""
        let address = [email, organiser?.address ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        if !address.isEmpty { facts.append(FormFact(label: words[.sendTo], text: address)) }
        return facts
    }

    /// The hours that all meetings have; empty where they differ or are not known.
    private static func hours(_ activity: Activity) -> String {
        let hours = Set(
            activity.sessions.map { session in
                session.startMinute.map { DateText.hours(from: $0, to: session.endMinute) } ?? ""
            }
        )
        return hours.count == 1 ? hours.first ?? "" : ""
    }

    // MARK: Sections

    /// Questions up to a repeating group, the group, questions behind it; then the consents.
    private var sections: [FormSection] {
        var sections: [FormSection] = []
        var open: [FormSection.Item] = []
        func close() {
            guard !open.isEmpty else { return }
            let isFirst = !sections.contains { $0.title == words[.yourData] }
            let title = isFirst ? words[.yourData] : event.title.text(in: language)
            sections.append(FormSection(title: title, note: "", items: open))
            open = []
        }
        for field in form.fields where field.kind != .consent && field.kind != .file {
            if field.kind == .group {
                close()
                sections.append(groupSection(field))
            } else {
                open.append(.question(question(field, name: FormFieldName(field.key))))
            }
        }
        close()
        let clauses = form.fields.filter { $0.kind == .consent }
        if !clauses.isEmpty { sections.append(consentSection(clauses)) }
        return sections
    }

    private func groupSection(_ group: FieldDefinition) -> FormSection {
        let count = min(group.maximum.flatMap { Int($0) } ?? Self.entryCountUsual, Self.entryCountMax)
        var items: [FormSection.Item] = []
        for entry in 1...max(1, count) {
            if count > 1 { items.append(.entry(words.text(.entry, "\(entry)"))) }
            for field in group.fields where field.kind != .group && field.kind != .file {
                let name = FormFieldName(group: group.key, entry: entry, inner: field.key)
                items.append(.question(question(field, name: name)))
            }
        }
        return FormSection(title: group.label.text(in: language), note: group.help.text(in: language), items: items)
    }

    private func consentSection(_ fields: [FieldDefinition]) -> FormSection {
        var items: [FormSection.Item] = []
        if let organiser, !organiser.name.isEmpty {
            let name = [organiser.name, organiser.address].filter { !$0.isEmpty }.joined(separator: ", ")
            var note = words.text(.controller, name)
            if !organiser.dataProtectionContact.isEmpty {
                note += " " + words.text(.dataOfficer, organiser.dataProtectionContact)
            }
            items.append(.note(note))
        }
        for field in fields {
            let text = field.clause?.text.text(in: language) ?? ""
            items.append(
                .clause(
                    FormClause(
                        name: FormFieldName(field.key),
                        label: field.label.text(in: language),
                        isOptional: !field.isRequired,
                        condition: conditions.sentence(for: field),
                        paragraphs: text.split(separator: "\n").map(String.init),
                        version: field.clause.map { words.text(.version, $0.version) } ?? ""
                    )
                )
            )
        }
        return FormSection(title: words[.statements], note: "", items: items)
    }

    // MARK: Questions

    private func question(_ field: FieldDefinition, name: FormFieldName) -> FormQuestion {
        let choice = name.entry == nil ? alternatives(to: field) : ""
        let help = [field.help.text(in: language), conditions.sentence(for: field), choice, extraHelp(field)]
        return FormQuestion(
            name: name,
            kind: field.kind,
            label: field.label.text(in: language),
            help: help.filter { !$0.isEmpty }.joined(separator: " "),
            isOptional: !field.isRequired && field.requiredIf == nil && choice.isEmpty,
            count: count(field),
            manner: manner(field),
            maxLength: field.maxLength
        )
    }

    /// Of some questions one has to be answered: says which; empty for all others.
    private func alternatives(to field: FieldDefinition) -> String {
        guard !field.isRequired, let keys = form.oneOf.first(where: { $0.contains(field.key) }) else { return "" }
        let labels = keys.compactMap { form.field($0) }.map { words.quoted($0.label.text(in: language)) }
        return labels.count < 2 ? "" : words.text(.oneOfThese, labels.joined(separator: ", "))
    }

    private func count(_ field: FieldDefinition) -> String {
        switch field.kind {
        case .choice, .addressForm: return words[.onlyOne]
        case .choices:
            guard let most = field.maximum.flatMap({ Int($0) }), most < field.options.count else {
                return words[.several]
            }
            return most == 1 ? words[.onlyOne] : words.text(.atMost, "\(most)")
        default: return ""
        }
    }

    private func extraHelp(_ field: FieldDefinition) -> String { field.kind == .date ? words[.year] : "" }

    private func manner(_ field: FieldDefinition) -> FormQuestion.Manner {
        switch field.kind {
        case .pesel: .comb(pattern: Self.cells(11))
        case .nip: .comb(pattern: "###-###-##-##")
        case .krs: .comb(pattern: Self.cells(10))
        case .regon: .comb(pattern: Self.cells(14))
        case .postalCode: .comb(pattern: "##-###")
        case .date: .comb(pattern: "##.##.####")
        case .phone: .comb(pattern: Self.cells(16))
        case .iban: .comb(pattern: Self.cells(34))
        case .addressForm: .ticking(FormWording.addressForms(language), takesOne: true)
        case .yesNo, .consent:
            .ticking(
                [FormOption(key: "true", label: words[.yes]), FormOption(key: "false", label: words[.no])],
                takesOne: true
            )
        case .choice: .ticking(options(field), takesOne: true)
        case .choices: .ticking(options(field), takesOne: field.maximum == "1")
        case .longText: .writing(lines: min(8, max(3, (field.maxLength ?? 800) / 250)), width: 174)
        case .number: .writing(lines: 1, width: 32)
        case .country, .language: .writing(lines: 1, width: 84)
        case .personName(_, let part): .writing(lines: 1, width: part == .full ? 104 : 80)
        case .email, .identityDocument: .writing(lines: 1, width: 84)
        case .text, .file, .group: .writing(lines: 1, width: Self.width(field.maxLength))
        }
    }

    private func options(_ field: FieldDefinition) -> [FormOption] {
        field.options.map { FormOption(key: $0.key, label: $0.label.text(in: language)) }
    }

    private static func cells(_ count: Int) -> String { String(repeating: "#", count: count) }

    /// Millimetres for a line of free text of so many signs.
    private static func width(_ maxLength: Int?) -> Double {
        switch maxLength ?? 200 {
        case ...20: 54
        case ...60: 70
        case ...120: 84
        default: 174
        }
    }
}
