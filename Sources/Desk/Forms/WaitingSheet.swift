import FormModel
import ReaderProtocol
public import Registry

/// A sheet whose place in its picture was not found: it waits for somebody to mark the four corners.
public struct WaitingSheet: Sendable, Hashable {
    /// Number of the source, as `nabor review` lists it.
    public let source: Int64
    /// Counted through the pictures of the source.
    public let sheet: Int
    /// Name of the source's file.
    public let name: String
    /// Has a code, so that its form and page are known.
    public let hasCode: Bool
    /// Where its picture stands in a mail.
    let place: String
    /// Page of that picture's file, counted from 0.
    let page: Int

    /// Sheets of one source; a pile that nothing was read of is not marked sheet by sheet.
    static let countMax = 12

    /// All that a source has, without opening it.
    public static func all(of source: StoredSource) -> [WaitingSheet] {
        let findings = source.findings.filter { $0.code == .sourceNotYetReadable && $0.parameters["sheet"] != nil }
        return Array(findings.flatMap { of(source, $0, countMax) }.prefix(countMax))
    }

    /// The numbers of all sheets that wait, however many.
    static func numbers(of source: StoredSource) -> Set<Int> {
        let findings = source.findings.filter { $0.code == .sourceNotYetReadable && $0.parameters["sheet"] != nil }
        return Set(findings.flatMap { of(source, $0, ReaderLimits.pageCountMax) }.map(\.sheet))
    }

    private static func of(_ source: StoredSource, _ finding: Finding, _ most: Int) -> [WaitingSheet] {
        let place = finding.place ?? ""
        let first = finding.parameters["sheet"].flatMap { Int($0) } ?? 1
        let local = SheetPieces.number("sheet", in: place)
        // A file of which nothing could be read: all of its sheets.
        let count = local == nil ? finding.parameters["pages"].flatMap { Int($0) } ?? 1 : 1
        return (0..<max(0, min(count, most))).map { offset in
            WaitingSheet(
                source: source.id,
                sheet: first + offset,
                name: source.name,
                hasCode: finding.parameters["reason"] == "notRegistered",
                place: place,
                page: (local ?? 1) - 1 + offset
            )
        }
    }
}
