public import FormModel
public import ReaderProtocol

/// What came of reading one source, checked by this side.
public enum ReadOutcome: Hashable, Sendable {
    case reading(Reading)
    /// The parts worth reading, by `MailReading.Part.index`; each goes to a process of its own, but for an only form that
    /// was read with its mail.
    case mail(MailReading, parts: [Int: [UInt8]], onlyForm: Reading? = nil)
    /// Every row, readable or not; empty when the rows were streamed to a closure.
    case table([TableRow], format: SourceFormat)
    /// Nothing usable: a person has to look.
    case failure(ReadFailure)
}

/// What one job cost, as the operating system counted it.
public struct JobCost: Hashable, Sendable {
    /// User and system time of the child.
    public var processorMicroseconds: Int
    /// Largest resident set.
    public var residentByteCountMax: Int

    public init(processorMicroseconds: Int = 0, residentByteCountMax: Int = 0) {
        self.processorMicroseconds = processorMicroseconds
        self.residentByteCountMax = residentByteCountMax
    }
}
