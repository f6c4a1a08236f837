import FormModel
import Glibc
import Isolation
import ReaderProtocol
import Testing

/// A child that misbehaves ends with the right code, and the next job works.
@Suite(.serialized)
struct HostileChildTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var deed: String
        var expected: FindingCode
        var parameters: [String: String] = [:]

        var testDescription: String { deed }
    }

    /// Address space is wide because the test program has many threads; the child that allocates meets it all the same.
    private static let budget = ReaderJob.Budget(
        processorSeconds: 1,
        wallSeconds: 2,
        addressSpaceByteCount: 3 << 30
    )

    private static let killedByFilter = ["signal": String(SIGSYS)]

    static let cases = [
        Case(deed: "loop", expected: .readerTimedOut),
        Case(deed: "sleep", expected: .readerTimedOut),
        Case(deed: "resetTimer", expected: .readerTimedOut),
        Case(deed: "allocate", expected: .readerCrashed),
        Case(deed: "crash", expected: .readerCrashed, parameters: ["signal": String(SIGSEGV)]),
        Case(deed: "open", expected: .sourceUnusable, parameters: ["attempt": "refused \(EACCES)"]),
        Case(deed: "create", expected: .sourceUnusable, parameters: ["attempt": "refused \(EACCES)"]),
        Case(deed: "raiseLimits", expected: .sourceUnusable, parameters: ["attempt": "refused \(EPERM)"]),
        Case(deed: "control", expected: .sourceUnusable, parameters: ["attempt": "refused \(EBADF)"]),
        Case(deed: "socket", expected: .readerCrashed, parameters: killedByFilter),
        Case(deed: "spawn", expected: .readerCrashed, parameters: killedByFilter),
        Case(deed: "thread", expected: .readerCrashed, parameters: killedByFilter),
        Case(deed: "kill", expected: .readerCrashed, parameters: killedByFilter),
        Case(deed: "runCode", expected: .readerCrashed, parameters: killedByFilter),
        Case(deed: "garbage", expected: .readerReplyInvalid),
        Case(deed: "endless", expected: .readerReplyInvalid),
        Case(deed: "halfReply", expected: .readerReplyInvalid, parameters: ["fault": "truncated"]),
        Case(deed: "noEnd", expected: .readerReplyInvalid, parameters: ["fault": "truncated"]),
        Case(deed: "replyAndCrash", expected: .readerCrashed, parameters: ["signal": String(SIGSEGV)]),
        Case(deed: "exit", expected: .readerCrashed, parameters: ["exit": "3"]),
    ]

    @Test(arguments: cases)
    func badChildIsContainedAndTheNextJobWorks(_ bad: Case) throws {
        let worker = try ReaderWorker(configuration: HostileReaderProgram.configuration)
        let job = ReaderJob(budget: Self.budget)
        let outcome = worker.read(try SourceHandle(bytes: Array(bad.deed.utf8)), job: job)
        guard case .failure(let failure) = outcome else {
            Issue.record("not a failure: \(outcome)")
            return
        }
        #expect(failure.code == bad.expected, "\(failure)")
        if !bad.parameters.isEmpty { #expect(failure.parameters == bad.parameters) }
        let next = worker.read(try SourceHandle(bytes: Array("nothing".utf8)), job: job)
        #expect(next == .reading(Reading(format: .text)))
    }

    @Test func aFormThatBringsItsMailDownCostsTheMailNothing() throws {
        let worker = try ReaderWorker(configuration: HostileReaderProgram.configuration)
        let source = try SourceHandle(bytes: Array("crashInForm".utf8))
        let outcome = worker.read(source, job: ReaderJob(budget: Self.budget, readsOnlyForm: true))
        #expect(outcome == .mail(Misdeed.mail, parts: [0: [7]]))
    }

    @Test func missingReaderIsSaidAtOnce() {
        #expect(throws: IsolationError(.readerMissing, errorNumber: ENOENT)) {
            try ReaderWorker(configuration: ReaderConfiguration(executable: "/nonexistent/nabor-reader"))
        }
    }

    @Test func programThatIsNoReaderIsRefused() {
        #expect(throws: IsolationError(.readerMissing)) {
            try ReaderWorker(configuration: ReaderConfiguration(executable: "/bin/true"))
        }
    }
}
