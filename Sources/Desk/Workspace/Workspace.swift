import EventFiles
public import FormModel
import Foundation
public import Registry

/// A workspace: settings, events, registry and originals in one folder. Use cases are extensions of it.
public final class Workspace: Sendable {
    public let folder: String
    public let settings: WorkspaceSettings
    public let environment: DeskEnvironment
    public let registry: Registry

    /// The secret from which links of applicants are made; the same for everybody who acts in this workspace.
    let linkSecret: LinkSecret

    public static let settingsName = "nabor.yaml"

    /// Opens the workspace in `folder`.
    public init(folder: String, environment: DeskEnvironment) throws(DeskError) {
        self.folder = folder
        self.environment = environment
        linkSecret = LinkSecret(path: folder + "/web.key")
        settings = try Self.loadSettings(folder + "/" + Self.settingsName)
        do {
            registry = try Registry(
                databasePath: folder + "/nabor.sqlite",
                originalsPath: folder + "/originals"
            )
        } catch {
            throw DeskError(error)
        }
    }

    private init(_ other: Workspace, environment: DeskEnvironment, settings: WorkspaceSettings) {
        folder = other.folder
        self.settings = settings
        registry = other.registry
        linkSecret = other.linkSecret
        self.environment = environment
    }

    /// The same workspace with somebody else at work: each request of the web acts under its own person's name.
    public func acting(as name: String) -> Workspace {
        var environment = environment
        environment.operatorName = name
        return Workspace(self, environment: environment, settings: settings)
    }

    /// The same workspace with its pages at another public address than `nabor.yaml` says.
    public func published(at address: String) -> Workspace {
        var settings = settings
        settings.publicURL = address
        return Workspace(self, environment: environment, settings: settings)
    }

    /// The workspace at `named`, else the nearest folder from `start` upward that holds `nabor.yaml`.
    public static func find(named: String?, from start: String) throws(DeskError) -> String {
        if let named {
            guard FileManager.default.fileExists(atPath: named + "/" + settingsName) else { throw missing(named) }
            return named
        }
        var folder = start
        while true {
            if FileManager.default.fileExists(atPath: folder + "/" + settingsName) { return folder }
            let parent = (folder as NSString).deletingLastPathComponent
            if parent == folder || parent.isEmpty { throw missing(start) }
            folder = parent
        }
    }

    private static func missing(_ folder: String) -> DeskError {
        DeskError(
            .noWorkspace,
            "W „\(folder)” ani wyżej nie ma przestrzeni roboczej (pliku nabor.yaml). Załóż ją: nabor init FOLDER.",
            "There is no workspace (no nabor.yaml) in “\(folder)” or above. Make one: nabor init FOLDER."
        )
    }

    private static func loadSettings(_ path: String) throws(DeskError) -> WorkspaceSettings {
        let text = try TextFile.read(path)
        let loaded = EventFileLoader.settings(yaml: text)
        guard let settings = loaded.value else {
            throw DeskError(
                .fileFaulty,
                "Plik „\(path)” zawiera błędy; popraw je i powtórz polecenie.",
                "The file “\(path)” has faults; mend them and repeat the command.",
                faults: loaded.faults
            )
        }
        return settings
    }

    /// The present moment.
    public var now: Instant { environment.now() }
}
