import Desk
import FormModel
import Registry
import Synchronization

/// Blank forms to print or to fill in with Word, for whoever does not want the web.
///
/// Made when first asked for and kept until the event's file changes; the printable one is kept with its map by the desk,
/// so that paper that comes back can be read.
final class BlankPages: Sendable {
    private struct Key: Hashable {
        var event: String
        var version: String
        var form: String
        var language: InterfaceLanguage
        var format: FormPrinting.Format
    }

    /// Forms kept at once: some events in five languages and two formats.
    private static let keptCountMax = 200
    private let kept = Mutex<[Key: [UInt8]]>([:])

    func routes(_ site: Site) -> [WebRoute] {
        [.get("/e/{event}/{form}/blank/{file}") { [self] in try await blank($0, site) }]
    }

    /// The files offered beside a form that can be handed in as mail or on paper.
    static func links(_ form: WebForm, _ language: InterfaceLanguage) -> [PageValues] {
        guard !Set(form.form.channels).isDisjoint(with: [.mail, .paper]) else { return [] }
        return [("pdf", PublicText.blankPDF), ("docx", PublicText.blankWord)].map { ending, text in
            let folder = "/e/\(form.event.definition.slug)/\(form.form.id)/blank/"
            return PageValues(["address": folder + "\(language.rawValue).\(ending)", "name": text.text(language)])
        }
    }

    private func blank(_ request: WebRequest, _ site: Site) async throws -> WebReply {
        let snapshot = try site.intake.catalogue.current()
        let parts = (request.parameters["file"] ?? "").split(separator: ".").map(String.init)
        guard
            let form = snapshot.form(event: request.parameters["event"] ?? "", form: request.parameters["form"] ?? ""),
            parts.count == 2, let language = InterfaceLanguage(rawValue: parts[0]), form.languages.contains(language),
            !Self.links(form, language).isEmpty
        else { throw WebFault(.notFound) }
        let format: FormPrinting.Format
        switch parts[1] {
        case "pdf": format = .pdf
        case "docx": format = .docx
        default: throw WebFault(.notFound)
        }
        let bytes = try await bytes(form, language, format, site)
        let type =
            format == .pdf
            ? "application/pdf" : "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        return .download(
            bytes,
            type: type,
            name: "\(form.event.definition.slug)-\(form.form.id)-\(parts[0]).\(parts[1])"
        )
    }

    private func bytes(
        _ form: WebForm,
        _ language: InterfaceLanguage,
        _ format: FormPrinting.Format,
        _ site: Site
    ) async throws -> [UInt8] {
        let key = Key(
            event: form.event.definition.slug,
            version: ContentDigest.sha256(Array(form.event.yaml.utf8)),
            form: form.form.id,
            language: language,
            format: format
        )
        if let known = kept.withLock({ $0[key] }) { return known }
        let desk = site.intake.workspace
        let made = try await BlockingWork.run {
            try desk.blankForm(form.event, form: form.form.id, language: language, format: format).bytes
        }
        kept.withLock { kept in
            if kept.count >= Self.keptCountMax { kept.removeAll() }
            kept[key] = made
        }
        return made
    }
}
