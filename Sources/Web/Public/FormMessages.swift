import Desk
import FormModel

/// Findings as messages at their fields and as the list on top of the page.
struct FormMessages {
    let form: WebForm
    let language: InterfaceLanguage

    /// One message a field: the first thing that is to be mended there.
    func byPath(_ findings: [Finding]) -> [String: String] {
        var messages: [String: String] = [:]
        for finding in findings {
            guard let path = finding.field, messages[path] == nil else { continue }
            messages[path] = withoutLabel(text(finding), finding)
        }
        return messages
    }

    /// The list on top, each entry with the control it leads to.
    func list(_ findings: [Finding], typed: TypedForm) -> [PageValues] {
        var seen: Set<String> = []
        return findings.filter { seen.insert($0.field ?? $0.code.rawValue).inserted }.map { finding in
            PageValues(["target": finding.field.map(target) ?? "form", "text": text(finding)])
        }
    }

    /// At the field itself its label stands already; what is left begins with a capital.
    private func withoutLabel(_ text: String, _ finding: Finding) -> String {
        guard let label = FindingLabel.text(finding, form: form.form, language: language) else { return text }
        for head in ["„\(label)”: ", "«\(label)»: ", "“\(label)”: "] where text.hasPrefix(head) {
            let rest = text.dropFirst(head.count)
            return rest.prefix(1).uppercased() + rest.dropFirst()
        }
        return text
    }

    func text(_ finding: Finding) -> String {
        WebWording.text(of: finding, form: form.form, language: language)
    }

    /// Of a paper the first of its three controls; of a repeating group its frame.
    private func target(_ path: String) -> String { FieldPaths.identifier(path) }
}
