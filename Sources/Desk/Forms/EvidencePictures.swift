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
        shown(details, field) != nil || FileManager.default.fileExists(atPath: path(details.code, field))
    }

    /// The place as PNG; nil where the original has no pages, or cannot be drawn.
    ///
    /// In order: the picture that was kept; for an answer on paper the sheets aligned once more, which gives the pictures
    /// of all its places at once; for any other the place is drawn from the document itself.
    public func picture(of details: RegistrationDetails, field: String) throws(DeskError) -> [UInt8]? {
        if let kept = kept(details.code, field) { return kept }
        guard let evidence = shown(details, field), let page = evidence.page else { return nil }
        if evidence.kind == .ocr || evidence.kind == .mark {
            // The place is one on the form: without its sheet laid over it, it would show something else.
            if let crops = CropRedrawing(details, workspace: workspace)?.crops() {
                keep(crops, of: details.summary.row.code)
            }
            return kept(details.code, field)
        }
        guard let original = OriginalDocuments(workspace).document(of: details),
            Self.formats.contains(original.format), let handle = try? SourceHandle(bytes: original.bytes),
            let worker = try? ReaderWorker(
                configuration: ReaderConfiguration(executable: workspace.environment.readerPath)
            )
        else { return nil }
        let order = PictureOrder(page: page - 1, box: evidence.box)
        _ = worker.read(handle, job: ReaderJob(hint: original.format, budget: .pages, picture: order))
        guard let drawn = worker.lastPicture else { return nil }
        let bytes = ScreenPicture.grey(width: drawn.width, height: drawn.height, pixels: drawn.pixels)
        try OutputFile.write(bytes, to: path(details.code, field))
        return bytes
    }

    /// Keeps pictures beside the registry. They can be made again from the original, so that a full disk is no loss.
    func keep(_ crops: [EvidenceCrop], of code: RegistrationCode) {
        for crop in crops { try? OutputFile.write(crop.png, to: path(code.text, crop.field)) }
    }

    private func kept(_ code: String, _ field: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path(code, field)).map { [UInt8]($0) }
    }

    private static let formats: Set<SourceFormat> = [.pdf, .png, .jpeg, .tiff, .heic]
    /// Only sources of these formats have pages.
    private static let sources: Set<SourceFormat> = formats.union([.mail])

    private func shown(_ details: RegistrationDetails, _ field: String) -> Evidence? {
        guard let format = details.source?.format, Self.sources.contains(format) else { return nil }
        return details.answers[field]?.evidence.last { ($0.page ?? 0) >= 1 }
    }

    private func path(_ code: String, _ field: String) -> String {
        "\(workspace.folder)/evidence/\(code)/\(OutputFile.safeName(field)).png"
    }
}

extension RegistrationDetails {
    fileprivate var code: String { summary.row.code.text }
}

extension Workspace {
    /// A QR code that opens the check-in of a registration; nil where nothing is served under a public address.
    public func checkInCode(_ code: String) -> [UInt8]? {
        settings.publicURL.isEmpty ? nil : ScreenPicture.code(of: settings.publicURL + "/desk/in/" + code)
    }
}
