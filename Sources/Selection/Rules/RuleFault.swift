public import FormModel

/// A fault of selection rules, found without their file: the path says where, whoever read the file knows the line.
public struct RuleFault: Hashable, Sendable {
    public enum Severity: String, Sendable {
        case error, warning
    }

    /// Stable, dotted: `quota.minOverMax`.
    public var code: String
    public var severity: Severity
    /// `quotas[1].values.BG`, as keys of the rules file.
    public var path: String
    public var message: LocalizedText
    /// The nearest known name, when one was probably mistyped.
    public var suggestion: String?

    public init(
        code: String,
        severity: Severity = .error,
        path: String,
        message: LocalizedText,
        suggestion: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.path = path
        self.message = message
        self.suggestion = suggestion
    }
}
