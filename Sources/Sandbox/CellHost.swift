import CSandboxShim
import Glibc

/// The warm parent's loop: takes packets from the control socket and forks a fresh child into the cell for each.
///
/// Effects, in this order: receive a packet with two descriptors (source, reply); fork; in the child enter the cell and
/// work; in the parent close both descriptors, wait, reap, send the report. It never reads from the source itself.
public struct CellHost {
    /// What a packet asks for.
    public struct Order {
        public var limits: SandboxLimits
        /// Does the work in the child; its result is the exit code.
        public var work: (SourceView, Int32) -> Int32

        public init(limits: SandboxLimits, work: @escaping (SourceView, Int32) -> Int32) {
            self.limits = limits
            self.work = work
        }
    }

    private let cell: Cell
    private let channel: Int32

    /// A host on the control socket that is its standard input.
    public init(cell: Cell, channel: Int32 = 0) {
        self.cell = cell
        self.channel = channel
    }

    /// Serves until the other side hangs up or sends something that is no order.
    ///
    /// `hello` tells the other side that the cell is ready; `order` reads a packet, `report` makes the one that
    /// answers it.
    public func serve(
        hello: [UInt8],
        packetByteCountMax: Int,
        order: ([UInt8]) -> Order?,
        report: ([UInt8], ChildEnd) -> [UInt8]
    ) {
        guard nabor_send_packet(channel, hello, hello.count, nil, 0) == hello.count else { return }
        var packet = [UInt8](repeating: 0, count: packetByteCountMax)
        while true {
            var descriptors: (Int32, Int32) = (-1, -1)
            var descriptorCount = 0
            let count = withUnsafeMutableBytes(of: &descriptors) { raw in
                nabor_receive_packet(
                    channel,
                    &packet,
                    packet.count,
                    raw.baseAddress!.assumingMemoryBound(to: Int32.self),
                    &descriptorCount
                )
            }
            guard count > 0, descriptorCount == 2, let order = order(Array(packet[..<count])) else { return }
            let end = run(order, source: descriptors.0, reply: descriptors.1)
            let answer = report(Array(packet[..<count]), end)
            guard nabor_send_packet(channel, answer, answer.count, nil, 0) == answer.count else { return }
        }
    }

    private func run(_ order: Order, source: Int32, reply: Int32) -> ChildEnd {
        var status = stat()
        let sourceByteCount = fstat(source, &status) == 0 ? Int(status.st_size) : -1
        let parent = getpid()
        var process: Int32 = -1
        let child = sourceByteCount < 0 ? -1 : nabor_fork(&process)
        if child == 0 {
            _exit(inChild(order, source: source, byteCount: sourceByteCount, reply: reply, parent: parent))
        }
        // The reply pipe must be closed here, or its reader would never see the end.
        close(source)
        close(reply)
        guard child > 0 else { return ChildEnd(.notStarted) }
        return reap(child, process: process, order.limits)
    }

    private func inChild(_ order: Order, source: Int32, byteCount: Int, reply: Int32, parent: pid_t) -> Int32 {
        do {
            let view = try SourceView(descriptor: source, byteCount: byteCount)
            try cell.enter(order.limits, parent: parent)
            return order.work(view, reply)
        } catch {
            return CellHost.notConfinedExitCode
        }
    }

    /// The exit code of a child that could not be confined and therefore did nothing.
    public static let notConfinedExitCode: Int32 = 71

    private func reap(_ child: pid_t, process: Int32, _ limits: SandboxLimits) -> ChildEnd {
        var end = nabor_child_end()
        // The child's own timer comes first; this one is for a child that has lost it.
        guard nabor_reap(child, process, channel, Int32(clamping: limits.wallMilliseconds + 500), &end) == 0 else {
            return ChildEnd(.signalled(number: Int(SIGKILL)))
        }
        return ChildEnd(
            Self.manner(of: end, limits),
            processorMicroseconds: Int(end.processor_microseconds),
            residentByteCountMax: Int(end.resident_bytes_max)
        )
    }

    private static func manner(of end: nabor_child_end, _ limits: SandboxLimits) -> ChildEnd.Manner {
        // A busy machine may let a child run from its soft limit past the hard one, where the kernel kills it.
        let isOverTime = Int(end.processor_microseconds) >= limits.processorSeconds * 1_000_000
        return switch end.signal {
        case 0: .exited(code: Int(end.exit_code))
        case SIGALRM, SIGXCPU: .timedOut
        case SIGKILL where isOverTime: .timedOut
        case let signal: end.timed_out == 1 ? .timedOut : .signalled(number: Int(signal))
        }
    }
}
