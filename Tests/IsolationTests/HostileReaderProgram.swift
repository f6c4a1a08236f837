import FormModel
import Glibc
import Isolation
import ReaderProtocol
import Sandbox
import Testing

/// A reader whose children misbehave: this very test program, started once more, with the real cell around the children.
///
/// It exists in the test bundle only; the product has no job that does any of this.
struct HostileReaderProgram {
    static let variable = "NABOR_TEST_HOSTILE_READER"

    /// How `ReaderWorker` starts it.
    static var configuration: ReaderConfiguration {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &path, path.count)
        let program = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return ReaderConfiguration(
            executable: program,
            arguments: ["--testing-library", "swift-testing", "--filter", "HostileReaderProgram"],
            environment: [variable: "1"]
        )
    }

    @Test(.enabled(if: getenv(variable) != nil, "only in the second program"))
    func serves() throws {
        let host = CellHost(cell: try Cell())
        host.serve(
            hello: JobReport(number: 0, end: .exited(code: 0)).encoded,
            packetByteCountMax: JobTicket.byteCountMax,
            order: { packet in
                guard let ticket = try? JobTicket(decoding: packet) else { return nil }
                let limits = SandboxLimits(
                    processorSeconds: ticket.job.budget.processorSeconds,
                    wallMilliseconds: ticket.job.budget.wallSeconds * 1000,
                    addressSpaceByteCount: ticket.job.budget.addressSpaceByteCount
                )
                return CellHost.Order(limits: limits) { source, reply in
                    Misdeed.commit(String(decoding: source.bytes, as: UTF8.self), ticket.job, reply: reply)
                }
            },
            report: { packet, end in
                let number = (try? JobTicket(decoding: packet))?.number ?? 0
                return JobReport(number: number, end: Self.end(end.manner)).encoded
            }
        )
    }

    private static func end(_ manner: ChildEnd.Manner) -> JobReport.End {
        switch manner {
        case .exited(let code): .exited(code: code)
        case .signalled(let number): .signalled(number: number)
        case .timedOut: .timedOut
        case .notStarted: .notStarted
        }
    }
}

/// What a child that was taken over might try.
enum Misdeed {
    static func commit(_ name: String, _ job: ReaderJob, reply: Int32) -> Int32 {
        switch name {
        case "nothing": say([.reading(Reading(format: .text)), .end], reply)
        case "loop": while true { _ = getpid() }
        case "sleep": while true { _ = poll(nil, 0, 1000) }
        case "resetTimer": return resetTimer()
        case "allocate": return allocate()
        case "crash": UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
        case "open": report(open("/etc/hostname", O_RDONLY), reply)
        case "create": report(open("/tmp/nabor-escape", O_WRONLY | O_CREAT, 0o600), reply)
        case "raiseLimits": report(raiseLimits(), reply)
        case "control": report(Int32(write(STDIN_FILENO, "x", 1)), reply)
        case "socket": report(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0), reply)
        case "spawn": report(spawn(), reply)
        case "thread": report(thread(), reply)
        case "kill": report(kill(getppid(), SIGKILL), reply)
        case "runCode": report(mapExecutable(), reply)
        case "garbage": writeAll([UInt8](repeating: 0xA5, count: 100_000), reply)
        case "endless": while true { writeAll([UInt8](repeating: 0, count: 1 << 16), reply) }
        case "halfReply": writeAll(Array(encoded([.reading(Reading(format: .text))]).dropLast(3)), reply)
        case "noEnd": say([.reading(Reading(format: .text))], reply)
        case "replyAndCrash":
            say([.reading(Reading(format: .text)), .end], reply)
            UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
        case "crashInForm":
            say([.mail(mail), .part(index: 0, bytes: [7])], reply)
            if job.readsOnlyForm { UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1 }
            say([.end], reply)
        case "exit": return 3
        default: return 4
        }
        return 0
    }

    static let mail = MailReading(
        subject: "s",
        parts: [MailReading.Part(index: 0, name: "a.docx", declaredType: "a/b", format: .docx, byteCount: 1)]
    )

    /// Tells the error number of an attempt that failed, or that it worked.
    private static func report(_ result: Int32, _ reply: Int32) {
        let problem = errno
        let text = result < 0 ? "refused \(problem)" : "done"
        say([.failure(ReadFailure(.sourceUnusable, parameters: ["attempt": text]))], reply)
    }

    private static func encoded(_ replies: [ReaderReply]) -> [UInt8] {
        replies.flatMap { (try? $0.encoded()) ?? [] }
    }

    private static func say(_ replies: [ReaderReply], _ reply: Int32) {
        writeAll(encoded(replies), reply)
    }

    private static func writeAll(_ bytes: [UInt8], _ reply: Int32) {
        _ = write(reply, bytes, bytes.count)
    }

    private static func resetTimer() -> Int32 {
        var off = itimerval()
        _ = setitimer(__itimer_which_t(0), &off, nil)
        while true { _ = poll(nil, 0, 1000) }
    }

    private static func allocate() -> Int32 {
        // Untouched memory costs nothing but address space, and that is what is limited.
        while malloc(64 << 20) != nil {}
        abort()
    }

    private static func raiseLimits() -> Int32 {
        var limit = rlimit(rlim_cur: 100, rlim_max: 100)
        return setrlimit(__rlimit_resource_t(7), &limit)
    }

    private static func spawn() -> Int32 {
        var child: pid_t = 0
        let problem = posix_spawn(&child, "/bin/true", nil, nil, [nil], [nil])
        errno = problem
        return problem == 0 ? 0 : -1
    }

    private static func thread() -> Int32 {
        var thread = pthread_t()
        let problem = pthread_create(&thread, nil, { _ in nil }, nil)
        errno = problem
        return problem == 0 ? 0 : -1
    }

    private static func mapExecutable() -> Int32 {
        mmap(nil, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0
    }
}
