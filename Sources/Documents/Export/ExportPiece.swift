/// A long file leaves in pieces, so that no table has to fit into memory as text.
enum ExportPiece {
    /// From this size on a piece is handed over.
    static let byteCount = 64 << 10
}

extension [UInt8] {
    /// Hands the bytes over and empties them, if there are enough for a piece.
    mutating func handFullPiece<Failure: Error>(
        to take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        if count >= ExportPiece.byteCount { try handPiece(to: take) }
    }

    /// Hands the bytes over and empties them; their storage stays.
    mutating func handPiece<Failure: Error>(
        to take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let result = withUnsafeBytes { buffer -> Result<Void, Failure> in
            do throws(Failure) {
                return .success(try take(buffer))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
        removeAll(keepingCapacity: true)
    }
}
