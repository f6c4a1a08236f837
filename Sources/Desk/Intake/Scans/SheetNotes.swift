import FormModel
import Foundation
import ReaderProtocol

/// What a person said about the sheets of a source: corners, pages, which belong together. Kept beside the evidence, so
/// that reading the source again at any time gives the same.
struct SheetNotes: Hashable, Sendable {
    /// Version of the printed form, for sheets without a code.
    var version: String?
    /// By number of the sheet.
    var corners: [Int: SheetCorners] = [:]
    /// The form's page, by number of the sheet.
    var pages: [Int: Int] = [:]
    /// Numbers of sheets that belong together; nil when nobody said.
    var groups: [[Int]]?

    /// Sheets of one mail, all of its pictures together.
    static let sheetCountMax = 1_000
    private static let byteCountMax = 1 << 20

    /// The orders for the sheets of one file, the first of which is counted as `offset + 1`.
    func orders(sheetCount: Int, offset: Int = 0) -> [SheetOrder] {
        (1...max(1, min(sheetCount, ReaderLimits.pageCountMax))).map { number in
            SheetOrder(number: number, formPage: pages[number + offset], corners: corners[number + offset])
        }
    }

    // MARK: The file

    static func path(_ workspace: Workspace, sha256: String) -> String {
        "\(workspace.folder)/evidence/sources/\(sha256).json"
    }

    /// Nothing where nobody said anything, and for a file that was broken by hand.
    static func of(_ workspace: Workspace, sha256: String) -> SheetNotes {
        guard let data = FileManager.default.contents(atPath: path(workspace, sha256: sha256)),
            data.count <= byteCountMax, let json = try? JSONParser.parse([UInt8](data))
        else { return SheetNotes() }
        return SheetNotes(json)
    }

    func keep(_ workspace: Workspace, sha256: String) throws(DeskError) {
        let path = Self.path(workspace, sha256: sha256)
        try OutputFile.makeFolder((path as NSString).deletingLastPathComponent)
        try OutputFile.write(json, to: path)
    }
}
