import Documents
import FormModel
import Foundation
import Isolation
import ReaderProtocol
public import Registry

/// A sheet whose place in its picture was not found, as a person is shown it to mark the four corners.
public struct UnreadSheet: Sendable {
    /// Number of the source, as `nabor review` lists it.
    public let source: Int64
    /// Counted through the pictures of the source.
    public let sheet: Int
    /// Name of the source's file.
    public let name: String
    /// Has a code, so that its form and page are known.
    public let hasCode: Bool
    /// The whole sheet, PNG.
    public let picture: [UInt8]
    public let width: Int
    public let height: Int
}

extension Workspace {
    /// Sheets of a waiting source, and their pictures, drawn by a reader process.
    public func unreadSheets(of source: StoredSource) -> [UnreadSheet] {
        let findings = source.findings.filter { $0.code == .sourceNotYetReadable && $0.parameters["sheet"] != nil }
        guard !findings.isEmpty,
            let worker = try? ReaderWorker(configuration: ReaderConfiguration(executable: environment.readerPath))
        else { return [] }
        let originals = OriginalDocuments(self)
        return findings.prefix(Self.unreadCountMax).flatMap { finding -> [UnreadSheet] in
            let place = finding.place ?? ""
            guard let document = originals.document(of: source, place: place),
                let handle = try? SourceHandle(bytes: document.bytes)
            else { return [] }
            let first = finding.parameters["sheet"].flatMap { Int($0) } ?? 1
            let local = place.range(of: "sheet[").flatMap { Int(place[$0.upperBound...].dropLast()) }
            // A file of which nothing could be read: all of its sheets.
            let count = local == nil ? finding.parameters["pages"].flatMap { Int($0) } ?? 1 : 1
            return (0..<min(count, Self.unreadCountMax)).compactMap { offset in
                let job = ReaderJob(
                    hint: document.format,
                    budget: .pages,
                    picture: PictureOrder(page: (local ?? 1) - 1 + offset)
                )
                _ = worker.read(handle, job: job)
                return worker.lastPicture.map { picture in
                    UnreadSheet(
                        source: source.id,
                        sheet: first + offset,
                        name: source.name,
                        hasCode: finding.parameters["reason"] == "notRegistered",
                        picture: ScreenPicture.grey(
                            width: picture.width,
                            height: picture.height,
                            pixels: picture.pixels
                        ),
                        width: picture.width,
                        height: picture.height
                    )
                }
            }
        }
    }

    /// Pictures of one source; a pile that nothing was read of is not marked sheet by sheet.
    private static var unreadCountMax: Int { 12 }
}
