import Documents
public import FormModel
import Foundation
import Registry

extension Workspace {
    /// Writes the review page into a folder: `index.html`, crops and originals beside it; gives the path of the page and
    /// the numbers of registrations and of waiting sheets on it.
    ///
    /// In order: the queue is read; a person's sheets of paper are drawn, else the original is copied where browsers show
    /// it safely (PDF and pictures), and the crops of doubtful answers (`EvidencePictures`); sheets that wait for their
    /// corners, or to be given to somebody, are drawn; the page is written last. A file with several people's forms is
    /// never copied, nor one that holds scripts.
    public func writeReviewPage(
        event: String?,
        limit: Int,
        to folder: String,
        language: InterfaceLanguage
    ) throws(DeskError) -> (path: String, count: Int, sheetCount: Int) {
        let queue = try review(event: event, limit: limit)
        try OutputFile.makeFolder(folder)
        let originals = OriginalDocuments(self)
        let paper = RegistrationSheets(self)
        var entries: [ReviewPage.Entry] = []
        for summary in queue.registrations {
            let details = try show(summary.row.code)
            entries.append(try entry(details, originals, paper, folder, language))
        }
        let sheets = try sheets(of: queue.sources, folder)
        var waiting: [ReviewPage.Waiting] = []
        for source in queue.sources { waiting += try self.waiting(source, paper, folder, language) }
        let page = ReviewPage(
            language: language,
            entries: entries,
            sheets: sheets,
            waiting: waiting,
            total: queue.registrationTotal,
            title: try event.map { slug throws(DeskError) in try self.event(slug).definition.title.text(in: language) }
                ?? ""
        )
        let path = folder + "/index.html"
        try OutputFile.write(Array(page.html.utf8), to: path)
        return (path, entries.count, sheets.count + waiting.reduce(0) { $0 + $1.sheets.count })
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
        _ paper: RegistrationSheets,
        _ folder: String,
        _ language: InterfaceLanguage
    ) throws(DeskError) -> ReviewPage.Entry {
        let doubts = details.doubts(in: language)
        let code = details.summary.row.code.text
        var crops: [String: ReviewPage.Crop] = [:]
        for doubt in doubts {
            guard let bytes = try EvidencePictures(workspace: self).picture(of: details, field: doubt.field) else {
                continue
            }
            let path = "crops/\(code)-\(OutputFile.safeName(doubt.field)).png"
            try OutputFile.write(bytes, to: folder + "/" + path)
            crops[doubt.field] = ReviewPage.Crop(path: path, part: InkPart(png: bytes))
        }
        let holdsProgram = Self.holdsProgram(details)
        let sheets = try pictures(of: details, paper, folder)
        return ReviewPage.Entry(
            details: details,
            doubts: doubts,
            original: sheets.isEmpty && !holdsProgram
                ? try copy(originals.document(of: details), code, folder) : nil,
            isOriginalWithheld: holdsProgram,
            sheets: sheets,
            crops: crops
        )
    }

    private func pictures(
        of details: RegistrationDetails,
        _ paper: RegistrationSheets,
        _ folder: String
    ) throws(DeskError) -> [(sheet: RegistrationSheet, path: String)] {
        var shown: [(sheet: RegistrationSheet, path: String)] = []
        for sheet in paper.sheets(of: details) {
            guard let picture = paper.picture(of: sheet) else { continue }
            let path = "sheets/\(details.summary.row.code.text)-\(shown.count + 1).png"
            try OutputFile.write(picture, to: folder + "/" + path)
            shown.append((sheet, path))
        }
        return shown
    }

    /// Only formats that a browser shows by itself.
    private static let shownEndings: [SourceFormat: String] = [.pdf: "pdf", .png: "png", .jpeg: "jpg"]

    /// A file that holds scripts, starts programs or has other files in it stays where it is kept: a browser would open it.
    private static func holdsProgram(_ details: RegistrationDetails) -> Bool {
        (details.summary.row.findings + (details.source?.findings ?? [])).contains { $0.code == .sourceMacros }
    }

    private func copy(_ original: OriginalDocument?, _ code: String, _ folder: String) throws(DeskError) -> String? {
        guard let original, let ending = Self.shownEndings[original.format] else { return nil }
        let path = "originals/\(code).\(ending)"
        try OutputFile.write(original.bytes, to: folder + "/" + path)
        return path
    }
}
