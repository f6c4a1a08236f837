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
    /// What the foot of each form says, by event.
    private var versions: [String: [(form: String, version: String)]] = [:]

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

    /// The form of the event whose version stands in the foot of the pages; nil for a form of another day or maker.
    func form(of reading: Reading, among events: [LoadedEvent]) -> (event: String, form: String)? {
        let codes = Self.codes(in: reading)
        guard !codes.isEmpty else { return nil }
        return lock.withLock {
            for event in events {
                let slug = event.definition.slug
                let known = versions[slug] ?? Self.versions(FormPrinting(event: event, organiser: organiser), event)
                versions[slug] = known
                if let form = known.first(where: { codes.contains($0.version) })?.form { return (slug, form) }
            }
            return nil
        }
    }

    private static func versions(_ printing: FormPrinting, _ event: LoadedEvent) -> [(form: String, version: String)] {
        event.definition.forms.flatMap { form in
            InterfaceLanguage.allCases.map { (form.id, printing.sheet(form: form, language: $0).version) }
        }
    }

    /// «K7WQ-3M9T» as the foot writes it, anywhere at the edges of the pages.
    private static func codes(in reading: Reading) -> Set<String> {
        let edges =
            reading.stories.flatMap(\.blocks) + reading.blocks.suffix(edgeCount) + reading.blocks.prefix(edgeCount)
        var codes: Set<String> = []
        for case .paragraph(let paragraph) in edges {
            for word in paragraph.text.split(whereSeparator: { $0.isWhitespace || $0 == "·" }) {
                let parts = word.split(separator: "-", omittingEmptySubsequences: false)
                guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 }) else { continue }
                codes.insert(parts.joined())
            }
        }
        return codes
    }

    private static let edgeCount = 4

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
