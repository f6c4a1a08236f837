import Documents
import FormModel
import Isolation
import ReaderProtocol

/// Reads scans of Nabór's own forms: the reader says whose form a page's code names, the desk gives it that form's map.
///
/// Maps come from the workspace, where printed forms leave theirs, else they are made anew from the event as it is today,
/// if that gives the same version. Used by one thread at a time.
final class ScanReading {
    private let events: [String: LoadedEvent]
    private let stores: [String: FormMapStore]
    private let organiser: Organiser?
    /// By version, so that a batch of scans makes a map once; nil for one that cannot be had.
    private var known: [String: FormMap?] = [:]

    private static let knownCountMax = 1_000

    init(events: [LoadedEvent], workspace: Workspace? = nil) {
        var bySlug: [String: LoadedEvent] = [:]
        var stores: [String: FormMapStore] = [:]
        for event in events {
            bySlug[event.definition.slug] = event
            if let workspace {
                stores[event.definition.slug] = FormMapStore(workspace: workspace, event: event.definition.slug)
            }
        }
        self.events = bySlug
        self.stores = stores
        organiser = workspace?.settings.organiser
    }

    /// The reading of a scan that the reader could not do without a map; nil for any other failure.
    func reading(
        _ failure: ReadFailure,
        _ source: SourceHandle,
        by worker: ReaderWorker
    ) -> Result<Reading, ReadFailure>? {
        guard failure.code == .sourceNotYetReadable, failure.parameters["reason"] == "needsMap" else { return nil }
        guard let map = map(failure.parameters) else {
            return .failure(
                ReadFailure(.sourceNotYetReadable, format: failure.format, parameters: ["reason": "unknownForm"])
            )
        }
        let bytes = Array(map.text.utf8)
        guard let handle = try? SourceHandle(bytes: bytes, followedBy: source) else {
            return .failure(ReadFailure(.readerCrashed, format: failure.format, parameters: ["reason": "noMemory"]))
        }
        let job = ReaderJob(hint: failure.format, mapByteCount: bytes.count)
        switch worker.read(handle, job: job) {
        case .reading(let reading): return .success(reading)
        case .failure(let second): return .failure(second)
        case .mail, .table: return .failure(ReadFailure(.sourceUnusable, format: failure.format))
        }
    }

    // MARK: Maps

    private func map(_ named: [String: String]) -> FormMap? {
        guard let slug = named["event"], let version = named["version"], let event = events[slug],
            let language = named["language"].flatMap(InterfaceLanguage.init(rawValue:))
        else { return nil }
        if let map = known[version] { return map }
        let map = kept(slug, version) ?? made(event, version, language)
        if known.count < Self.knownCountMax { known[version] = map }
        return map
    }

    private func kept(_ slug: String, _ version: String) -> FormMap? {
        // A map that a person broke while correcting it is as good as none; `nabor form-map` says what is wrong with it.
        try? stores[slug]?.map(version: version)
    }

    private func made(_ event: LoadedEvent, _ version: String, _ language: InterfaceLanguage) -> FormMap? {
        let printing = FormPrinting(event: event, organiser: organiser)
        for form in event.definition.forms where printing.sheet(form: form, language: language).version == version {
            return (try? printing.make(form: form, language: language, format: .pdf))?.map
        }
        return nil
    }
}
