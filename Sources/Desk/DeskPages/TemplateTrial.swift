import Documents
public import FormModel
import Foundation
import Registry

/// A template of the organiser's own that was uploaded: looked at, tried with a real registration, then kept.
extension Workspace {
    /// Folder of the organiser's own templates; they rule over the shipped ones of the same name.
    private var ownTemplates: String { folder + "/templates" }

    /// Names of the organiser's own templates.
    public var templateNames: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: ownTemplates)) ?? []
        return names.filter { $0.hasSuffix(".docx") }.sorted()
    }

    /// Faults with their place, and what the template asks for.
    public func checkTemplate(
        _ path: String,
        event slug: String,
        kind: DocumentKind
    ) throws(DeskError) -> FileCheck.Report {
        try FileCheck.check(path, event: try event(slug), kind: kind)
    }

    /// The document that somebody would get by this template; nothing is kept or noted.
    public func tryTemplate(
        _ path: String,
        event slug: String,
        kind: DocumentKind,
        code: String?
    ) throws(DeskError) -> [UInt8] {
        let event = try event(slug)
        if let code { _ = try row(code) }
        let request = DocumentRequest(event: slug, kind: kind, code: code)
        let drafting = DocumentDrafting(workspace: self, event: event, request: request)
        let drafts = try DeskError.attempt { try registry.read { try drafting.drafts($0) } }
        guard let draft = drafts.first else {
            throw DeskError(
                .nothingToDo,
                "Nie ma nikogo, na kim można wypróbować ten szablon. Podaj kod zgłoszenia w odpowiednim stanie.",
                "There is nobody to try this template with. Give the code of a registration in the right state."
            )
        }
        let template = try TemplateRendering.template(path, keepsOneLetterWords: true)
        do {
            return try template.render(draft.values).bytes
        } catch {
            throw TemplateRendering.failure(error)
        }
    }

    /// Keeps a template under the name by which documents of a kind find it. One that was there before stays beside it
    /// with its time in the name, so that nothing is lost.
    public func keepTemplate(
        _ path: String,
        kind: DocumentKind,
        language: InterfaceLanguage
    ) throws(DeskError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(
                .fileUnreadable,
                "Szablonu już nie ma; wyślij go ponownie.",
                "The template is gone; send it again."
            )
        }
        let name = "\(kind.rawValue).\(language.rawValue).docx"
        try OutputFile.makeFolder(ownTemplates)
        let target = ownTemplates + "/" + name
        if FileManager.default.fileExists(atPath: target) {
            let older = "\(ownTemplates)/\(kind.rawValue).\(language.rawValue).\(now.millisecondsSinceEpoch).docx.old"
            try? FileManager.default.moveItem(atPath: target, toPath: older)
        }
        try OutputFile.write([UInt8](data), to: target)
        return name
    }
}
