import Documents
import FieldKinds
import FormModel
import Foundation
import Registry

extension Workspace {
    /// Writes documents of one kind into `out/<event>/<kind>/` and notes each with its template's digest.
    ///
    /// In order: everything is rendered in memory, the files are written, the registry learns of all of them at once.
    public func documents(_ request: DocumentRequest) throws(DeskError) -> [WrittenDocument] {
        let event = try event(request.event)
        let drafting = DocumentDrafting(workspace: self, event: event, request: request)
        let drafts = try DeskError.attempt { try registry.read { try drafting.drafts($0) } }
        guard !drafts.isEmpty else { throw Self.nobody(request) }
        let plan = event.definition.documents.first { $0.kind == request.kind }
        let folder = "out/\(event.definition.slug)/\(request.kind.rawValue)"
        try OutputFile.makeFolder(self.folder + "/" + folder)
        var written: [WrittenDocument] = []
        var rows: [DocumentRow] = []
        for (templateName, group) in grouped(drafts, request.kind, plan) {
            let template = try template(named: templateName, request.kind)
            let files = try render(group, template, into: folder, makesPDF: request.makesPDF)
            for (draft, file) in zip(group, files) {
                written.append(WrittenDocument(code: draft.code, kind: request.kind, file: file.path))
                rows.append(row(draft, file, event, request.kind, template.digest))
            }
        }
        try note(rows, event, request)
        return written
    }

    private static func nobody(_ request: DocumentRequest) -> DeskError {
        DeskError(
            .nothingToDo,
            "Nie ma nikogo, dla kogo powstałby dokument „\(request.kind.rawValue)”. Sprawdź stan: nabor list \(request.event).",
            "There is nobody a “\(request.kind.rawValue)” would be for. Look at the states: nabor list \(request.event)."
        )
    }

    // MARK: Templates

    private func grouped(
        _ drafts: [DocumentDraft],
        _ kind: DocumentKind,
        _ plan: DocumentPlan?
    ) -> [(template: String?, drafts: [DocumentDraft])] {
        let named = drafts.map { draft in
            (plan?.template ?? templateName(kind, draft.language, draft.signatureColumns), draft)
        }
        let groups = Dictionary(grouping: named) { $0.0 ?? "" }
        return groups.sorted { $0.key < $1.key }.map { ($0.key.isEmpty ? nil : $0.key, $0.value.map(\.1)) }
    }

    private func templateName(_ kind: DocumentKind, _ language: InterfaceLanguage, _ columns: Int) -> String? {
        ShippedTemplate.name(kind, in: language, signatureColumns: columns) { name in
            templateFolders.contains { FileManager.default.fileExists(atPath: $0 + "/" + name) }
        }
    }

    /// The language of the template that serves when a kind is asked for in `language`: values are made in the same
    /// one. `receipt.pl.docx` is Polish.
    func writtenLanguage(_ kind: DocumentKind, _ language: InterfaceLanguage) -> InterfaceLanguage {
        let parts = templateName(kind, language, 1)?.split(separator: ".") ?? []
        return parts.dropLast().last.flatMap { InterfaceLanguage(rawValue: String($0)) } ?? language
    }

    /// The organiser's own templates rule over the shipped ones.
    private var templateFolders: [String] { [folder + "/templates", environment.sharePath + "/templates"] }

    private func template(named name: String?, _ kind: DocumentKind) throws(DeskError) -> Template {
        for folder in templateFolders {
            guard let name, FileManager.default.fileExists(atPath: folder + "/" + name) else { continue }
            return try TemplateRendering.template(folder + "/" + name, keepsOneLetterWords: true)
        }
        throw DeskError(
            .templateMissing,
            "Nie ma szablonu dla „\(kind.rawValue)” (\(name ?? "–")) w templates/ ani obok programu.",
            "There is no template for “\(kind.rawValue)” (\(name ?? "–")) in templates/ or beside the program."
        )
    }

    // MARK: Files

    private struct WrittenFile {
        var path: String
        var sha256: String
    }

    private func render(
        _ drafts: [DocumentDraft],
        _ template: Template,
        into folder: String,
        makesPDF: Bool
    ) throws(DeskError) -> [WrittenFile] {
        let slots = RenderSlots(count: drafts.count)
        do {
            try BatchRenderer(template: template, workerCount: 2).forEach(drafts.map(\.values)) { index, document in
                slots.set(index, document.bytes)
            }
        } catch {
            throw TemplateRendering.failure(error)
        }
        var files: [WrittenFile] = []
        for (draft, bytes) in zip(drafts, slots.values) {
            let base = "\(folder)/\(OutputFile.safeName(draft.name))"
            try OutputFile.write(bytes, to: self.folder + "/" + base + ".docx")
            if makesPDF {
                let pdf = try PDFConversion.pdf(ofDocx: bytes)
                try OutputFile.write(pdf, to: self.folder + "/" + base + ".pdf")
            }
            files.append(
                WrittenFile(path: base + (makesPDF ? ".pdf" : ".docx"), sha256: ContentDigest.sha256(bytes))
            )
        }
        return files
    }

    private func row(
        _ draft: DocumentDraft,
        _ file: WrittenFile,
        _ event: LoadedEvent,
        _ kind: DocumentKind,
        _ digest: String
    ) -> DocumentRow {
        DocumentRow(
            event: event.definition.slug,
            activity: draft.activity,
            registrationID: draft.registrationID,
            kind: kind,
            language: draft.language,
            file: file.path,
            sha256: file.sha256,
            templateDigest: digest,
            parameters: JSONValue.object(draft.parameters).jsonText
        )
    }

    private func note(_ rows: [DocumentRow], _ event: LoadedEvent, _ request: DocumentRequest) throws(DeskError) {
        let now = now
        let actor = environment.operatorName
        try DeskError.attempt {
            try registry.write { writer in
                for row in rows { try writer.recordDocument(row, actor: actor, at: now) }
                try writer.note(
                    .documentWritten,
                    actor: actor,
                    at: now,
                    event: event.definition.slug,
                    details: [
                        .init("kind", .string(request.kind.rawValue)), .init("count", .number(String(rows.count))),
                        .init("purpose", .string(request.purpose)), .init("recipient", .string(request.recipient)),
                    ]
                )
            }
        }
    }

    /// The event's logos, measured; one that is missing or no PNG is left out (`nabor check` reports it).
    func logos(of event: LoadedEvent) -> [LetterLogo] {
        event.definition.marking.logos.compactMap { logo in
            FileManager.default.contents(atPath: event.definition.folder + "/" + logo.file).flatMap {
                LetterLogo(bytes: [UInt8]($0), alternativeText: logo.alternativeText)
            }
        }
    }
}

/// Documents rendered side by side. Sound: each slot is written once, under the lock.
private final class RenderSlots: @unchecked Sendable {
    private let lock = NSLock()
    private var slots: [[UInt8]]

    init(count: Int) { slots = Array(repeating: [], count: count) }

    func set(_ index: Int, _ bytes: [UInt8]) { lock.withLock { slots[index] = bytes } }

    var values: [[UInt8]] { lock.withLock { slots } }
}
