import Glibc
public import ReaderProtocol
import Sandbox

/// What every reader program does: a warm parent that never sees a foreign byte and forks a shut-in child a source.
///
/// A reader program hands over what it loads beforehand and how a child reads; `nabor` starts it with a packet socket as
/// its standard input. Started by hand it says so and ends.
public enum ReaderHost {
    /// Takes one record of the reply; throws when the record is over a limit.
    public typealias Sink = (ReaderReply) throws(WireFault) -> Void
    /// Reads one source in the child and sends the records of its reply, the last one being `end` or `failure`.
    public typealias Read = (UnsafeRawBufferPointer, ReaderJob, @escaping Sink) throws(WireFault) -> Void

    private static let usageExitCode: Int32 = 64
    private static let notReadyExitCode: Int32 = 70

    /// Serves until the desk hangs up; returns then.
    public static func run(program: String, warmUp: () -> Void, read: @escaping Read) {
        guard isStartedByDesk else {
            let text = "\(program) is started by nabor and has no commands of its own.\n"
            _ = write(STDERR_FILENO, text, text.utf8.count)
            exit(usageExitCode)
        }
        warmUp()
        do throws(SandboxError) {
            try Cell.requireSingleThread()
            serve(CellHost(cell: try Cell()), read)
        } catch {
            exit(notReadyExitCode)
        }
    }

    private static var isStartedByDesk: Bool {
        var kind: Int32 = 0
        var count = socklen_t(MemoryLayout<Int32>.size)
        let isSocket = getsockopt(STDIN_FILENO, SOL_SOCKET, SO_TYPE, &kind, &count) == 0
        return isSocket && kind == Int32(SOCK_SEQPACKET.rawValue)
    }

    private static func serve(_ host: CellHost, _ read: @escaping Read) {
        host.serve(
            hello: JobReport(number: 0, end: .exited(code: 0)).encoded,
            packetByteCountMax: JobTicket.byteCountMax,
            order: { order($0, read) },
            report: report
        )
    }

    private static func order(_ packet: [UInt8], _ read: @escaping Read) -> CellHost.Order? {
        guard let ticket = try? JobTicket(decoding: packet) else { return nil }
        let budget = ticket.job.budget
        let limits = SandboxLimits(
            processorSeconds: budget.processorSeconds,
            wallMilliseconds: budget.wallSeconds * 1000,
            addressSpaceByteCount: budget.addressSpaceByteCount
        )
        return CellHost.Order(limits: limits) { source, reply in
            let writer = ReplyWriter(reply)
            do throws(WireFault) {
                try read(source.bytes, ticket.job, writer.send)
            } catch {
                // Even the failure could not be said; the missing last record tells the desk.
            }
            writer.flush()
            return 0
        }
    }

    private static func report(_ packet: [UInt8], _ end: ChildEnd) -> [UInt8] {
        let number = (try? JobTicket(decoding: packet))?.number ?? 0
        return JobReport(
            number: number,
            end: JobReport.End(end.manner),
            processorMicroseconds: end.processorMicroseconds,
            residentByteCountMax: end.residentByteCountMax
        ).encoded
    }
}

extension JobReport.End {
    fileprivate init(_ manner: ChildEnd.Manner) {
        switch manner {
        case .exited(let code): self = .exited(code: code)
        case .signalled(let number): self = .signalled(number: number)
        case .timedOut: self = .timedOut
        case .notStarted: self = .notStarted
        }
    }
}
