import Glibc
import ReaderProtocol

/// Writes records into the reply pipe, many small ones at a time.
final class ReplyWriter {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private static let byteCountMax = 1 << 16

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Adds a record; nothing of one that is over a limit is written.
    func send(_ reply: ReaderReply) throws(WireFault) {
        buffer.append(contentsOf: try reply.encoded())
        if buffer.count >= Self.byteCountMax { flush() }
    }

    /// Writes what is left. A pipe that nobody reads any more ends the process by SIGPIPE, as it should.
    func flush() {
        var offset = 0
        while offset < buffer.count {
            let count = buffer.withUnsafeBytes { raw in
                write(descriptor, raw.baseAddress! + offset, raw.count - offset)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { _exit(ReplyWriter.unwrittenExitCode) }
            offset += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Exit code of a child whose reply cannot be written.
    private static let unwrittenExitCode: Int32 = 74
}
