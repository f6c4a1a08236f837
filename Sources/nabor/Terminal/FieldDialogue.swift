import Desk
import FormModel

/// Asks for a form's fields one by one, says at once what is wrong, and asks again.
struct FieldDialogue {
    let workspace: Workspace
    let form: FormDefinition

    /// Entries of a repeating group that one dialogue takes.
    private static let entryCountMax = 20

    func ask() -> [FieldAssignment] {
        Console.printError(
            Console.dim(
                say(
                    "Enter zostawia pole puste. Ctrl-D przerywa bez zapisu.",
                    "Enter leaves a field empty. Ctrl-D stops without recording."
                )
            )
        )
        var assignments: [FieldAssignment] = []
        for field in form.fields {
            assignments += field.kind == .group ? askGroup(field) : ask(field, path: field.key, label: label(field))
        }
        return assignments
    }

    private func label(_ field: FieldDefinition) -> String { field.label.text(in: Speech.language) }

    private func askGroup(_ field: FieldDefinition) -> [FieldAssignment] {
        var assignments: [FieldAssignment] = []
        let most = field.maximum.flatMap { Int($0) } ?? Self.entryCountMax
        for number in 1...max(1, min(most, Self.entryCountMax)) {
            var entry: [FieldAssignment] = []
            for inner in field.fields {
                entry += ask(
                    inner,
                    path: "\(field.key)[\(number)].\(inner.key)",
                    label: "\(label(field)) \(number): \(label(inner))"
                )
                // An empty first answer ends the list.
                if entry.isEmpty { return assignments }
            }
            assignments += entry
        }
        return assignments
    }

    private func ask(_ field: FieldDefinition, path: String, label: String) -> [FieldAssignment] {
        let optional = field.isRequired ? "" : Console.dim(say(" (nieobowiązkowe)", " (optional)"))
        let choices = field.options.map { "\($0.key) = \($0.label.text(in: Speech.language))" }.joined(separator: ", ")
        if !choices.isEmpty { Console.printError(Console.dim("  " + choices)) }
        while true {
            Console.printError(label + optional + ":")
            guard let text = readLine() else { return [] }
            if text.allSatisfy(\.isWhitespace) { return [] }
            let findings = workspace.checkEntry(text, of: field, language: .polish)
            for finding in findings {
                Console.printError("  " + Console.wait("! ") + FindingText.text(finding, form: form))
            }
            if findings.contains(where: { $0.severity == .error }) { continue }
            return FieldAssignment(path + "=" + text).map { [$0] } ?? []
        }
    }
}
