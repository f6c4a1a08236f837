import FormModel

/// One form of an event.
struct FormBuilder {
    let draft: Draft
    /// The form, or the event when its form stands at the top.
    let mapping: CheckedMapping
    let id: String
    let sharedConsents: [CheckedMapping]

    private var scope: Draft.Scope { .form(id) }

    func form(_ activityIDs: [String]) -> FormDefinition {
        let chosenBy = draft.reference("chosen_by", of: mapping, to: .field, scope)
        let applied = draft.references("applies_to", of: mapping, to: .activity)
        let channels = mapping.texts("channels").compactMap(Channel.init(rawValue:))
        let opens = mapping.moment("opens")?.first(in: draft.zone)
        let deadline = mapping.moment("deadline")?.last(in: draft.zone)
        if let opens, let deadline, opens > deadline, let place = mapping["opens"]?.place {
            draft.add(.orderReversed, at: place, subject: "opens", detail: "deadline")
        }
        let blanks = mapping.list("blanks")
        draft.files += blanks.map { Draft.FileUse(path: $0.text ?? "", place: $0.place) }
        return FormDefinition(
            id: id,
            title: mapping.shape.key("id") == nil ? LocalizedText([:]) : mapping.localized("title"),
            applicant: mapping.word("applicant") ?? .person,
            // A form that names no activity leads to the only one there is.
            activities: applied.isEmpty && chosenBy == nil && activityIDs.count == 1 ? activityIDs : applied,
            activityField: chosenBy,
            channels: channels.isEmpty ? Channel.allCases : channels,
            opensAt: opens,
            deadline: deadline,
            fields: fields(),
            oneOf: oneOf(),
            eligibility: eligibility(),
            blanks: blanks.compactMap(\.text),
            columns: columns(),
            version: mapping.whole("version") ?? 1,
            retiredFields: mapping.mappings("retired_fields").map(field)
        )
    }

    private func fields() -> [FieldDefinition] {
        let questions = mapping.mappings("fields")
        draft.checkUnique(questions + mapping.mappings("retired_fields") + sharedConsents, by: "key")
        return questions.map(field) + sharedConsents.map(consent)
    }

    private func field(_ mapping: CheckedMapping) -> FieldDefinition {
        FieldBuilder(draft: draft, mapping: mapping, scope: scope, form: id).field()
    }

    private func consent(_ consent: CheckedMapping) -> FieldDefinition {
        FieldDefinition(
            key: consent.text("key") ?? "",
            kind: .consent,
            label: consent.localized("label"),
            aliases: consent.texts("aliases"),
            isRequired: consent.flag("required"),
            requiredIf: draft.expression("required_if", of: consent, scope),
            shownIf: draft.expression("shown_if", of: consent, scope),
            retention: draft.reference("retention", of: consent, to: .retention),
            clause: FieldBuilder.clause(of: consent)
        )
    }

    private func oneOf() -> [[String]] {
        mapping.list("one_of").map { group in
            group.list.compactMap { element in
                guard let name = element.text else { return nil }
                draft.references.append(.init(target: .field, name: name, place: element.place, scope: scope))
                return name
            }
        }
    }

    private func eligibility() -> [EligibilityRule] {
        let rules = mapping.mappings("eligibility")
        draft.checkUnique(rules)
        return rules.map { rule in
            EligibilityRule(
                id: rule.text("id") ?? "",
                need: draft.expression("need", of: rule, scope) ?? "",
                reason: rule.localized("reason"),
                activities: draft.references("activities", of: rule, to: .activity)
            )
        }
    }

    private func columns() -> [String: String] {
        var columns: [String: String] = [:]
        for entry in mapping["columns"]?.map ?? [] {
            draft.references.append(.init(target: .field, name: entry.key, place: entry.place, scope: scope))
            columns[entry.key] = entry.value.text
        }
        return columns
    }
}
