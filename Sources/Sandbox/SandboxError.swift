/// Why a limit could not be put in place; the process must not go on without it.
public struct SandboxError: Error, Hashable, Sendable {
    /// The step that failed.
    public enum Code: String, Sendable, CaseIterable {
        case filterNotBuilt, limitsRefused, landlockRefused, filterRefused, severalThreads
    }

    public var code: Code
    /// `errno` at that moment, 0 when there was none.
    public var errorNumber: Int32

    public init(_ code: Code, errorNumber: Int32 = 0) {
        self.code = code
        self.errorNumber = errorNumber
    }
}
