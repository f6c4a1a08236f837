import Documents
import FormModel
import Foundation
import Isolation
import ReaderProtocol
import Registry

/// One sheet of paper of a registration: a page of a scan, or a photograph.
struct RegistrationSheet: Hashable, Sendable {
    /// Number of the source, as `nabor review` lists it.
    var source: Int64
    /// Name of the source's file.
    var name: String
    /// Of the file, or of the mail's part, that the sheet is a page of.
    var digest: String
    /// The page of that file, counted from 1.
    var number: Int
    /// The form's page, counted from 1; nil where it is not known.
    var formPage: Int?
}

/// Tells which sheets are a registration's, whatever else lies in the same file, and shows them and nothing else.
///
/// Sheets are known by the keys that they claimed when they came in. Which page of the form each is, is told by laying the
/// form over it once more; this and the pictures are kept beside the registry. The reader is started when it is needed
/// first and kept. Used by one thread.
final class RegistrationSheets {
    private let workspace: Workspace
    private let originals: OriginalDocuments
    private lazy var worker = try? ReaderWorker(
        configuration: ReaderConfiguration(executable: workspace.environment.readerPath)
    )
    private lazy var maps = (try? workspace.allEvents()).map { events in
        PrintedForms(events: events, workspace: workspace, environment: workspace.environment)
    }

    /// The mail that was looked into last.
    private var mail: (source: Int64, parts: [(document: OriginalDocument, count: Int)])?

    /// More sheets of one person, or of one waiting file, are not shown.
    static let countMax = 40
    /// Parts of a mail that are looked into.
    private static let partCountMax = 64

    init(_ workspace: Workspace) {
        self.workspace = workspace
        originals = OriginalDocuments(workspace)
    }

    /// All of the registration's sheets in the order of the form's pages; empty where it came otherwise than on paper.
    func sheets(of details: RegistrationDetails) -> [RegistrationSheet] {
        let row = details.summary.row
        var sheets = claimed(by: row)
        for digest in Set(sheets.map(\.digest)) {
            let numbers = Set(sheets.filter { $0.digest == digest }.map(\.number))
            var pages = keptPages(digest)
            if !numbers.isSubset(of: Set(pages.keys)), let source = sheets.first(where: { $0.digest == digest }) {
                for read in align(source, numbers, row) { pages.merge(Self.pages(read)) { _, new in new } }
                keep(pages, digest)
            }
            for index in sheets.indices where sheets[index].digest == digest {
                sheets[index].formPage = pages[sheets[index].number]
            }
        }
        return sheets.sorted {
            ($0.formPage ?? .max, $0.source, $0.number) < ($1.formPage ?? .max, $1.source, $1.number)
        }
    }

    // MARK: Which sheets

    private func claimed(by row: RegistrationRow) -> [RegistrationSheet] {
        let sheets = try? workspace.registry.read { reader in
            try reader.keys(ofRegistration: row.id).compactMap { key, source -> RegistrationSheet? in
                guard let (digest, number) = Self.parsed(key), let stored = try reader.source(source) else {
                    return nil
                }
                return RegistrationSheet(source: source, name: stored.name, digest: digest, number: number)
            }
        }
        return Array((sheets ?? []).prefix(Self.countMax))
    }

    /// `sha:DIGEST#NUMBER`, see `SheetPieces.keys`.
    private static func parsed(_ key: String) -> (digest: String, number: Int)? {
        let parts = key.split(separator: "#")
        guard parts.count == 2, parts[0].hasPrefix("sha:"), let number = Int(parts[1]), number >= 1 else { return nil }
        return (String(parts[0].dropFirst(4)), number)
    }

    private func document(_ sheet: RegistrationSheet) -> OriginalDocument? {
        guard let source = try? workspace.registry.read({ try $0.source(sheet.source) }) else { return nil }
        return originals.document(of: source, digest: sheet.digest)
    }

    // MARK: Which pages

