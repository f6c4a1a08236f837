import FormModel

/// Which fields and names an expression may read.
struct FieldScope {
    let event: EventDefinition

    /// The fields of a scope by name, inner ones as `group.inner`; nil where they are not known.
    func fields(_ scope: Draft.Scope) -> [String: FieldDefinition]? {
        switch scope {
        case .pool: return nil
        case .event: return named(event.forms)
        case .form(let id): return named(event.forms.filter { $0.id == id })
        case .group(let form, let field):
            var fields = named(event.forms.filter { $0.id == form })
            for inner in event.form(form)?.field(field)?.fields ?? [] { fields[inner.key] = inner }
            return fields
        case .activity(let id):
            let leading = event.forms.filter { leads($0, to: id) }
            // A cohort has no form of its own: whoever comes filled in one of the others.
            return named(leading.isEmpty ? event.forms : leading)
        }
    }

    /// All names an expression of the scope may use, parts of names and documents among them.
    func names(_ scope: Draft.Scope) -> Set<String>? {
        guard let fields = fields(scope) else { return nil }
        var names = Set(fields.keys)
        for (name, field) in fields {
            switch field.kind {
            case .personName: names.formUnion([name + ".given", name + ".surname"])
            case .identityDocument: names.formUnion([name + ".kind", name + ".number", name + ".valid_to"])
            default: break
            }
        }
        return names
    }

    private func leads(_ form: FormDefinition, to activity: String) -> Bool {
        if form.activities.contains(activity) { return true }
        guard let chosenBy = form.activityField else { return false }
        return form.field(chosenBy)?.options.contains { $0.key == activity } ?? false
    }

    private func named(_ forms: [FormDefinition]) -> [String: FieldDefinition] {
        var fields: [String: FieldDefinition] = [:]
        for field in forms.flatMap(\.fields) {
            // Of a key that stands twice the first counts; the second is a fault of its own.
            if fields[field.key] == nil { fields[field.key] = field }
            for inner in field.fields { fields["\(field.key).\(inner.key)"] = inner }
        }
        return fields
    }
}
