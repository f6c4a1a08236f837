/// Writes a table as an XLSX workbook in constant memory.
public struct XLSXExport: Sendable {
    public init() {}

    /// Writes a new file at `path`.
    public func write(_ table: TableExport, path: String) throws(ExportError) {
    }
}
