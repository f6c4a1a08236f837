import Documents
public import FormModel
import Foundation
import Isolation
import ReaderProtocol

/// Makes the map of an organiser's own blank form, a Word file or a PDF.
public struct BlankMapping {
    private let event: LoadedEvent
    private let form: String?
    private let language: InterfaceLanguage
    private let environment: DeskEnvironment

    public init(event: LoadedEvent, form: String?, language: InterfaceLanguage, environment: DeskEnvironment) {
        self.event = event
        self.form = form
        self.language = language
        self.environment = environment
    }

    private static let byteCountMax = 25 << 20

    /// The map of the blank at `path`, from its file where there is one already, drawn.
    ///
    /// In order: the bytes name the version; a map file made for it before is honoured; else LibreOffice turns a Word file
    /// into a PDF, a reader process reads words and lines of it, labels are found, and map and PDF are kept in the
    /// workspace, or the map at `mapPath` where there is none.
    public func drawn(_ path: String, workspace: Workspace?, mapPath: String) throws(DeskError) -> DrawnMap {
        let bytes = try blank(path)
        let definition = try FormPrinting(event: event).form(form)
        let version = FormDigest.version(ofBlank: bytes)
        let store = workspace.map { FormMapStore(workspace: $0, event: event.definition.slug) }
        let target = store?.path(form: definition.id, language: language, version: version) ?? mapPath
        if FileManager.default.fileExists(atPath: target) {
            let map = try FormMapFile.read(target)
            try FormMapFile.check(map, at: target, is: version)
            return FormMapDrafting.drawn(map, path: target, form: definition, wasKept: true)
        }
        let pdf = try pdf(bytes)
        let map = try map(pdf, definition, version)
        if let store {
            try store.keep(map, blank: pdf)
        } else {
            try OutputFile.write(Array(map.text.utf8), to: target)
        }
        return FormMapDrafting.drawn(map, path: target, form: definition, wasKept: false)
    }

    /// The blank at `path` with its map, for reading what was filled in on paper.
    ///
    /// The map file beside it or in the workspace counts where there is one of this very blank; else the map is made, and kept
    /// in a workspace.
    func printed(_ path: String, store: FormMapStore?) throws(DeskError) -> PrintedForm {
        let bytes = try blank(path)
        let definition = try FormPrinting(event: event).form(form)
        let version = FormDigest.version(ofBlank: bytes)
        let kept = store?.path(form: definition.id, language: language, version: version)
        let beside = ((path as NSString).deletingPathExtension) + ".json"
        let pdf = try pdf(bytes)
        for file in [kept, beside].compactMap(\.self) where FileManager.default.fileExists(atPath: file) {
            let map = try FormMapFile.read(file)
            // One of another edition lies beside: its places are elsewhere.
            if map.version == version { return PrintedForm(map: map, blank: pdf) }
        }
        let map = try map(pdf, definition, version)
        try store?.keep(map, blank: pdf)
        return PrintedForm(map: map, blank: pdf)
    }

    private func map(_ pdf: [UInt8], _ form: FormDefinition, _ version: String) throws(DeskError) -> FormMap {
        BlankMapper.map(
            of: try pages(pdf),
            event: event.definition.slug,
            form: form,
            language: language,
            version: version
        )
    }

    private func blank(_ path: String) throws(DeskError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .fileUnreadable,
                "Nie można odczytać formularza „\(path)”. Sprawdź nazwę i uprawnienia.",
                "The form “\(path)” cannot be read. Check its name and permissions."
            )
        }
        guard data.count <= Self.byteCountMax else {
            throw DeskError(
                .fileUnreadable,
                "Formularz „\(path)” jest za duży (najwyżej 25 MB). Zmniejsz obrazy albo zapisz same strony formularza.",
                "The form “\(path)” is too large (25 MB at most). Make its pictures smaller, or save the form's pages alone."
            )
        }
        return [UInt8](data)
    }

    /// Told from the bytes: what does not begin as a PDF is an office file.
    private func pdf(_ bytes: [UInt8]) throws(DeskError) -> [UInt8] {
        if bytes.starts(with: Array("%PDF-".utf8)) { return bytes }
        return try PDFConversion.pdf(ofDocx: bytes)
    }

    private func pages(_ pdf: [UInt8]) throws(DeskError) -> [Page] {
        let worker: ReaderWorker
        do {
            worker = try ReaderWorker(configuration: ReaderConfiguration(executable: environment.readerPath))
        } catch {
            throw DeskError(
                .readerMissing,
                "Nie można uruchomić programu nabor-reader; powinien leżeć obok programu nabor.",
                "The program nabor-reader cannot be started; it should lie beside nabor."
            )
        }
        guard let handle = try? SourceHandle(bytes: pdf),
            case .reading(let reading) = worker.read(handle, job: ReaderJob(hint: .pdf, budget: .pages)),
            !reading.pages.isEmpty
        else {
            throw DeskError(
                .fileUnreadable,
                "Nie udało się odczytać stron formularza. Sprawdź, czy plik się otwiera i czy jest na nim tekst, a nie skan.",
                "The pages of the form could not be read. Check that the file opens and holds text and not a scan."
            )
        }
        return reading.pages
    }
}
