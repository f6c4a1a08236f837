/// How a child ended and what it used.
public struct ChildEnd: Hashable, Sendable {
    /// The ways to end.
    public enum Manner: Hashable, Sendable {
        case exited(code: Int)
        case signalled(number: Int)
        /// Its time, on the processor or on the wall, was over.
        case timedOut
        /// It could not be made.
        case notStarted
    }

    public var manner: Manner
    public var processorMicroseconds: Int
    public var residentByteCountMax: Int

    public init(_ manner: Manner, processorMicroseconds: Int = 0, residentByteCountMax: Int = 0) {
        self.manner = manner
        self.processorMicroseconds = processorMicroseconds
        self.residentByteCountMax = residentByteCountMax
    }
}
