/// What the parent in the reader process says about a job once its child is gone.
public struct JobReport: Hashable, Sendable {
    /// How the child ended.
    public enum End: Hashable, Sendable {
        case exited(code: Int)
        case signalled(number: Int)
        /// Killed because its time on the wall was over.
        case timedOut
        /// No child could be made.
        case notStarted
    }

    public var number: UInt64
    public var end: End
    public var processorMicroseconds: Int
    public var residentByteCountMax: Int

    public init(number: UInt64, end: End, processorMicroseconds: Int = 0, residentByteCountMax: Int = 0) {
        self.number = number
        self.end = end
        self.processorMicroseconds = processorMicroseconds
        self.residentByteCountMax = residentByteCountMax
    }

    public var encoded: [UInt8] {
        var writer = ByteWriter()
        writer.put(byte: JobTicket.version)
        writer.put(number)
        let (tag, detail) = tagAndDetail
        writer.put(byte: tag)
        writer.put(count: detail)
        writer.put(count: max(0, processorMicroseconds))
        writer.put(count: max(0, residentByteCountMax))
        return writer.bytes
    }

    private var tagAndDetail: (UInt8, Int) {
        switch end {
        case .exited(let code): (0, code & 0xFF)
        case .signalled(let number): (1, number & 0x7F)
        case .timedOut: (2, 0)
        case .notStarted: (3, 0)
        }
    }

    public init(decoding bytes: [UInt8]) throws(WireFault) {
        var reader = ByteReader(bytes)
        guard try reader.byte() == JobTicket.version else { throw WireFault(.malformed, "version") }
        number = try reader.number()
        let tag = try reader.byte()
        let detail = try reader.count(max: 255, "detail")
        switch tag {
        case 0: end = .exited(code: detail)
        case 1: end = .signalled(number: detail)
        case 2: end = .timedOut
        case 3: end = .notStarted
        default: throw WireFault(.malformed, "end")
        }
        processorMicroseconds = try reader.count(max: 1 << 50, "processor time")
        residentByteCountMax = try reader.count(max: 1 << 50, "memory")
        try reader.finish()
    }
}
