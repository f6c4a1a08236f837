/// Reads the rows of a worksheet one after the other (ISO 29500-1, 18): the sheet is never in memory as a table.
///
/// Handles shared and inline strings, rich text (joined), numbers, booleans, dates told by their number format (1900 and
/// 1904 systems), cached results of formulas, Strict and Transitional. Ignores formatting, formulas and phonetic text;
/// merged cells hold their value in the first cell, as in the file.
public struct XLSXReader {
    /// A value of a cell; a date is a civil one without a time zone, as a sheet knows none.
    public enum Value: Hashable, Sendable {
        case empty
        case text(String)
        /// As the file writes it, so that no digit is lost.
        case number(String)
        case boolean(Bool)
        /// `2026-03-01`, or `2026-03-01T09:30:00` where the cell has a time of day, or `09:30:00` for a time alone.
        case date(String)
        /// `#N/A` and its kind.
        case error(String)

        /// The value as a person would write it: empty, text, digits, `TRUE`/`FALSE`, ISO date, error code.
        public var text: String {
            switch self {
            case .empty: ""
            case .text(let text), .number(let text), .date(let text), .error(let text): text
            case .boolean(let value): value ? "TRUE" : "FALSE"
            }
        }
    }

    /// Names of the worksheets in the order of the workbook.
    public let sheetNames: [String]
    let archive: ZipArchive
    let limits: PackageLimits
    let sheetParts: [String]
    let strings: [String]
    let dateStyles: [Bool]
    let usesDate1904: Bool

    /// Calls `body` with the number of each row that the sheet holds (from 1) and its cells from column A on, up to the
    /// last one filled; `body` returns false to end the reading early. Without a name the first sheet is read.
    public func forEachRow(
        sheet name: String? = nil,
        _ body: @escaping (_ row: Int, _ cells: [Value]) -> Bool
    ) throws(PackageError) {
        let position = name.map { sheetNames.firstIndex(of: $0) } ?? (sheetNames.isEmpty ? nil : 0)
        guard let position else { throw PackageError(.missingPart, "worksheet") }
        guard let bytes = try archive.part(named: sheetParts[position]) else {
            throw PackageError(.missingPart, sheetParts[position])
        }
        let rows = XLSXRows(reader: self, body: body)
        do throws(PackageError) {
            try XMLScanner.scan(bytes, handler: rows, limits: limits)
        } catch {
            // Ending early is done by stopping the parser, which it reports as an error.
            if !rows.endedEarly { throw error }
        }
    }
}
