import Documents
import EventFiles
public import FormModel
import Foundation

/// Checks a template: its faults, the values it needs with their places, and whether documents of an event have them.
public struct TemplateCheck: Sendable {
    /// One place that asks for a value.
    public struct Use: Sendable {
        /// `event.sessions[].place`.
        public var path: String
        public var isOptional: Bool
        public var part: String
        public var place: String
        public var tag: String
        /// Whether the event's documents have it; nil when no event was named.
        public var isKnown: Bool?
    }

    public struct Outcome: Sendable {
        public var faults: [FileFault]
        public var uses: [Use]
        /// Kinds of documents whose values the template was checked against.
        public var kinds: [DocumentKind]
    }

    let event: LoadedEvent?
    /// Nil takes the kind from the event's plans and from the file's name.
    let kind: DocumentKind?

    /// - Throws: when the file cannot be read; faults of the template are in the outcome.
    func check(_ path: String) throws(DeskError) -> Outcome {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać pliku „\(path)”. Sprawdź nazwę i uprawnienia.",
                "The file “\(path)” cannot be read. Check its name and permissions."
            )
        }
        do {
            let template = try Template(bytes: [UInt8](data))
            let warnings = template.warnings.map { FileCheck.fault(of: $0, .warning) }
            return compared(template.variables.uses, (path as NSString).lastPathComponent, warnings)
        } catch {
            return Outcome(faults: error.faults.map { FileCheck.fault(of: $0, .error) }, uses: [], kinds: [])
        }
    }

    private func compared(_ uses: [TemplateVariables.Use], _ name: String, _ warnings: [FileFault]) -> Outcome {
        guard let event else {
            return Outcome(faults: warnings, uses: uses.map { Self.use($0, isKnown: nil) }, kinds: [])
        }
        let named = kinds(name, event.definition)
        let candidates = named.isEmpty ? Self.planned(event.definition) : named
        let findings = candidates.map { (kind: $0, faults: unknown(uses, $0, name, event)) }
        // A template whose kind nobody named is taken for those it fits, else for the one it fits best.
        let best = findings.map(\.faults.count).min() ?? 0
        let chosen = named.isEmpty ? findings.filter { $0.faults.count == best } : findings
        let fitting = named.isEmpty && best > 0 ? Array(chosen.prefix(1)) : chosen
        var seen: Set<FileFault> = []
        let faults = fitting.flatMap(\.faults).filter { seen.insert($0.fault).inserted }
        let unknownUses = Set(faults.map(\.use))
        return Outcome(
            faults: warnings + faults.map(\.fault),
            uses: uses.map { Self.use($0, isKnown: !unknownUses.contains($0)) },
            kinds: fitting.map(\.kind)
        )
    }

    private static func use(_ use: TemplateVariables.Use, isKnown: Bool?) -> Use {
        Use(
            path: use.path,
            isOptional: use.isOptional,
            part: use.part,
            place: use.place,
            tag: use.tag,
            isKnown: isKnown
        )
    }

    // MARK: Kinds

    /// The kinds the template is for: as asked, else those whose plan names the file, else the one in the file's name.
    private func kinds(_ name: String, _ event: EventDefinition) -> [DocumentKind] {
        if let kind { return [kind] }
        let planned = event.documents.filter { $0.template == name }.map(\.kind)
        if !planned.isEmpty { return planned }
        let stem = name.split(separator: ".").first.map(String.init) ?? ""
        return (DocumentKind(rawValue: stem) ?? (stem == "attendance-days" ? .attendance : nil)).map { [$0] } ?? []
    }

    private static func planned(_ event: EventDefinition) -> [DocumentKind] {
        let kinds = event.documents.map(\.kind)
        return kinds.isEmpty ? DocumentKind.allCases : kinds
    }

    // MARK: Names

    private typealias Unknown = (use: TemplateVariables.Use, fault: FileFault)

    private func unknown(
        _ uses: [TemplateVariables.Use],
        _ kind: DocumentKind,
        _ name: String,
        _ event: LoadedEvent
    ) -> [Unknown] {
        let folder = (event.path as NSString).deletingLastPathComponent
        let settings = FileCheck.settings(near: folder) ?? WorkspaceSettings(organiser: Organiser(name: ""))
        let language = name.split(separator: ".").dropFirst().first.flatMap { InterfaceLanguage(rawValue: String($0)) }
        let specimen = DocumentSpecimen(
            event.definition,
            settings: settings,
            kind: kind,
            language: language ?? settings.language
        )
        let paths = ValuePaths(root: specimen.values)
        // What a template asks about before it prints it may be missing.
        let asked = Set(uses.filter(\.isOptional).map(\.path))
        return uses.compactMap { use in
            let outcome = use.isInRegion ? paths.findInRegion(use.path) : paths.find(use.path)
            guard case .unknown(let path, let suggestion) = outcome else { return nil }
            let severity: FileFault.Severity = use.isOptional || asked.contains(use.path) ? .warning : .error
            if Self.isSensitive(use.path, event.definition) {
                return (use, Self.fault(use, severity, Self.sensitive(path), nil))
            }
            return (use, Self.fault(use, severity, Self.unknownName(path, kind), suggestion))
        }
    }

    /// Whether the path asks for the answer to a sensitive question.
    private static func isSensitive(_ path: String, _ event: EventDefinition) -> Bool {
        let steps = path.split(separator: ".").map { $0.replacing("[]", with: "") }
        guard steps.count > 1, steps[0] == "answers" else { return false }
        return event.forms.flatMap(\.fields).contains { field in
            guard field.key == steps[1] else { return false }
            return field.isSensitive
                || steps.count > 2 && field.fields.contains { $0.key == steps[2] && $0.isSensitive }
        }
    }

    private static func sensitive(_ path: String) -> LocalizedText {
        LocalizedText([
            .polish:
                "„\(path)” to odpowiedź wrażliwa; takie odpowiedzi nie trafiają do żadnego dokumentu. Usuń znacznik.",
            .english: "“\(path)” is a sensitive answer; such answers go into no document. Remove the tag.",
        ])
    }

    private static func unknownName(_ path: String, _ kind: DocumentKind) -> LocalizedText {
        LocalizedText([
            .polish: "Dokumenty „\(kind.rawValue)” nie mają wartości „\(path)”.",
            .english: "Documents of kind “\(kind.rawValue)” have no value “\(path)”.",
        ])
    }

    private static func fault(
        _ use: TemplateVariables.Use,
        _ severity: FileFault.Severity,
        _ message: LocalizedText,
        _ suggestion: String?
    ) -> FileFault {
        FileFault(
            code: TemplateFault.Code.nameUnknown.rawValue,
            severity: severity,
            place: SourcePlace(line: 0, column: 0, path: FileCheck.place(use.part, use.place, use.tag)),
            message: message,
            suggestion: suggestion
        )
    }
}
