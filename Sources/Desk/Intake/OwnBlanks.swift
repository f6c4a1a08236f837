import Documents
import FormModel
import Foundation
import Isolation
import Matching
import ReaderProtocol

/// What Nabór's own Word forms print, in every language: somebody fills one in, prints it to PDF, and its controls are gone.
///
/// Made when the first such PDF comes, since making and reading them takes a moment. Sound: everything is touched under the
/// lock.
final class OwnBlanks: @unchecked Sendable {
    private let lock = NSLock()
    private let organiser: Organiser?
    private let readerPath: String?
    private var worker: ReaderWorker?
    private var matchers: [String: FormMatcher] = [:]

    init(organiser: Organiser? = nil, readerPath: String?) {
        self.organiser = organiser
        self.readerPath = readerPath
    }

    /// The form's matcher with Nabór's own Word forms besides the organiser's blanks.
    func matcher(_ event: LoadedEvent, _ form: FormDefinition, blanks: [Reading]) -> FormMatcher {
        lock.withLock {
            let key = event.definition.slug + "/" + form.id
            if let matcher = matchers[key] { return matcher }
            let own = InterfaceLanguage.allCases.compactMap { reading(event, form, $0) }
            let matcher = FormMatcher(event: event.definition, form: form, blanks: blanks + own)
            matchers[key] = matcher
            return matcher
        }
    }

    /// Nil where the form cannot be made or read: then PDFs are read without it.
    private func reading(_ event: LoadedEvent, _ form: FormDefinition, _ language: InterfaceLanguage) -> Reading? {
        if worker == nil {
            worker = try? ReaderWorker(configuration: ReaderConfiguration(executable: readerPath))
        }
        let printing = FormPrinting(event: event, organiser: organiser)
        guard let worker, let blank = try? printing.make(form: form, language: language, format: .docx),
            let handle = try? SourceHandle(bytes: blank.bytes), case .reading(let reading) = worker.read(handle)
        else { return nil }
        return reading
    }
}
