/// Writes a table as JSON: one object with an array of rows a sheet.
public struct JSONExport: Sendable {
    public init() {}

    /// Hands the file over in pieces of some 64 kB.
    public func write(_ table: TableExport, to take: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    }

    /// The whole file.
    public func bytes(_ table: TableExport) -> [UInt8] {
        []
    }
}
