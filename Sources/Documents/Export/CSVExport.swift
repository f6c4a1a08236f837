/// Writes a table as CSV: UTF-8 with byte order mark, `;`, CRLF (RFC 4180 with the separator of Polish spreadsheets).
public struct CSVExport: Sendable {
    public init() {}

    /// Hands the file over in pieces of some 64 kB.
    public func write(_ table: TableExport, to take: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    }

    /// The whole file.
    public func bytes(_ table: TableExport) -> [UInt8] {
        []
    }
}
