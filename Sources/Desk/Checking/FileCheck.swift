import Documents
import EventFiles
public import FormModel
import Foundation

/// Checks the files that staff write: event files, selection rules, settings, templates.
public enum FileCheck {
    public struct Report: Sendable {
        public var file: String
        public var faults: [FileFault]
        /// What the file is, when it is right.
        public var summary: LocalizedText
        /// What a template asks for; empty for other files.
        public var uses: [TemplateCheck.Use] = []
        /// Kinds of documents a template was checked against.
        public var kinds: [DocumentKind] = []
    }

    /// - Parameters:
    ///   - event: for templates: the event whose values they are checked against.
    ///   - kind: for templates: the kind of document; nil takes it from the event's plans and the file's name.
    public static func check(
        _ path: String,
        event: LoadedEvent?,
        kind: DocumentKind? = nil
    ) throws(DeskError) -> Report {
        if path.lowercased().hasSuffix(".docx") { return try checkTemplate(path, event, kind) }
        let yaml = try TextFile.read(path)
        let folder = (path as NSString).deletingLastPathComponent
        switch Self.kind(of: yaml, path) {
        case .settings:
            let loaded = EventFileLoader.settings(yaml: yaml)
            return report(path, loaded.faults, "ustawienia przestrzeni roboczej", "settings of the workspace")
        case .rules:
            let loaded = EventFileLoader.selectionRules(yaml: yaml)
            let found = loaded.value.map { RuleFaults(yaml: yaml).faults(of: $0) } ?? []
            return report(path, loaded.faults + found, "zasady wyboru", "selection rules")
        case .event:
            let loaded = EventFileLoader(settings: settings(near: folder)).load(
                yaml: yaml,
                folder: folder.isEmpty ? "." : folder
            )
            guard let value = loaded.value else { return report(path, loaded.faults, "wydarzenie", "event") }
            let event = LoadedEvent(definition: value, yaml: yaml, path: path, warnings: [])
            var faults = loaded.faults + (try PlannedTemplates(event: event).faults())
            for (index, activity) in value.activities.enumerated() {
                guard let rules = activity.selection else { continue }
                faults += RuleFaults(yaml: yaml).faults(of: rules, under: "activities[\(index)].selection.")
            }
            let fields = value.forms.reduce(0) { $0 + $1.fields.count }
            return report(
                path,
                faults,
                "wydarzenie „\(value.title.text(in: .polish))”, pól: \(fields), działań: \(value.activities.count)",
                "event “\(value.title.text(in: .english))”, fields: \(fields), activities: \(value.activities.count)"
            )
        }
    }

    private enum Kind {
        case settings, rules, event
    }

    /// Told from the top-level keys: rules begin with `selection:` and a number, settings with the organiser.
    private static func kind(of yaml: String, _ path: String) -> Kind {
        let name = (path as NSString).lastPathComponent
        if name == Workspace.settingsName { return .settings }
        let heads = yaml.split(separator: "\n").filter {
            !$0.hasPrefix(" ") && !$0.hasPrefix("#") && !$0.hasPrefix("-")
        }
        let isEvent = heads.contains { $0.hasPrefix("slug:") || $0.hasPrefix("activities:") || $0.hasPrefix("fields:") }
        let isRules = heads.contains {
            $0.hasPrefix("selection:") || $0.hasPrefix("method:") || $0.hasPrefix("quotas:")
        }
        return isRules && !isEvent ? .rules : .event
    }

    /// An event inherits retention from the workspace it lies in, if it lies in one.
    static func settings(near folder: String) -> WorkspaceSettings? {
        let candidates = [folder + "/../nabor.yaml", folder + "/nabor.yaml"]
        guard let found = candidates.first(where: { FileManager.default.fileExists(atPath: $0) }) else { return nil }
        return EventFileLoader.settings(path: found).value
    }

    private static func report(_ path: String, _ faults: [FileFault], _ polish: String, _ english: String) -> Report {
        Report(file: path, faults: faults, summary: LocalizedText([.polish: polish, .english: english]))
    }

    // MARK: Templates

    private static func checkTemplate(
        _ path: String,
        _ event: LoadedEvent?,
        _ kind: DocumentKind?
    ) throws(DeskError) -> Report {
        let outcome = try TemplateCheck(event: event, kind: kind).check(path)
        let count = Set(outcome.uses.map(\.path)).count
        let kinds = outcome.kinds.map(\.rawValue).joined(separator: ", ")
        var report = report(
            path,
            outcome.faults,
            "szablon, wartości: \(count)" + (kinds.isEmpty ? "" : ", dla: \(kinds)"),
            "template, values: \(count)" + (kinds.isEmpty ? "" : ", for: \(kinds)")
        )
        report.uses = outcome.uses
        report.kinds = outcome.kinds
        return report
    }

    /// `word/document.xml, table 1, row 2, cell 1, paragraph 1, {{ name }}`.
    static func place(_ part: String, _ place: String, _ tag: String) -> String {
        [part, place, tag].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    static func fault(of fault: TemplateFault, _ severity: FileFault.Severity) -> FileFault {
        return FileFault(
            code: fault.code.rawValue,
            severity: severity,
            place: SourcePlace(line: 0, column: 0, path: place(fault.part, fault.place, fault.tag)),
            message: fault.message,
            suggestion: fault.suggestion
        )
    }
}
