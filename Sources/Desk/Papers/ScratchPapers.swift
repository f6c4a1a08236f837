import Foundation

/// A private folder for documents on their way into a ZIP.
struct ScratchPapers {
    let path: String

    init() throws(DeskError) {
        path = NSTemporaryDirectory() + "/nabor-papers-" + UUID().uuidString
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw DeskError(
                .fileUnwritable,
                "Nie można założyć folderu tymczasowego „\(path)”.",
                "The temporary folder “\(path)” cannot be made."
            )
        }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
