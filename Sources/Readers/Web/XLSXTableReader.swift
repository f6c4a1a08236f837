import FormModel
import OfficePackage
import ReaderProtocol

/// Reads the first sheet of a workbook as a table of submissions: the first filled row names the columns.
///
/// Rows carry the numbers that the spreadsheet shows. Dates come as ISO 8601, cells with an error as their code.
enum XLSXTableReader {
    /// Hands the rows to `table`; throws what the package's reader throws.
    static func read(_ bytes: UnsafeRawBufferPointer, into table: TableWriter) throws(ReadingFailure) {
        var limits = PackageLimits()
        // The table counts its own rows, without the head.
        limits.rowCountMax = rowElementCountMax
        var fault: WireFault?
        do throws(PackageError) {
            try XLSXReader(bytes, limits: limits).forEachRow { number, cells in
                do throws(WireFault) {
                    try record(number, cells, into: table)
                } catch {
                    fault = error
                }
                return fault == nil && !table.isFull
            }
        } catch {
            throw ReadingFailure(error)
        }
        if let fault { throw ReadingFailure(.sourceLimit, parameters: ["limit": fault.subject]) }
    }

    /// A sheet has no more rows (ISO 29500-1, 18.3.1.73).
    private static let rowElementCountMax = 1_048_576

    private static func record(_ number: Int, _ cells: [XLSXReader.Value], into table: TableWriter) throws(WireFault) {
        guard cells.contains(where: { $0 != .empty }) else { return }
        guard cells.count <= ReaderLimits.tableColumnCountMax else { return try table.fault(number, reason: "columns") }
        try table.record(number, cells.map(\.text))
    }
}
