/// Why bytes of the other side were refused, or a value cannot be sent.
public struct WireFault: Error, Hashable, Sendable {
    /// The kinds of fault.
    public enum Code: String, Sendable, CaseIterable {
        /// The bytes end in the middle of a value.
        case truncated
        /// A number, text or tag that no value of ours has.
        case malformed
        /// One of `ReaderLimits`; `subject` names it.
        case limit
        /// Records in an order, or with references, that make no sense.
        case inconsistent
    }

    public var code: Code
    /// The limit or the value's name; never content.
    public var subject: String

    public init(_ code: Code, _ subject: String) {
        self.code = code
        self.subject = subject
    }
}
