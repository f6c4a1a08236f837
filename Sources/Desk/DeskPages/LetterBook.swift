import Documents
import FormModel
import Foundation
import Registry

extension Workspace {
    /// Writes all letters of a kind behind each other into one document a template, for the printer: page numbers start
    /// anew with each letter. The books lie beside the single letters and are listed like them.
    public func book(
        _ request: DocumentRequest,
        progress: PaperProgressListener? = nil
    ) throws(DeskError) -> [WrittenDocument] {
        let planned = try planned(request)
        let (event, folder) = (planned.event, planned.folder)
        var books: [(path: String, bytes: [UInt8], template: String, drafts: [DocumentDraft])] = []
        for batch in planned.batches {
            do {
                let language = batch.drafts[0].language.rawValue
                let path = "\(folder)/ksiega-\(request.kind.rawValue)-\(language).docx"
                books.append((path, try batch.renderer.book(batch.values).bytes, batch.template.digest, batch.drafts))
            } catch {
                throw TemplateRendering.failure(error)
            }
        }
        try OutputFile.makeFolder(self.folder + "/" + folder)
        let files = PaperFiles(books.map { self.folder + "/" + $0.path }, listener: progress)
        for (place, book) in books.enumerated() { files.write(book.bytes, place) }
        try files.check()
        let pdfDigests = request.makesPDF ? try files.convert() : [:]
        var rows: [DocumentRow] = []
        for (place, book) in books.enumerated() {
            let word = row(book.path, ContentDigest.sha256(book.bytes), book.template, book.drafts, event, request.kind)
            rows.append(word)
            guard let digest = pdfDigests[place] else { continue }
            var pdf = word
            (pdf.file, pdf.sha256) = (PaperFiles.pdfPath(book.path), digest)
            rows.append(pdf)
        }
        try note(rows, event, request)
        return rows.map { WrittenDocument(code: nil, kind: request.kind, file: $0.file) }
    }

    private func row(
        _ path: String,
        _ digest: String,
        _ template: String,
        _ drafts: [DocumentDraft],
        _ event: LoadedEvent,
        _ kind: DocumentKind
    ) -> DocumentRow {
        DocumentRow(
            event: event.definition.slug,
            activity: nil,
            registrationID: nil,
            kind: kind,
            language: drafts[0].language,
            file: path,
            sha256: digest,
            templateDigest: template,
            parameters: JSONValue.object([.init("book", .number(String(drafts.count)))]).jsonText
        )
    }
}
