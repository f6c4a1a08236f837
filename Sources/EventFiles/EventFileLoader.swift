import Expressions
import Foundation
public import FormModel

/// Reads what staff write: event files, selection rules, the workspace's settings.
///
/// Nothing is thrown: a file gives its value, all its faults in the order of the lines, or both. A value is there when no
/// fault is an error.
public struct EventFileLoader: Sendable {
    /// Categories of keeping that events may name beside their own.
    public var retention: [RetentionCategory]

    /// A loader for events of a workspace with these settings; without them the usual categories are known.
    public init(settings: WorkspaceSettings? = nil) {
        retention = settings?.retention ?? RetentionDefaults.categories
    }

    // MARK: Events

    /// An event from its file; logos and blank forms are looked for beside it.
    public func load(path: String) -> Loaded<EventDefinition> {
        switch Self.text(of: path) {
        case .success(let text):
            let slash = path.lastIndex(of: "/")
            return load(yaml: text, folder: slash.map { String(path[..<$0]) } ?? ".")
        case .failure(let fault): return Loaded(value: nil, faults: [fault])
        }
    }

    /// An event from the text of its file. With an empty folder no files are looked for.
    public func load(yaml: String, folder: String = "") -> Loaded<EventDefinition> {
        read(yaml, EventShape.event) { mapping, draft in
            let event = EventBuilder(draft: draft, mapping: mapping, folder: folder, inherited: retention).event()
            EventVerifier(draft: draft, event: event).verify()
            var translations = TranslationVerifier()
            translations.verify(mapping, languages: event.languages)
            draft.faults += translations.faults
            if !folder.isEmpty { Self.lookForFiles(of: draft, in: folder) }
            return event
        }
    }

    // MARK: Settings and rules

    /// The settings of a workspace, `nabor.yaml`.
    public static func settings(path: String) -> Loaded<WorkspaceSettings> {
        switch text(of: path) {
        case .success(let text): settings(yaml: text)
        case .failure(let fault): Loaded(value: nil, faults: [fault])
        }
    }

    public static func settings(yaml: String) -> Loaded<WorkspaceSettings> {
        EventFileLoader().read(yaml, SettingsShape.settings) { mapping, draft in PartBuilder.settings(mapping, draft) }
    }

    /// Selection rules of their own, as `select --rules` takes them.
    public static func selectionRules(path: String) -> Loaded<SelectionRules> {
        switch text(of: path) {
        case .success(let text): selectionRules(yaml: text)
        case .failure(let fault): Loaded(value: nil, faults: [fault])
        }
    }

    public static func selectionRules(yaml: String) -> Loaded<SelectionRules> {
        EventFileLoader().read(yaml, SelectionShape.file) { mapping, draft in
            let rules = SelectionBuilder(draft: draft, mapping: mapping, scope: .pool, capacity: nil).rules()
            ExpressionFault.verifyPool(draft)
            return rules
        }
    }

    // MARK: Steps

    private func read<Value: Sendable>(
        _ yaml: String,
        _ shape: MappingShape,
        _ build: (CheckedMapping, Draft) -> Value
    ) -> Loaded<Value> {
        var reader = YAMLReader()
        guard let root = reader.root(of: yaml) else { return Loaded(value: nil, faults: reader.faults) }
        var checker = ShapeChecker()
        let draft = Draft()
        let value = checker.mapping(root, shape).map { build($0, draft) }
        let faults = Self.inOrder(reader.faults + checker.faults + draft.faults)
        return Loaded(value: faults.contains { $0.severity == .error } ? nil : value, faults: faults)
    }

    /// By place; what stands in an aliased value is found at each use and reported once.
    private static func inOrder(_ faults: [FileFault]) -> [FileFault] {
        var seen: Set<String> = []
        let unique = faults.filter { fault in
            seen.insert("\(fault.place.line):\(fault.place.column):\(fault.code):\(fault.message.text(in: .english))")
                .inserted
        }
        return unique.sorted { ($0.place, $0.code) < ($1.place, $1.code) }
    }

    private static func lookForFiles(of draft: Draft, in folder: String) {
        for file in draft.files where !FileManager.default.fileExists(atPath: folder + "/" + file.path) {
            draft.add(.fileMissing, at: file.place, subject: file.path)
        }
    }

    /// The text of a file that is no larger than `FileLimits.byteCountMax`.
    private static func text(of path: String) -> Result<String, FileFault> {
        let place = SourcePlace(line: 1, column: 1, path: "")
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        guard size <= FileLimits.byteCountMax else {
            return .failure(FaultCode.fileTooLarge.fault(at: place, subject: String(FileLimits.byteCountMax / 1000)))
        }
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else { return .failure(FaultCode.fileUnreadable.fault(at: place, subject: path)) }
        return .success(text)
    }
}
