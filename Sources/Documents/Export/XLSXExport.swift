import CLibXLSXWriter
import FormModel

/// Writes a table as an XLSX workbook in constant memory: rows go to a temporary file as they come.
///
/// The first row is frozen and filtered, dates are dates, and text is always text: never a number, never a formula. A
/// text longer than a cell may hold is cut and ends with `…`.
public struct XLSXExport: Sendable {
    private static let textLengthMax = 32_767
    private static let rowCountMax = 1_048_576
    private static let columnCountMax = 16_384

    public init() {}

    /// Writes a new file at `path`.
    public func write(_ table: TableExport, path: String) throws(ExportError) {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let workbook = workbook_new_opt(path, &options) else {
            throw ExportError(code: .fileUnwritable, detail: "workbook_new_opt")
        }
        let formats = Formats(workbook)
        var failure: ExportError?
        do throws(ExportError) {
            var names: Set<String> = []
            for sheet in [table.sheet] + table.furtherSheets {
                try write(sheet, Self.sheetName(sheet.name, &names), table.language, workbook, formats)
            }
        } catch {
            failure = error
        }
        // The workbook is closed in any case, for closing is what frees it.
        let outcome = workbook_close(workbook)
        if let failure { throw failure }
        guard outcome == LXW_NO_ERROR else {
            throw ExportError(code: .fileUnwritable, detail: String(cString: lxw_strerror(outcome)))
        }
    }

    /// Handles of the formats, which live as long as the workbook.
    private struct Formats {
        let header: UnsafeMutablePointer<lxw_format>?
        let date: UnsafeMutablePointer<lxw_format>?
        let dateTime: UnsafeMutablePointer<lxw_format>?

        init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
            header = workbook_add_format(workbook)
            format_set_bold(header)
            format_set_text_wrap(header)
            format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
            date = workbook_add_format(workbook)
            format_set_num_format(date, "yyyy-mm-dd")
            dateTime = workbook_add_format(workbook)
            format_set_num_format(dateTime, "yyyy-mm-dd hh:mm")
        }
    }

    private func write(
        _ sheet: TableExport.Sheet,
        _ name: String,
        _ language: InterfaceLanguage,
        _ workbook: UnsafeMutablePointer<lxw_workbook>,
        _ formats: Formats
    ) throws(ExportError) {
        guard sheet.columns.count <= Self.columnCountMax else {
            throw ExportError(code: .tooLarge, detail: "columns \(sheet.columns.count)")
        }
        guard let worksheet = workbook_add_worksheet(workbook, name) else {
            throw ExportError(code: .fileUnwritable, detail: "workbook_add_worksheet")
        }
        for (place, column) in sheet.columns.enumerated() {
            let place = lxw_col_t(place)
            worksheet_set_column(worksheet, place, place, Self.width(of: column), nil)
            worksheet_write_string(worksheet, 0, place, column.title, formats.header)
        }
        worksheet_freeze_panes(worksheet, 1, 0)
        let next = sheet.rows()
        var row = 1
        while let cells = next() {
            guard row < Self.rowCountMax else { throw ExportError(code: .tooLarge, detail: "rows \(row)") }
            for (place, cell) in cells.enumerated() {
                write(cell, worksheet, lxw_row_t(row), lxw_col_t(place), language, formats)
            }
            row += 1
        }
        if !sheet.columns.isEmpty {
            worksheet_autofilter(worksheet, 0, 0, lxw_row_t(max(1, row - 1)), lxw_col_t(sheet.columns.count - 1))
        }
    }

    private func write(
        _ cell: TableExport.Cell,
        _ worksheet: UnsafeMutablePointer<lxw_worksheet>,
        _ row: lxw_row_t,
        _ column: lxw_col_t,
        _ language: InterfaceLanguage,
        _ formats: Formats
    ) {
        switch cell {
        case .empty: break
        case .text(let text):
            if text.isEmpty { return }
            worksheet_write_string(worksheet, row, column, Self.cellText(text), nil)
        case .number(let number): worksheet_write_number(worksheet, row, column, number.doubleValue, nil)
        case .date(let date): worksheet_write_number(worksheet, row, column, Self.serial(date), formats.date)
        case .dateTime(let date, let hour, let minute, let second):
            let time = Double(hour * 3600 + minute * 60 + second) / 86_400
            worksheet_write_number(worksheet, row, column, Self.serial(date) + time, formats.dateTime)
        case .flag(let flag):
            worksheet_write_string(worksheet, row, column, ExportText.flag(flag, in: language), nil)
        }
    }

    /// A zero would end the text in C, and the library refuses what is too long.
    private static func cellText(_ text: String) -> String {
        guard text.utf8.count > textLengthMax || text.utf8.contains(0) else { return text }
        let clean = text.unicodeScalars.filter { $0.value != 0 }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: clean.prefix(textLengthMax - 1))
        if clean.count > textLengthMax - 1 { result.append("…") }
        return String(result)
    }

    /// Days since 30 December 1899, the day before the calendar of spreadsheets as it is after February 1900.
    private static func serial(_ date: CalendarDate) -> Double {
        Double(date.daysSinceEpoch + 25_569)
    }

    private static func width(of column: TableExport.Column) -> Double {
        if let width = column.width { return Double(min(max(width, 1), 255)) }
        let least: Int =
            switch column.kind {
            case .text: 16
            case .number, .flag: 9
            case .date: 11
            case .dateTime: 17
            }
        return Double(min(max(least, column.title.count + 3), 40))
    }

    /// At most 31 characters, none of `[]:*?/\`, no name twice whatever the case.
    private static func sheetName(_ name: String, _ taken: inout Set<String>) -> String {
        let clean = String(name.filter { !"[]:*?/\\'".contains($0) }.prefix(28))
        let base = clean.isEmpty ? "Arkusz" : clean
        var result = base
        var number = 2
        while !taken.insert(result.lowercased()).inserted {
            result = base + " \(number)"
            number += 1
        }
        return result
    }
}
