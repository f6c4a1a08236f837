import EventFiles
public import FormModel
import Foundation

extension Workspace {
    private var eventsFolder: String { folder + "/events" }

    /// Paths of all event files, in the order of their names.
    public var eventPaths: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: eventsFolder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { eventsFolder + "/" + $0 }
    }

    /// The event with this slug, or the event file at this path; throws with all faults of a file that has some.
    public func event(_ slugOrPath: String) throws(DeskError) -> LoadedEvent {
        if slugOrPath.hasSuffix(".yaml") || slugOrPath.hasSuffix(".yml") { return try load(slugOrPath) }
        let usual = eventsFolder + "/" + slugOrPath + ".yaml"
        if FileManager.default.fileExists(atPath: usual) {
            let loaded = try load(usual)
            if loaded.definition.slug == slugOrPath { return loaded }
        }
        for path in eventPaths where path != usual {
            if let loaded = try? load(path), loaded.definition.slug == slugOrPath { return loaded }
        }
        throw unknownEvent(slugOrPath)
    }

    /// The event, loaded once for work on many registrations.
    func known(_ slug: String, _ loaded: inout [String: LoadedEvent]) throws(DeskError) -> LoadedEvent {
        if let event = loaded[slug] { return event }
        let event = try event(slug)
        loaded[slug] = event
        return event
    }

    /// All events of the workspace; a file with faults stops everything, since forms might belong to it.
    public func allEvents() throws(DeskError) -> [LoadedEvent] {
        var events: [LoadedEvent] = []
        for path in eventPaths { events.append(try load(path)) }
        return events
    }

    private func load(_ path: String) throws(DeskError) -> LoadedEvent {
        try EventLoading.load(path, settings: settings)
    }

    private func unknownEvent(_ slug: String) -> DeskError {
        let known = eventPaths.map { (($0 as NSString).lastPathComponent as NSString).deletingPathExtension }
        let list = known.isEmpty ? "–" : known.joined(separator: ", ")
        return DeskError(
            .unknownEvent,
            "Nie ma wydarzenia „\(slug)”. Są: \(list).",
            "There is no event “\(slug)”. There are: \(list)."
        )
    }
}

/// Loads event files outside and inside of workspaces.
public enum EventLoading {
    /// The event at `path`; throws with every fault of the file.
    public static func load(_ path: String, settings: WorkspaceSettings? = nil) throws(DeskError) -> LoadedEvent {
        let yaml = try TextFile.read(path)
        let folder = (path as NSString).deletingLastPathComponent
        let loaded = EventFileLoader(settings: settings).load(yaml: yaml, folder: folder.isEmpty ? "." : folder)
        guard let definition = loaded.value, !loaded.faults.contains(where: { $0.severity == .error }) else {
            throw DeskError(
                .fileFaulty,
                "Plik wydarzenia „\(path)” zawiera błędy; popraw je i powtórz polecenie.",
                "The event file “\(path)” has faults; mend them and repeat the command.",
                faults: loaded.faults
            )
        }
        return LoadedEvent(definition: definition, yaml: yaml, path: path, warnings: loaded.faults)
    }
}
