import Desk
import FormModel

/// A finding as a sentence in the language of this run.
enum FindingText {
    static func text(_ finding: Finding, form: FormDefinition?) -> String {
        FindingWording.text(of: finding, fieldLabel: label(finding.field, form), language: Speech.language)
    }

    /// The label of a field, or of a field inside a repeating group: `delegates[2].email`.
    static func label(_ path: String?, _ form: FormDefinition?) -> String? {
        guard let path, let form else { return path }
        let key = String(path.prefix { $0 != "[" && $0 != "." })
        guard let field = form.field(key) else { return path }
        let label = field.label.text(in: Speech.language)
        guard let dot = path.lastIndex(of: "."), path.contains("[") else { return label }
        let innerKey = path[path.index(after: dot)...]
        let inner = field.fields.first { $0.key == innerKey }?.label.text(in: Speech.language) ?? String(innerKey)
        let number = path.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }
        return "\(label) \(number): \(inner)"
    }
}
