import Documents
public import FormModel
import Foundation
public import Registry

extension Workspace {
    /// The bytes of a written document; nil when it is gone or was changed since.
    public func bytes(of document: ListedDocument) throws(DeskError) -> [UInt8]? {
        guard let data = FileManager.default.contents(atPath: folder + "/" + document.file) else { return nil }
        let bytes = [UInt8](data)
        return ContentDigest.sha256(bytes) == document.sha256 ? bytes : nil
    }

    /// Documents in one ZIP; those that are gone or changed are left out.
    public func bundle(_ documents: [ListedDocument]) throws(DeskError) -> [UInt8] {
        var members: [(String, [UInt8])] = []
        var names: Set<String> = []
        for document in documents {
            let name = String(document.file.split(separator: "/").last ?? "document")
            // Written again since: the newest of a name goes in.
            guard names.insert(name).inserted, let bytes = try bytes(of: document) else { continue }
            members.append((name, bytes))
        }
        return try DeskError.attempt { try ZipBundle.bytes(members) }
    }

    /// An export as bytes, for handing out at once.
    public func exportBytes(_ request: ExportRequest) throws(DeskError) -> [UInt8] {
        let path =
            NSTemporaryDirectory() + "nabor-export-\(environment.randomNumber(Int.max)).\(request.format.rawValue)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        _ = try export(request, to: path)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DeskError(.fileUnreadable, "Eksport się nie udał.", "The export failed.")
        }
        return [UInt8](data)
    }

    /// Columns that an export of an event may have: key, title, and whether the field is sensitive.
    public func exportColumns(
        event slug: String,
        language: InterfaceLanguage
    ) throws(DeskError) -> [(key: String, title: String, isSensitive: Bool)] {
        let event = try event(slug)
        let sensitive = Set(event.definition.forms.flatMap(\.fields).filter(\.isSensitive).map(\.key))
        let usual = try ExportColumns(event: event, chosen: [], language: language).columns
        var columns = usual.map { (key: $0.column.key, title: $0.column.title, isSensitive: false) }
        for key in sensitive.sorted() {
            let more = try ExportColumns(event: event, chosen: [key], language: language).columns
            columns += more.map { (key: $0.column.key, title: $0.column.title, isSensitive: true) }
        }
        return columns
    }
}
