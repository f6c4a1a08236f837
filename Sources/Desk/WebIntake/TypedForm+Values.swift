public import FormModel

extension TypedForm {
    /// The form as somebody would have typed the answers that stand now, for correcting them.
    public init(values: [String: AnswerValue], form: FormDefinition, language: InterfaceLanguage) {
        self.init(language: language)
        for field in form.fields {
            guard let value = values[field.key] else { continue }
            set(value, field, path: field.key)
        }
    }

    private mutating func set(_ value: AnswerValue, _ field: FieldDefinition, path: String) {
        switch value {
        case .choices(let keys): texts[path] = keys
        case .identityDocument(let document):
            texts[path + ".kind"] = document.kind.map { [$0.rawValue] }
            texts[path + ".number"] = document.number.map { [$0] }
            texts[path + ".validTo"] = document.validTo.map { [$0.description] }
        case .group(let entries):
            for (index, entry) in entries.enumerated() {
                for inner in field.fields {
                    guard let value = entry[inner.key] else { continue }
                    set(value, inner, path: FieldPath.inner(field.key, index + 1, inner.key))
                }
            }
        default:
            // A file stays where it is; it is not typed again.
            if field.kind != .file { texts[path] = [value.plainText] }
        }
    }
}
