import FormModel
import Isolation
import ReaderProtocol

extension Workspace {
    /// Reads the organisers' blank forms, through a reader process like anything else; missing ones are left out.
    func readBlanks(of events: [LoadedEvent]) throws(DeskError) -> [String: Reading] {
        try BlankForms.read(of: events, readerPath: environment.readerPath)
    }

    /// Nabór's own Word forms, with this workspace's organiser on them.
    var ownBlanks: OwnBlanks { OwnBlanks(organiser: settings.organiser, readerPath: environment.readerPath) }
}

/// The blank forms that events name.
enum BlankForms {
    /// Readings by path; a file that is missing or damaged is left out (`nabor check` reports it).
    static func read(of events: [LoadedEvent], readerPath: String?) throws(DeskError) -> [String: Reading] {
        let paths = events.flatMap { event in
            event.definition.forms.flatMap { form in form.blanks.map { event.definition.folder + "/" + $0 } }
        }
        guard !paths.isEmpty else { return [:] }
        let worker: ReaderWorker
        do {
            worker = try ReaderWorker(configuration: ReaderConfiguration(executable: readerPath))
        } catch {
            throw DeskError(
                .readerMissing,
                "Nie można uruchomić programu nabor-reader; powinien leżeć obok programu nabor.",
                "The program nabor-reader cannot be started; it should lie beside nabor."
            )
        }
        var readings: [String: Reading] = [:]
        for path in paths where readings[path] == nil {
            guard let handle = try? SourceHandle(path: path), case .reading(let reading) = worker.read(handle) else {
                continue
            }
            readings[path] = reading
        }
        return readings
    }
}
