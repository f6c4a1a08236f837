import Documents
import FieldKinds
import FormModel
import Foundation
import Registry
import Synchronization

extension Workspace {
    /// Writes documents of one kind into `out/<event>/<kind>/` and notes each with its template's digest.
    ///
    /// In order: the documents are written, LibreOffice makes their PDFs, the registry learns of all of them at once. A
    /// missing name, a missing template or a missing LibreOffice stops the command before the first file.
    public func documents(
        _ request: DocumentRequest,
        progress: PaperProgressListener? = nil
    ) throws(DeskError) -> [WrittenDocument] {
        let planned = try planned(request)
        let (event, folder, batches) = (planned.event, planned.folder, planned.batches)
        // Behind all refusals, which leave nothing behind.
        try OutputFile.makeFolder(self.folder + "/" + folder)
        let ordered = batches.flatMap(\.written)
        let paths = ordered.map { "\(folder)/\(OutputFile.safeName($0.name)).docx" }
        let files = PaperFiles(paths.map { self.folder + "/" + $0 }, listener: progress)
        let digests = try write(batches, files)
        let pdfDigests = request.makesPDF ? try files.convert() : [:]
        var written: [WrittenDocument] = []
        var rows: [DocumentRow] = []
        let templateDigests = batches.flatMap { batch in batch.places.map { _ in batch.template.digest } }
        for (place, draft) in ordered.enumerated() {
            let pdfDigest = pdfDigests[place]
            let file = WrittenFile(
                path: pdfDigest == nil ? paths[place] : PaperFiles.pdfPath(paths[place]),
                sha256: pdfDigest ?? digests[place]
            )
            written.append(
                WrittenDocument(
                    code: draft.code,
                    kind: request.kind,
                    file: file.path,
                    lacksPDF: request.makesPDF && pdfDigest == nil
                )
            )
            rows.append(row(draft, file, event, request.kind, templateDigests[place]))
        }
        try note(rows, event, request)
        return written
    }

    /// What a request comes to, with every refusal behind it: a missing converter, a mistyped name, nobody to write to, a
    /// missing template, a missing value.
    func planned(_ request: DocumentRequest) throws(DeskError) -> PlannedPapers {
        if request.makesPDF { try PDFConversion.requireConverter() }
        let event = try event(request.event)
        try requireNames(of: request, event)
        let drafting = DocumentDrafting(workspace: self, event: event, request: request)
        let drafts = try DeskError.attempt { try registry.read { try drafting.drafts($0) } }
        guard !drafts.isEmpty else { throw Self.nobody(request) }
        let plan = event.definition.documents.first { $0.kind == request.kind }
        var batches: [PaperBatch] = []
        for (name, group) in grouped(drafts, request.kind, plan) {
            batches.append(PaperBatch(template: try template(named: name, request.kind), drafts: group))
        }
        for index in batches.indices { try batches[index].plan() }
        let folder = "out/\(event.definition.slug)/\(request.kind.rawValue)"
        return PlannedPapers(event: event, folder: folder, batches: batches)
    }

    /// A mistyped code or session is said as such, rather than as a document for nobody.
    private func requireNames(of request: DocumentRequest, _ event: LoadedEvent) throws(DeskError) {
        if let code = request.code { _ = try row(code) }
        guard let wanted = request.session else { return }
        let known = try activities(of: event, named: request.activity).flatMap(\.sessions).map(\.id)
        guard !known.contains(wanted) else { return }
        let listed = known.prefix(Self.listedSessionCountMax).joined(separator: ", ")
        let list = listed + (known.count > Self.listedSessionCountMax ? ", …" : "")
        throw DeskError(
            .unknownSession,
            "Nie ma spotkania „\(wanted)”. " + (known.isEmpty ? "Wydarzenie nie ma spotkań." : "Są: \(list)."),
            "There is no session “\(wanted)”. "
                + (known.isEmpty ? "The event has no sessions." : "There are: \(list).")
        )
    }

    private static let listedSessionCountMax = 10

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

    /// Renders and writes all documents; gives their digests in their order.
    private func write(_ batches: [PaperBatch], _ files: PaperFiles) throws(DeskError) -> [String] {
        var digests: [String] = []
        for batch in batches {
            let first = digests.count
            let order = Dictionary(uniqueKeysWithValues: batch.places.enumerated().map { ($1, $0) })
            let slots = Mutex([String](repeating: "", count: batch.places.count))
            do {
                try batch.renderer.forEach(batch.values) { position, document in
                    guard let place = order[position] else { return }
                    files.write(document.bytes, first + place)
                    let digest = ContentDigest.sha256(document.bytes)
                    slots.withLock { $0[place] = digest }
                }
            } catch {
                throw TemplateRendering.failure(error)
            }
            digests += slots.withLock { $0 }
        }
        try files.check()
        return digests
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

    func note(_ rows: [DocumentRow], _ event: LoadedEvent, _ request: DocumentRequest) throws(DeskError) {
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
