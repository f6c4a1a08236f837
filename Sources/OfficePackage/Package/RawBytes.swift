extension [UInt8] {
    /// `withUnsafeBytes` that keeps the type of the error.
    func withRawBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws(PackageError) -> Result
    ) throws(PackageError) -> Result {
        try withUnsafeBufferPointer { (buffer) throws(PackageError) in try body(UnsafeRawBufferPointer(buffer)) }
    }
}
