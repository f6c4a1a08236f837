public import FormModel
import Foundation
import Registry

extension Workspace {
    /// Writes the review page into a folder: `index.html`, crops and originals beside it; gives the path of the page and
    /// the number of registrations on it.
    ///
    /// In order: the queue is read; originals that browsers show safely (PDF and pictures) are copied, and the crops of
    /// doubtful answers (`EvidencePictures`); sheets that wait for their corners are drawn; the page is written last.
    public func writeReviewPage(
        event: String?,
        limit: Int,
        to folder: String,
        language: InterfaceLanguage
    ) throws(DeskError) -> (path: String, count: Int, sheetCount: Int) {
        let queue = try review(event: event, limit: limit)
        try OutputFile.makeFolder(folder)
        let originals = OriginalDocuments(self)
        var entries: [ReviewPage.Entry] = []
        for summary in queue.registrations {
            let details = try show(summary.row.code)
            entries.append(try entry(details, originals, folder, language))
        }
        let sheets = try sheets(of: queue.sources, folder)
        let page = ReviewPage(
            language: language,
            entries: entries,
            sheets: sheets,
            total: queue.registrationTotal,
            title: try event.map { slug throws(DeskError) in try self.event(slug).definition.title.text(in: language) }
                ?? ""
        )
        let path = folder + "/index.html"
        try OutputFile.write(Array(page.html.utf8), to: path)
        return (path, entries.count, sheets.count)
    }

    private func sheets(of sources: [StoredSource], _ folder: String) throws(DeskError) -> [ReviewPage.Sheet] {
        var sheets: [ReviewPage.Sheet] = []
        for source in sources {
            for unread in unreadSheets(of: source) {
                let path = "sheets/\(unread.sheet.source)-\(unread.sheet.sheet).png"
                try OutputFile.write(unread.picture.png, to: folder + "/" + path)
                let forms = unread.sheet.hasCode ? [] : try printedForms(for: source)
                sheets.append(ReviewPage.Sheet(unread: unread, path: path, forms: forms))
            }
        }
        return sheets
    }

    private func entry(
        _ details: RegistrationDetails,
        _ originals: OriginalDocuments,
        _ folder: String,
        _ language: InterfaceLanguage
    ) throws(DeskError) -> ReviewPage.Entry {
        let doubts = details.doubts(in: language)
        let code = details.summary.row.code.text
        var crops: [String: String] = [:]
        for doubt in doubts {
            guard let bytes = try EvidencePictures(workspace: self).picture(of: details, field: doubt.field) else {
                continue
            }
            let path = "crops/\(code)-\(OutputFile.safeName(doubt.field)).png"
            try OutputFile.write(bytes, to: folder + "/" + path)
            crops[doubt.field] = path
        }
        return ReviewPage.Entry(
            details: details,
            doubts: doubts,
            original: try copy(originals.document(of: details), code, folder),
            crops: crops
        )
    }

    /// Only formats that a browser shows without running anything that came from outside.
    private static let shownEndings: [SourceFormat: String] = [.pdf: "pdf", .png: "png", .jpeg: "jpg"]

    private func copy(_ original: OriginalDocument?, _ code: String, _ folder: String) throws(DeskError) -> String? {
        guard let original, let ending = Self.shownEndings[original.format] else { return nil }
        let path = "originals/\(code).\(ending)"
        try OutputFile.write(original.bytes, to: folder + "/" + path)
        return path
    }
}
