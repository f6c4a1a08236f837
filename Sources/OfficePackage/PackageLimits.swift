/// Bounds for everything read from a foreign package; hitting one is a `PackageError` of code `limit` with its name.
public struct PackageLimits: Hashable, Sendable {
    /// Members of the archive. Limit name `members`.
    public var memberCountMax = 512
    /// Sum of all unpacked members. Limit name `unpacked`.
    public var unpackedByteCountMax = 64 << 20
    /// Unpacked by packed size of a member that is larger than `ratioFreeByteCount`. Limit name `ratio`.
    public var ratioMax = 100
    /// Members up to this size may have any ratio: short repetitive parts legitimately pack better.
    public var ratioFreeByteCount = 1 << 20
    /// Open elements inside each other. Limit name `depth`.
    public var depthMax = 256
    /// Attributes and namespace declarations of one element. Limit name `attributes`.
    public var attributeCountMax = 128
    /// One run of text between two tags. Limit name `text`.
    public var textByteCountMax = 8 << 20
    /// Rows of a worksheet. Limit name `rows`.
    public var rowCountMax = 200_000

    public init() {}
}
