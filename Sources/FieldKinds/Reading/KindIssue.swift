public import FormModel

/// Something the reader of a field kind has to say about a value; `Validation` makes a `Finding` of it.
public struct KindIssue: Hashable, Sendable {
    public var code: FindingCode
    public var severity: Finding.Severity
    /// What the wording needs; the names stand in `docs/findings.md` beside each code.
    public var parameters: [String: String]

    public init(_ code: FindingCode, severity: Finding.Severity? = nil, parameters: [String: String] = [:]) {
        self.code = code
        self.severity = severity ?? code.usualSeverity
        self.parameters = parameters
    }
}
