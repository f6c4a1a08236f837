/// A fact about somebody's form that a person may have to look at. Collected, never thrown.
public struct Finding: Hashable, Sendable, Codable {
    public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
        /// Worth knowing; never blocks.
        case warning
        /// The form cannot go on as it is: something is missing or wrong that the applicant has to mend.
        case error

        public static func < (left: Severity, right: Severity) -> Bool { left == .warning && right == .error }
    }

    public var code: FindingCode
    public var severity: Severity
    /// Key of the field, `delegates[2].email` inside a repeating group (counted from 1); nil for the form as a whole.
    public var field: String?
    /// Where it stood in the source, in the manner of `Evidence.place`.
    public var place: String?
    /// What the wording needs: limits, other values' keys, codes. Shown to staff, never logged.
    public var parameters: [String: String]

    public init(
        _ code: FindingCode,
        severity: Severity? = nil,
        field: String? = nil,
        place: String? = nil,
        parameters: [String: String] = [:]
    ) {
        self.code = code
        self.severity = severity ?? code.usualSeverity
        self.field = field
        self.place = place
        self.parameters = parameters
    }
}
