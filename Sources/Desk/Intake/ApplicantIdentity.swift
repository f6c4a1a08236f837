import FieldKinds
import FormModel

/// What a registration is called, sorted and searched by, and which others may be the same person.
struct ApplicantIdentity {
    let name: String
    let sortKey: [UInt8]
    let searchText: String
    let duplicateKeys: [String]
    /// Address for letters by mail; nil when none was given.
    let email: String?

    init(_ values: [String: AnswerValue], form: FormDefinition, code: String) {
        let name = Self.personName(values, form)
        let organisation = Self.organisation(values, form)
        let isPerson = form.applicant == .person
        let shown = (isPerson ? name?.full ?? organisation : organisation ?? name?.full) ?? "–"
        self.name = shown
        let surnameFirst = [name?.surname, name?.given].compactMap(\.self).joined(separator: " ")
        sortKey = PolishCollation.sortKey(isPerson && !surnameFirst.isEmpty ? surnameFirst : shown)
        email = Self.first(.email, values, form)
        let phone = Self.first(.phone, values, form)
        let searched = Self.everyName(values, form) + [organisation, email, phone, code].compactMap(\.self)
        searchText = SearchFold.fold(searched.joined(separator: " "))
        duplicateKeys = Self.duplicateKeys(
            values,
            form,
            name: isPerson ? name : nil,
            organisation: isPerson ? nil : organisation,
            email: email,
            phone: phone
        )
    }

    /// The name that is printed: Latin spelling first, then the person's own, then what it is called.
    static func personName(_ values: [String: AnswerValue], _ form: FormDefinition) -> PersonName? {
        for spelling in [FieldKind.Spelling.latin, .original, .usual] {
            if let name = personName(values, form.fields, spelling) { return name }
        }
        return nil
    }

    private static func personName(
        _ values: [String: AnswerValue],
        _ fields: [FieldDefinition],
        _ spelling: FieldKind.Spelling
    ) -> PersonName? {
        var given: String?
        var surname: String?
        for field in fields {
            guard case .personName(spelling, let part) = field.kind, let value = values[field.key] else { continue }
            switch (part, value) {
            case (.full, .name(let name)): return name
            case (.full, _): return PersonName(full: value.plainText)
            case (.given, _): given = value.plainText
            case (.surname, _): surname = value.plainText
            }
        }
        let full = [given, surname].compactMap(\.self).joined(separator: " ")
        return full.isEmpty ? nil : PersonName(full: full, given: given, surname: surname)
    }

    private static func everyName(_ values: [String: AnswerValue], _ form: FormDefinition) -> [String] {
        form.fields.flatMap { field -> [String] in
            switch field.kind {
            case .personName: return values[field.key].map { [$0.plainText] } ?? []
            case .group:
                guard case .group(let entries)? = values[field.key] else { return [] }
                return entries.compactMap { Self.personNameOfEntry($0, field.fields)?.full }
            default: return []
            }
        }
    }

    /// The name of one delegate of a repeating group.
    static func personNameOfEntry(_ entry: [String: AnswerValue], _ fields: [FieldDefinition]) -> PersonName? {
        for spelling in [FieldKind.Spelling.latin, .original, .usual] {
            if let name = personName(entry, fields, spelling) { return name }
        }
        return nil
    }

    /// The applicant's organisation: the first text field of the form whose key says so.
    static func organisation(_ values: [String: AnswerValue], _ form: FormDefinition) -> String? {
        let keys = form.fields.filter { $0.kind == .text }.map(\.key)
        let telling = keys.filter { key in
            ["org_name", "organisation", "organization", "branch_name", "sending_org", "company_name"].contains(key)
        }
        return telling.lazy.compactMap { values[$0]?.plainText }.first { !$0.isEmpty }
    }

    private static func first(_ kind: FieldKind, _ values: [String: AnswerValue], _ form: FormDefinition) -> String? {
        for field in form.fields where field.kind == kind {
            if let text = values[field.key]?.plainText, !text.isEmpty { return text }
        }
        for field in form.fields where field.kind == .group {
            guard case .group(let entries)? = values[field.key] else { continue }
            for entry in entries {
                for inner in field.fields where inner.kind == kind {
                    if let text = entry[inner.key]?.plainText, !text.isEmpty { return text }
                }
            }
        }
        return nil
    }

    /// Keys that two registrations of one person are likely to share. They suggest; only a person merges.
    private static func duplicateKeys(
        _ values: [String: AnswerValue],
        _ form: FormDefinition,
        name: PersonName?,
        organisation: String?,
        email: String?,
        phone: String?
    ) -> [String] {
        var keys: [String] = []
        if let name, let key = DuplicateKey.key(name: name, birthDate: birthDate(values, form)) {
            keys.append("name|\(form.id)|" + key)
            // The same address alone may be a family's; together with one of the names it is the same person.
            let words = DuplicateKey.foldedName(name.full).split(separator: " ")
            for contact in [email, phone].compactMap(\.self) {
                keys += words.map { "contact|\(form.id)|\(contact.lowercased())|\($0)" }
            }
        }
        if let organisation { keys.append("organisation|\(form.id)|" + SearchFold.fold(organisation)) }
        return keys
    }

    static func birthDate(_ values: [String: AnswerValue], _ form: FormDefinition) -> CalendarDate? {
        for field in form.fields where field.kind == .date && field.key.hasPrefix("birth") {
            if case .date(let date)? = values[field.key] { return date }
        }
        return nil
    }
}
