import FormModel
import Isolation
import ReaderProtocol
public import Registry

/// A waiting sheet with its picture.
public struct UnreadSheet: Sendable {
    public let sheet: WaitingSheet
    public let picture: SheetPicture
}

extension Workspace {
    /// Sheets of a waiting source, and their pictures, drawn by a reader process.
    public func unreadSheets(of source: StoredSource) -> [UnreadSheet] {
        unreadSheets(of: source, WaitingSheet.all(of: source))
    }

    /// One waiting sheet of a source with its picture; nil when there is none, or it cannot be drawn.
    public func unreadSheet(_ number: Int, of source: StoredSource) -> UnreadSheet? {
        unreadSheets(of: source, WaitingSheet.all(of: source).filter { $0.sheet == number }).first
    }

    private func unreadSheets(of source: StoredSource, _ sheets: [WaitingSheet]) -> [UnreadSheet] {
        guard !sheets.isEmpty,
            let worker = try? ReaderWorker(configuration: ReaderConfiguration(executable: environment.readerPath))
        else { return [] }
        let originals = OriginalDocuments(self)
        return sheets.compactMap { sheet in
            guard let document = originals.document(of: source, place: sheet.place),
                let handle = try? SourceHandle(bytes: document.bytes)
            else { return nil }
            let order = PictureOrder(page: sheet.page)
            _ = worker.read(handle, job: ReaderJob(hint: document.format, budget: .pages, picture: order))
            return worker.lastPicture.map { UnreadSheet(sheet: sheet, picture: SheetPicture($0)) }
        }
    }
}
