/// Puts the bytes that come out of a reader process together into checked records.
///
/// Feed it whatever arrived; ask for records until it gives none; when the pipe is closed, `isComplete` tells whether
/// the child said everything it had to say.
public struct ReplyStream: Sendable {
    private var buffer: [UInt8] = []
    private var start = 0
    private var order = ReplyOrder()

    public init() {}

    /// True after `end` or `failure`, with nothing behind it.
    public var isComplete: Bool { order.isFinished && start == buffer.count }

    /// Adds bytes from the pipe; they are not looked at yet.
    public mutating func feed(_ untrusted: some Collection<UInt8>) {
        if start == buffer.count {
            buffer.removeAll(keepingCapacity: buffer.capacity <= ReaderLimits.recordByteCountMax)
            start = 0
        }
        buffer.append(contentsOf: untrusted)
    }

    /// The next whole record; nil when more bytes are needed.
    public mutating func next() throws(WireFault) -> ReaderReply? {
        let head = ReaderReply.headByteCount
        guard buffer.count - start >= head else { return nil }
        guard let tag = ReplyTag(rawValue: buffer[start + 4]) else { throw WireFault(.malformed, "record") }
        var count = 0
        for index in 0..<4 { count |= Int(buffer[start + index]) << (8 * index) }
        guard count <= tag.byteCountMax else { throw WireFault(.limit, "recordByteCountMax") }
        guard buffer.count - start - head >= count else { return nil }
        let payload = Array(buffer[start + head..<start + head + count])
        start += head + count
        compact()
        let reply = try ReaderReply(untrusted: payload, tag: tag)
        try order.admit(reply)
        return reply
    }

    /// Drops what was taken once it outweighs the rest, so that feeding stays linear.
    private mutating func compact() {
        guard start > 1 << 16, start * 2 > buffer.count else { return }
        buffer.removeFirst(start)
        start = 0
    }
}
