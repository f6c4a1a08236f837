/// Why a mailbox could not be read or a message not be written.
public struct TransportError: Error, Hashable, Sendable {
    /// The kinds of trouble.
    public enum Code: String, Sendable, CaseIterable {
        /// A path that does not exist or may not be read.
        case unreadable
        /// More files, or folders inside each other, than one run takes.
        case tooMany
        /// A header value with a line break or another control character: a header injection, or damaged data.
        case headerInjection
        /// Something that is no e-mail address, or no Message-ID.
        case addressInvalid
        /// A folder or file that cannot be written or synced.
        case unwritable
    }

    public var code: Code
    /// The path or the header's name; never its value.
    public var subject: String
    /// `errno` at that moment, 0 when there was none.
    public var errorNumber: Int32

    public init(_ code: Code, subject: String, errorNumber: Int32 = 0) {
        self.code = code
        self.subject = subject
        self.errorNumber = errorNumber
    }
}
