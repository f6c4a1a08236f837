/// Bounds on files that staff wrote, so that no file, however odd, takes the program down.
public enum FileLimits {
    public static let byteCountMax = 2_000_000
    /// Values after aliases are expanded: what stops an alias bomb.
    public static let nodeCountMax = 100_000
    /// Lists and mappings inside one another.
    public static let depthMax = 32
    /// Keys that may stand twice in one file before reading stops.
    public static let duplicateCountMax = 100
    /// Sessions a single activity may generate.
    public static let sessionCountMax = 2000
}
