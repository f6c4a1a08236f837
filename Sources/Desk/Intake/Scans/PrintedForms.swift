import Documents
import FormModel
import Foundation

/// A printed form that sheets may show: its map, and the blank itself where it is the organiser's own.
struct PrintedForm {
    let map: FormMap
    /// As a PDF, to tell print from what was written; empty for Nabór's own forms, whose places are known exactly.
    var blank: [UInt8] = []

    /// Between map and blank, as the reader of pages expects it.
    private static let separator: UInt8 = 0x1E

    /// What goes before the source.
    var bytes: [UInt8] {
        let text = Array(map.text.utf8)
        return blank.isEmpty ? text : text + [Self.separator] + blank
    }
}

/// The printed forms of the events, by what their codes say.
///
/// Maps come from the workspace, where printed forms leave theirs, else they are made anew from the event as it is today,
/// if that gives the same version. Used by one thread at a time.
final class PrintedForms {
    private let events: [LoadedEvent]
    private let workspace: Workspace?
    private let environment: DeskEnvironment
    /// By version, so that a batch of scans makes a map once; nil for one that cannot be had.
    private var known: [String: PrintedForm?] = [:]
    private var knownBlanks: [String: [PrintedForm]] = [:]

    private static let knownCountMax = 1_000

    init(events: [LoadedEvent], workspace: Workspace? = nil, environment: DeskEnvironment) {
        self.events = events
        self.workspace = workspace
        self.environment = environment
    }

    private func store(_ event: LoadedEvent) -> FormMapStore? {
        workspace.map { FormMapStore(workspace: $0, event: event.definition.slug) }
    }

    // MARK: Own forms

    /// The form that a failure of the reader names.
    func printed(named: [String: String]) -> PrintedForm? {
        guard let slug = named["event"], let version = named["version"],
            let language = named["language"].flatMap(InterfaceLanguage.init(rawValue:))
        else { return nil }
        return printed(slug, version, language)
    }

    func printed(_ code: FormCode) -> PrintedForm? { printed(code.event, code.version, code.language) }

    private func printed(_ slug: String, _ version: String, _ language: InterfaceLanguage) -> PrintedForm? {
        if let form = known[version] { return form }
        guard let event = events.first(where: { $0.definition.slug == slug }) else { return nil }
        let form = kept(event, version) ?? made(event, version, language)
        if known.count < Self.knownCountMax { known[version] = form }
        return form
    }

    /// Any printed form with that version, of whichever event: a person named it.
    func printed(version: String) -> PrintedForm? {
        for event in events {
            if let form = kept(event, version) { return form }
        }
        guard let workspace else { return nil }
        return events.lazy.flatMap { Self.ofToday($0, workspace) }.first { $0.version == version }
            .map { PrintedForm(map: $0) }
    }

    /// The maps of an event's own forms as they would be printed now, for workspaces that never kept one.
    static func ofToday(_ event: LoadedEvent, _ workspace: Workspace) -> [FormMap] {
        let printing = FormPrinting(event: event, organiser: workspace.settings.organiser)
        return event.definition.forms.flatMap { form in
            event.definition.languages.compactMap { language in
                (try? printing.make(form: form, language: language, format: .pdf))?.map
            }
        }
    }

    private func kept(_ event: LoadedEvent, _ version: String) -> PrintedForm? {
        // A map that a person broke while correcting it is as good as none; `nabor form-map` says what is wrong with it.
        guard let store = store(event), let map = try? store.map(version: version) else { return nil }
        return map.origin == .blank ? blank(map, store) : PrintedForm(map: map)
    }

    private func made(_ event: LoadedEvent, _ version: String, _ language: InterfaceLanguage) -> PrintedForm? {
        let printing = FormPrinting(event: event, organiser: workspace?.settings.organiser)
        for form in event.definition.forms where printing.sheet(form: form, language: language).version == version {
            return (try? printing.make(form: form, language: language, format: .pdf))?.map.map { PrintedForm(map: $0) }
        }
        return nil
    }

    // MARK: The organisers' blanks

    /// Blanks that sheets without a code may show: of that event, today's first, their maps made where there are none yet;
    /// else those of any event whose map was made.
    func blanks(of slug: String?) -> [PrintedForm] {
        guard let slug, let event = events.first(where: { $0.definition.slug == slug }) else {
            return events.flatMap { keptBlanks($0) }
        }
        if let known = knownBlanks[slug] { return known }
        let kept = keptBlanks(event)
        let named = event.definition.forms.flatMap { form in
            form.blanks.compactMap { path -> PrintedForm? in
                let mapping = BlankMapping(
                    event: event,
                    form: form.id,
                    language: event.definition.languages.first ?? .polish,
                    environment: environment
                )
                return try? mapping.printed(event.definition.folder + "/" + path, store: store(event))
            }
        }
        // Today's edition first: what stands on an older one may lie where today's asks something else.
        let older = kept.filter { form in !named.contains { $0.map.version == form.map.version } }
        knownBlanks[slug] = named + older
        return named + older
    }

    private func keptBlanks(_ event: LoadedEvent) -> [PrintedForm] {
        guard let store = store(event), let all = try? store.all() else { return [] }
        return all.filter { $0.map.origin == .blank }.map { blank($0.map, store) }
    }

    private func blank(_ map: FormMap, _ store: FormMapStore) -> PrintedForm {
        let path = store.blankPath(form: map.form, language: map.language, version: map.version)
        return PrintedForm(map: map, blank: FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? [])
    }
}
