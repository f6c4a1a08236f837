import FormModel
import Isolation
import ReaderProtocol
import Registry

/// Makes the pictures of a registration's answers on paper again from its originals, where those that were kept are lost.
///
/// The sheets of one form may lie in several files: photographs of one mail, pages that came later. The registration says
/// where its first sheets lie, its journal where those lie that were added.
struct CropRedrawing {
    let workspace: Workspace
    let details: RegistrationDetails
    private let originals: OriginalDocuments
    private let scans: ScanReading
    private let worker: ReaderWorker

    private static let journalCountMax = 1_000
    /// Parts of a mail that are looked into.
    private static let partCountMax = 64

    /// Nil when no reader can be started, or the events cannot be loaded.
    init?(_ details: RegistrationDetails, workspace: Workspace) {
        guard let events = try? workspace.allEvents(),
            let worker = try? ReaderWorker(
                configuration: ReaderConfiguration(executable: workspace.environment.readerPath)
            )
        else { return nil }
        let maps = PrintedForms(events: events, workspace: workspace, environment: workspace.environment)
        self.workspace = workspace
        self.details = details
        self.worker = worker
        originals = OriginalDocuments(workspace)
        scans = ScanReading(maps: maps)
    }

    /// The pictures of all answers that were read on paper, the sheets aligned once more.
    func crops() -> [EvidenceCrop] {
        var crops: [FieldCrop] = []
        for (source, place) in sources() { crops += self.crops(of: source, place) }
        return EvidenceCrop.kept(crops, for: details.answers.byField.keys.sorted())
    }

    // MARK: Where the sheets lie

    private func sources() -> [(StoredSource, place: String)] {
        let row = details.summary.row
        var sources = details.source.map { [($0, place: row.sourcePlace)] } ?? []
        let added = try? workspace.registry.read { reader -> [(StoredSource, place: String)] in
            let entries = try reader.journal(code: row.code.text, limit: Self.journalCountMax)
            return try entries.filter { $0.action == .corrected }.compactMap { entry in
                guard let json = entry.details.flatMap({ try? JSONParser.parse(Array($0.utf8)) }),
                    let id = json["source"]?.integer, let place = json["place"]?.text
                else { return nil }
                return try reader.source(Int64(id)).map { ($0, place: place) }
            }
        }
        sources += added ?? []
        return sources
    }

    /// `part[1]+part[2]` and `part[1]/sheet[2]+part[1]/sheet[3]`: the sheets of each part, counted in their file; nothing
    /// named means all of them. Part 0 stands for a source that is no mail.
    static func sheets(_ place: String) -> [Int: Set<Int>] {
        var sheets: [Int: Set<Int>] = [:]
        for piece in place.split(separator: "+", omittingEmptySubsequences: false) {
            let part = SheetPieces.number("part", in: piece) ?? 0
            sheets[part, default: []].formUnion(SheetPieces.number("sheet", in: piece).map { [$0] } ?? [])
        }
        return sheets
    }

    // MARK: Drawing

    private func crops(of source: StoredSource, _ place: String) -> [FieldCrop] {
        let wanted = Self.sheets(place)
        let notes = SheetNotes.of(workspace, sha256: source.sha256)
        guard source.format == .mail else {
            guard let document = originals.document(of: source, place: place) else { return [] }
            return self.crops(of: document, wanted[0] ?? [], notes, 0).crops
        }
        var crops: [FieldCrop] = []
        var offset = 0
        // Sheets are counted through the pictures of a mail, those of other people's forms included.
        for part in 1...max(1, min(wanted.keys.max() ?? 1, Self.partCountMax)) {
            guard let document = originals.document(of: source, place: "part[\(part)]") else { continue }
            let read = self.crops(of: document, wanted[part], notes, offset)
            crops += read.crops
            offset += read.sheetCount
        }
        return crops
    }

    /// - Parameter wanted: sheets of this file, empty for all; nil only counts them.
    private func crops(
        of document: OriginalDocument,
        _ wanted: Set<Int>?,
        _ notes: SheetNotes,
        _ offset: Int
    ) -> (crops: [FieldCrop], sheetCount: Int) {
        guard let handle = try? SourceHandle(bytes: document.bytes),
            case .failure(let failure) = worker.read(handle, job: ReaderJob(hint: document.format)),
            let count = failure.sheetCount
        else { return ([], 0) }
        guard let wanted else { return ([], count) }
        let wish = ScanReading.Wish(
            notes: notes,
            offset: offset,
            crops: .only,
            event: details.summary.row.event
        )
        guard case .success(let scan)? = scans.scan(failure, handle, by: worker, wish) else { return ([], count) }
        let crops = scan.read.flatMap(\.crops).filter { wanted.isEmpty || wanted.contains($0.sheet - offset) }
        return (crops, count)
    }
}
