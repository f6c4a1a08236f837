import CSandboxShim

/// How this process treats memory that it freed.
public enum FreedMemory {
    /// Keeps up to 32 MB for the next document instead of giving each page back and asking for it again; for work on many
    /// documents or rows in a row.
    public static func keep() {
        nabor_keep_freed(byteCount)
    }

    private static let byteCount: Int32 = 32 << 20
}
