import Documents
import FormModel
import Foundation
import Isolation
import ReaderProtocol
public import Registry

/// Whole pages as pictures: of documents that were written here, and of papers that came in.
///
/// A Word document is turned into a PDF first; the PDF is opened by a reader process under its limits, and what comes
/// back are shades of grey, from which the picture is made here. Pictures are kept beside the registry by the digest of
/// what they show.
public struct PagePictures: Sendable {
    private let workspace: Workspace

    /// Pages that are shown; a book for the printer has more.
    public static let pageCountMax = 20

    public init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// The pages of a written document that can be shown; empty when it cannot be drawn.
    public func pageCount(of document: ListedDocument) throws(DeskError) -> Int {
        guard let pdf = try pdf(of: document) else { return 0 }
        return try pageCount(pdf, digest: document.sha256, format: .pdf)
    }

    /// One page of a written document as PNG, counted from 1; nil when there is none.
    public func picture(of document: ListedDocument, page: Int) throws(DeskError) -> [UInt8]? {
        if let kept = kept(document.sha256, page) { return kept }
        guard let pdf = try pdf(of: document) else { return nil }
        return try draw(pdf, digest: document.sha256, format: .pdf, page: page)
    }

    /// The pages of a paper that came in as PDF or picture.
    public func pageCount(of source: StoredSource) throws(DeskError) -> Int {
        guard let format = Self.format(of: source), let bytes = original(source) else { return 0 }
        return try pageCount(bytes, digest: source.sha256, format: format)
    }

    public func picture(of source: StoredSource, page: Int) throws(DeskError) -> [UInt8]? {
        if let kept = kept(source.sha256, page) { return kept }
        guard let format = Self.format(of: source), let bytes = original(source) else { return nil }
        return try draw(bytes, digest: source.sha256, format: format, page: page)
    }

    // MARK: Bytes

    private static func format(of source: StoredSource) -> SourceFormat? {
        source.format.flatMap { [.pdf, .png, .jpeg, .tiff].contains($0) ? $0 : nil }
    }

    private func original(_ source: StoredSource) -> [UInt8]? {
        FileManager.default.contents(atPath: workspace.registry.originals.path(of: source.sha256)).map { [UInt8]($0) }
    }

    private func pdf(of document: ListedDocument) throws(DeskError) -> [UInt8]? {
        guard let bytes = try workspace.bytes(of: document) else { return nil }
        if document.file.hasSuffix(".pdf") { return bytes }
        let path = folder(document.sha256) + "/document.pdf"
        if let kept = FileManager.default.contents(atPath: path) { return [UInt8](kept) }
        let pdf = try PDFConversion.pdf(ofDocx: bytes)
        try OutputFile.makeFolder(folder(document.sha256))
        try OutputFile.write(pdf, to: path)
        return pdf
    }

    // MARK: Drawing

    private func folder(_ digest: String) -> String { "\(workspace.folder)/evidence/pages/\(digest)" }

    private func path(_ digest: String, _ page: Int) -> String { "\(folder(digest))/\(page).png" }

    private func kept(_ digest: String, _ page: Int) -> [UInt8]? {
        FileManager.default.contents(atPath: path(digest, page)).map { [UInt8]($0) }
    }

    /// Pages are drawn in turn until there is none, and kept: whoever asks how many there are wants to see them.
    private func pageCount(_ bytes: [UInt8], digest: String, format: SourceFormat) throws(DeskError) -> Int {
        let end = folder(digest) + "/count"
        if let text = FileManager.default.contents(atPath: end), let count = Int(String(decoding: text, as: UTF8.self))
        {
            return count
        }
        var count = 0
        while count < Self.pageCountMax, try draw(bytes, digest: digest, format: format, page: count + 1) != nil {
            count += 1
        }
        if count > 0 { try OutputFile.write(Array(String(count).utf8), to: end) }
        return count
    }

    private func draw(
        _ bytes: [UInt8],
        digest: String,
        format: SourceFormat,
        page: Int
    ) throws(DeskError) -> [UInt8]? {
        guard (1...Self.pageCountMax).contains(page), let handle = try? SourceHandle(bytes: bytes),
            let worker = try? ReaderWorker(
                configuration: ReaderConfiguration(executable: workspace.environment.readerPath)
            )
        else { return nil }
        _ = worker.read(handle, job: ReaderJob(hint: format, budget: .pages, picture: PictureOrder(page: page - 1)))
        guard let drawn = worker.lastPicture else { return nil }
        let picture = ScreenPicture.grey(width: drawn.width, height: drawn.height, pixels: drawn.pixels)
        try OutputFile.makeFolder(folder(digest))
        try OutputFile.write(picture, to: path(digest, page))
        return picture
    }
}