    /// The form laid over some sheets of a file once more, without recognition.
    private func align(_ sheet: RegistrationSheet, _ numbers: Set<Int>, _ row: RegistrationRow) -> [ReadSheets] {
        guard let worker, let maps, let document = document(sheet),
            let handle = try? SourceHandle(bytes: document.bytes),
            case .failure(let failure) = worker.read(handle, job: ReaderJob(hint: document.format))
        else { return [] }
        // A person's words about the sheets of a mail count through all of its pictures and cannot be told for one.
        let notes = SheetNotes.of(workspace, sha256: sheet.digest)
        let wish = ScanReading.Wish(notes: notes, crops: .only, event: row.event, sheets: numbers)
        guard case .success(let scan)? = ScanReading(maps: maps).scan(failure, handle, by: worker, wish) else {
            return []
        }
        return scan.read
    }

    private static func pages(_ read: ReadSheets) -> [Int: Int] {
        Dictionary(read.sheets.compactMap { sheet in sheet.formPage.map { (sheet.number, $0) } }) { first, _ in first }
    }

    private func pagesPath(_ digest: String) -> String {
        "\(workspace.folder)/evidence/pages/\(digest)/form-pages.json"
    }

    private func keptPages(_ digest: String) -> [Int: Int] {
        guard let data = FileManager.default.contents(atPath: pagesPath(digest)),
            let members = (try? JSONParser.parse([UInt8](data)))?.members
        else { return [:] }
        let pairs = members.compactMap { member in
            Int(member.key).flatMap { number in member.value.integer.map { (number, $0) } }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Can be found out again, so that a full disk is no loss.
    private func keep(_ pages: [Int: Int], _ digest: String) {
        let members = pages.sorted { $0.key < $1.key }.map {
            JSONValue.Member(String($0.key), .number(String($0.value)))
        }
        try? OutputFile.makeFolder((pagesPath(digest) as NSString).deletingLastPathComponent)
        try? OutputFile.write(Array(JSONValue.object(members).jsonText.utf8), to: pagesPath(digest))
    }

    // MARK: Pictures

    /// The whole sheet as PNG; nil where it cannot be drawn.
    func picture(of sheet: RegistrationSheet) -> [UInt8]? {
        picture(digest: sheet.digest, number: sheet.number) { self.document(sheet) }
    }

    /// A sheet of a source that waits for a person; of a mail, its pictures counted through. Nil where it cannot be drawn.
    func picture(ofSheet number: Int, of source: StoredSource) -> [UInt8]? {
        if source.format != .mail {
            return picture(digest: source.sha256, number: number) { self.originals.document(of: source, place: "") }
        }
        var offset = 0
        for part in parts(ofMail: source) {
            if number <= offset + part.count {
                return picture(digest: ContentDigest.sha256(part.document.bytes), number: number - offset) {
                    part.document
                }
            }
            offset += part.count
        }
        return nil
    }

    /// The parts of a mail that are scans or photographs, each with the number of its sheets.
    private func parts(ofMail source: StoredSource) -> [(document: OriginalDocument, count: Int)] {
        if let kept = mail, kept.source == source.id { return kept.parts }
        var parts: [(document: OriginalDocument, count: Int)] = []
        for number in 1...Self.partCountMax {
            guard let worker, let document = originals.document(of: source, place: "part[\(number)]") else { break }
            guard let handle = try? SourceHandle(bytes: document.bytes),
                case .failure(let failure) = worker.read(handle, job: ReaderJob(hint: document.format)),
                let count = failure.sheetCount
            else { continue }
            parts.append((document, count))
        }
        mail = (source.id, parts)
        return parts
    }

    /// One page of a file, kept under the file's digest.
    private func picture(digest: String, number: Int, of document: () -> OriginalDocument?) -> [UInt8]? {
        let path = "\(workspace.folder)/evidence/pages/\(digest)/\(number).png"
        if let kept = FileManager.default.contents(atPath: path) { return [UInt8](kept) }
        guard let worker, let document = document(), let handle = try? SourceHandle(bytes: document.bytes) else {
            return nil
        }
        let order = PictureOrder(page: number - 1)
        _ = worker.read(handle, job: ReaderJob(hint: document.format, budget: .pages, picture: order))
        guard let drawn = worker.lastPicture else { return nil }
        let png = ScreenPicture.grey(width: drawn.width, height: drawn.height, pixels: drawn.pixels)
        try? OutputFile.makeFolder((path as NSString).deletingLastPathComponent)
        try? OutputFile.write(png, to: path)
        return png
    }
}
