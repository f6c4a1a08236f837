import FormModel
import Foundation
import Registry
import Synchronization

/// The events as the web shows them now: read again when a file changes, the last good version kept while a file has
/// faults.
public final class WebCatalogue: Sendable {
    /// The events at one moment. Whoever works with one keeps it until the work is done.
    public struct Snapshot: Sendable {
        public let forms: [WebForm]
        /// Files that could not be read, by path; staff see them, applicants see the version before.
        public let faulty: [String: DeskError]
        let checker: FormChecker
        let versions: [String: Int64]

        public var events: [LoadedEvent] {
            var seen: Set<String> = []
            return forms.map(\.event).filter { seen.insert($0.definition.slug).inserted }
        }

        public func event(_ slug: String) -> LoadedEvent? {
            forms.first { $0.event.definition.slug == slug }?.event
        }

        public func form(event slug: String, form id: String) -> WebForm? {
            forms.first { $0.event.definition.slug == slug && $0.form.id == id }
        }
    }

    private struct State {
        var snapshot: Snapshot?
        var fingerprint = ""
        var lastGood: [String: LoadedEvent] = [:]
        var lookedAt = ContinuousClock.Instant.now
    }

    /// How often the files are looked at.
    private static let interval = Duration.seconds(1)
    private let workspace: Workspace
    private let state = Mutex(State())

    public init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// The events now. Looks at the files' times at most once a second.
    public func current() throws(DeskError) -> Snapshot {
        let held: Result<Snapshot, DeskError> = state.withLock { state in
            if let snapshot = state.snapshot, state.lookedAt.duration(to: .now) < Self.interval {
                return .success(snapshot)
            }
            state.lookedAt = .now
            let fingerprint = Self.fingerprint(workspace.eventPaths)
            if let snapshot = state.snapshot, fingerprint == state.fingerprint { return .success(snapshot) }
            do throws(DeskError) {
                let snapshot = try load(&state.lastGood)
                state.snapshot = snapshot
                state.fingerprint = fingerprint
                return .success(snapshot)
            } catch {
                return .failure(error)
            }
        }
        return try held.get()
    }

    private func load(_ lastGood: inout [String: LoadedEvent]) throws(DeskError) -> Snapshot {
        var events: [LoadedEvent] = []
        var faulty: [String: DeskError] = [:]
        for path in workspace.eventPaths {
            do throws(DeskError) {
                let event = try EventLoading.load(path, settings: workspace.settings)
                lastGood[path] = event
                events.append(event)
            } catch {
                faulty[path] = error
                if let event = lastGood[path] { events.append(event) }
            }
        }
        return Snapshot(
            forms: events.flatMap { event in event.definition.forms.map { WebForm(event: event, form: $0) } },
            faulty: faulty,
            checker: FormChecker(events: events, blanks: [:]),
            versions: try workspace.prepareEvents(events)
        )
    }

    private static func fingerprint(_ paths: [String]) -> String {
        paths.map { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(path):\(changed):\(attributes?[.size] as? Int ?? 0)"
        }.joined(separator: "\n")
    }
}
