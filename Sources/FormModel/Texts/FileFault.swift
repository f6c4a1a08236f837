/// A fault in a file that staff wrote: an event file, selection rules, the workspace's settings, a template.
///
/// Faults are collected and reported together; only an `error` stops the file from being used.
public struct FileFault: Hashable, Sendable, Codable, Error {
    public enum Severity: String, Sendable, Codable, CaseIterable {
        case error, warning
    }

    /// Stable, dotted, lower case: `key.unknown`, `quota.minOverMax`.
    public var code: String
    public var severity: Severity
    /// Where it stands; a template has no lines, its place is the path alone.
    public var place: SourcePlace
    /// One sentence in Polish or English: what is wrong and what to do.
    public var message: LocalizedText
    /// The nearest known name, when one was probably mistyped.
    public var suggestion: String?

    public init(
        code: String,
        severity: Severity = .error,
        place: SourcePlace,
        message: LocalizedText,
        suggestion: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.message = message
        self.suggestion = suggestion
    }
}
