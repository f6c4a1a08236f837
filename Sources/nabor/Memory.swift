import Glibc

/// How the allocator treats memory that was freed.
enum Memory {
    /// Keeps up to 32 MB for the next document instead of giving each page back and asking for it again.
    static func keepFreed() {
        _ = mallopt(M_MMAP_THRESHOLD, byteCount)
        _ = mallopt(M_TRIM_THRESHOLD, byteCount)
        _ = mallopt(M_TOP_PAD, topByteCount)
    }

    private static let byteCount: Int32 = 32 << 20
    private static let topByteCount: Int32 = 1 << 20
}
