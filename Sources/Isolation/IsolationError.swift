/// Why the reader processes could not be used at all; trouble with one source is a `ReadFailure` instead.
public struct IsolationError: Error, Hashable, Sendable {
    /// The kinds of trouble.
    public enum Code: String, Sendable, CaseIterable {
        /// `nabor-reader` is not where it should be, or cannot be started.
        case readerMissing
        /// The operating system refused a socket, a pipe or memory.
        case systemCallFailed
        /// The stored original cannot be opened.
        case sourceUnreadable
    }

    public var code: Code
    /// `errno` at that moment, 0 when there was none.
    public var errorNumber: Int32

    public init(_ code: Code, errorNumber: Int32 = 0) {
        self.code = code
        self.errorNumber = errorNumber
    }
}
