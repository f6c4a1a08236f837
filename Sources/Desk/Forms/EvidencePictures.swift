import Documents
import FormModel
import Foundation
import Isolation
import ReaderProtocol
import Registry

/// Pictures of the places in originals where answers were read, for looking at them beside the field.
///
/// The original is opened by a reader process as ever; what comes back are shades of grey, from which the picture is made
/// here. A picture that was made once is kept beside the registry.
public struct EvidencePictures: Sendable {
    private let workspace: Workspace

    public init(workspace: Workspace) {
        self.workspace = workspace
    }

    /// Whether there is a place to be shown, without drawing it.
    public func hasPicture(of details: RegistrationDetails, field: String) -> Bool {
        order(details, field) != nil || FileManager.default.fileExists(atPath: path(details, field))
    }

    /// The place as PNG; nil where the original has no pages, or cannot be drawn.
    public func picture(of details: RegistrationDetails, field: String) throws(DeskError) -> [UInt8]? {
        if let kept = FileManager.default.contents(atPath: path(details, field)) { return [UInt8](kept) }
        guard let order = order(details, field), let source = details.source, let format = source.format,
            let handle = try? SourceHandle(path: workspace.registry.originals.path(of: source.sha256)),
            let worker = try? ReaderWorker(
                configuration: ReaderConfiguration(executable: workspace.environment.readerPath)
            )
        else { return nil }
        _ = worker.read(handle, job: ReaderJob(hint: format, budget: .pages, picture: order))
        guard let drawn = worker.lastPicture else { return nil }
        let bytes = ScreenPicture.grey(width: drawn.width, height: drawn.height, pixels: drawn.pixels)
        try OutputFile.makeFolder((path(details, field) as NSString).deletingLastPathComponent)
        try OutputFile.write(bytes, to: path(details, field))
        return bytes
    }

    private static let formats: Set<SourceFormat> = [.pdf, .png, .jpeg, .tiff]

    private func order(_ details: RegistrationDetails, _ field: String) -> PictureOrder? {
        guard let format = details.source?.format, Self.formats.contains(format),
            let evidence = details.answers[field]?.evidence.last(where: { $0.page != nil }),
            let page = evidence.page, page >= 1
        else { return nil }
        return PictureOrder(page: page - 1, box: evidence.box)
    }

    private func path(_ details: RegistrationDetails, _ field: String) -> String {
        let name = OutputFile.safeName(field) + ".png"
        return "\(workspace.folder)/evidence/\(details.summary.row.code.text)/\(name)"
    }
}

extension Workspace {
    /// A QR code that opens the check-in of a registration; nil where nothing is served under a public address.
    public func checkInCode(_ code: String) -> [UInt8]? {
        settings.publicURL.isEmpty ? nil : ScreenPicture.code(of: settings.publicURL + "/desk/in/" + code)
    }
}
