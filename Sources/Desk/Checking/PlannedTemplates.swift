import FormModel
import Foundation

/// Checks the organiser's own templates that an event's plans name: whether each is there and fits its kind.
struct PlannedTemplates {
    let event: LoadedEvent

    private var folder: String { (event.path as NSString).deletingLastPathComponent }

    /// Faults with the plan they belong to; none for plans that take the shipped templates.
    func faults() throws(DeskError) -> [FileFault] {
        var faults: [FileFault] = []
        for (index, plan) in event.definition.documents.enumerated() {
            guard let name = plan.template else { continue }
            let key = "documents[\(index)].template"
            guard let path = path(of: name) else {
                faults.append(missing(name, key))
                continue
            }
            let outcome = try TemplateCheck(event: event, kind: plan.kind).check(path)
            faults += outcome.faults.map { placed($0, key, name) }
        }
        return faults
    }

    /// `templates/` of the workspace the event file lies in, else beside the event file.
    private func path(of name: String) -> String? {
        let base = folder.isEmpty ? "." : folder
        return [base + "/../templates/" + name, base + "/templates/" + name].first {
            FileManager.default.fileExists(atPath: $0)
        }
    }

    private func placed(_ fault: FileFault, _ key: String, _ name: String) -> FileFault {
        var fault = fault
        fault.place.path = [key, name, fault.place.path].filter { !$0.isEmpty }.joined(separator: ", ")
        return fault
    }

    private func missing(_ name: String, _ key: String) -> FileFault {
        FileFault(
            code: "template.missing",
            place: SourcePlace(line: 0, column: 0, path: key),
            message: LocalizedText([
                .polish: "W folderze templates/ nie ma szablonu „\(name)”. Skopiuj go tam albo popraw nazwę.",
                .english: "There is no template “\(name)” in templates/. Copy it there or correct the name.",
            ])
        )
    }
}
