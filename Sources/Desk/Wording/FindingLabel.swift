public import FormModel

/// The name of the field a finding is about, as people read it.
public enum FindingLabel {
    /// The field's label; `Delegates 2: E-mail` for a field inside a repeating group; all labels of a choice of fields.
    /// Nil for a finding about the form as a whole.
    public static func text(_ finding: Finding, form: FormDefinition?, language: InterfaceLanguage) -> String? {
        if finding.code == .oneOfMissing, let keys = finding.parameters["fields"], let form {
            let labels = keys.split(separator: ",").map { key in
                form.field(String(key))?.label.text(in: language) ?? String(key)
            }
            return labels.joined(separator: ", ")
        }
        guard let path = finding.field else { return nil }
        guard let form, let field = form.field(String(path.prefix { $0 != "[" && $0 != "." })) else { return path }
        let label = field.label.text(in: language)
        guard let bracket = path.firstIndex(of: "["), let dot = path.lastIndex(of: ".") else { return label }
        let number = path[path.index(after: bracket)...].prefix { $0 != "]" }
        let key = path[path.index(after: dot)...]
        let inner = field.fields.first { $0.key == key }?.label.text(in: language) ?? String(key)
        return "\(label) \(number): \(inner)"
    }
}
