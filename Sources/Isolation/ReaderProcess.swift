import CSandboxShim
import Glibc
import ReaderProtocol

/// A running `nabor-reader` and our end of its control socket.
///
/// Started by `posix_spawn` rather than by swift-subprocess: a reader lives as long as the value that owns it, is driven
/// by blocking calls on one thread, and takes nothing but a socket as its standard input, while swift-subprocess ties a
/// child to the scope of one asynchronous call.
final class ReaderProcess {
    private let pid: pid_t
    let channel: Int32

    /// Starts the program and waits for its first packet, which says that it is warm and shut in.
    init(_ configuration: ReaderConfiguration) throws(IsolationError) {
        var pair: [Int32] = [-1, -1]
        guard nabor_packet_pair(&pair) == 0 else { throw IsolationError(.systemCallFailed, errorNumber: errno) }
        let child = Self.spawn(configuration, channel: pair[1])
        let problem = errno
        // The reader has its own copy; ours would hide that it hung up.
        close(pair[1])
        // Nothing is stored yet, so `deinit` does not run here: it must never see a process number that is none.
        guard child > 1 else {
            close(pair[0])
            throw IsolationError(.readerMissing, errorNumber: problem)
        }
        pid = child
        channel = pair[0]
        // The last stored property is set, so that from here on `deinit` clears up.
        guard let hello = report(milliseconds: Self.startMillisecondsMax), hello.number == 0 else {
            throw IsolationError(.readerMissing)
        }
    }

    /// A warm start takes well under a second; a machine under load may need more.
    private static let startMillisecondsMax = 10_000

    deinit {
        // Without its socket the reader ends by itself; killing it as well leaves nothing to wait for.
        close(channel)
        nabor_end_process(pid)
    }

    private static func spawn(_ configuration: ReaderConfiguration, channel: Int32) -> pid_t {
        // Symbols are bound before the first fork: a child would look each of them up again for every document.
        var environment = ["LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "LD_BIND_NOW": "1"]
        environment.merge(configuration.environment) { _, theirs in theirs }
        let arguments = [configuration.executable] + configuration.arguments
        return withCStrings(arguments) { argumentPointers in
            withCStrings(environment.map { "\($0.key)=\($0.value)" }) { environmentPointers in
                nabor_spawn(configuration.executable, argumentPointers, environmentPointers, channel)
            }
        }
    }

    private static func withCStrings<Result>(
        _ texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }

    /// Sends a job with the source and the writing end of the reply pipe.
    func send(_ ticket: JobTicket, source: Int32, reply: Int32) -> Bool {
        let packet = ticket.encoded
        return nabor_send_packet(channel, packet, packet.count, [source, reply], 2) == packet.count
    }

    /// The next report; nil when none comes in time, or the reader is gone or talks nonsense.
    func report(milliseconds: Int) -> JobReport? {
        guard awaitReport(milliseconds: milliseconds) else { return nil }
        var packet = [UInt8](repeating: 0, count: JobTicket.byteCountMax)
        var descriptors: [Int32] = [-1, -1]
        var descriptorCount = 0
        let count = nabor_receive_packet(channel, &packet, packet.count, &descriptors, &descriptorCount)
        for descriptor in descriptors.prefix(descriptorCount) { close(descriptor) }
        guard count > 0 else { return nil }
        return try? JobReport(decoding: Array(packet[..<count]))
    }

    /// Whether a report, or the end of the reader, came within the time; it stays to be read.
    @discardableResult
    func awaitReport(milliseconds: Int) -> Bool {
        var wait = pollfd(fd: channel, events: Int16(POLLIN), revents: 0)
        var ready = poll(&wait, 1, Int32(clamping: milliseconds))
        while ready < 0 && errno == EINTR { ready = poll(&wait, 1, Int32(clamping: milliseconds)) }
        return ready > 0
    }
}
