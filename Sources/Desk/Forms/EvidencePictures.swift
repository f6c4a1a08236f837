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
    /// of all its doubtful places at once; else the place is drawn from the document itself.
    public func picture(of details: RegistrationDetails, field: String) throws(DeskError) -> [UInt8]? {
        if let kept = kept(details.code, field) { return kept }
        guard let evidence = shown(details, field), let page = evidence.page,
            let original = OriginalDocuments(workspace).document(of: details),
            Self.formats.contains(original.format), let handle = try? SourceHandle(bytes: original.bytes),
            let worker = try? ReaderWorker(
                configuration: ReaderConfiguration(executable: workspace.environment.readerPath)
            )
        else { return nil }
        if evidence.kind == .ocr || evidence.kind == .mark {
            drawAgain(details, handle, worker)
            if let kept = kept(details.code, field) { return kept }
        }
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

    private func drawAgain(_ details: RegistrationDetails, _ source: SourceHandle, _ worker: ReaderWorker) {
        guard case .failure(let failure) = worker.read(source), let events = try? workspace.allEvents() else { return }
        let row = details.summary.row
        let maps = PrintedForms(events: events, workspace: workspace, environment: workspace.environment)
        let notes = details.source.map { SheetNotes.of(workspace, sha256: $0.sha256) } ?? SheetNotes()
        let wish = ScanReading.Wish(notes: notes, crops: .only, event: row.event)
        guard case .success(let scan)? = ScanReading(maps: maps).scan(failure, source, by: worker, wish) else { return }
        let sheets = Self.sheets(row.sourcePlace)
        let crops = scan.read.flatMap(\.crops).filter { sheets.isEmpty || sheets.contains($0.sheet) }
        keep(EvidenceCrop.kept(crops, for: Array(details.answers.byField.keys)), of: row.code)
    }

    /// Numbers of the sheets that a place names; empty for the whole.
    private static func sheets(_ place: String) -> Set<Int> {
        Set(
            place.split(separator: "+").compactMap { piece in
                piece.range(of: "sheet[").flatMap { Int(piece[$0.upperBound...].dropLast()) }
            }
        )
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
