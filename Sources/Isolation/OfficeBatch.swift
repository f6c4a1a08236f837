import Subprocess
import Synchronization

/// One LibreOffice process that converts several files, one after the other, and is watched while it does.
///
/// LibreOffice writes a line when it begins to write a file's result; whatever was announced before is then complete.
struct OfficeBatch {
    let command: OfficeCommand
    /// Files in the command's folder, in the order in which they are converted.
    let sources: [String]

    /// How the process ended.
    struct End: Sendable {
        /// Whether it came to its end by itself, without a complaint.
        var isOrderly: Bool
        /// Whether it had to be stopped because a file took too long.
        var isTimedOut: Bool
        /// Places of the files that may have been the reason, empty after an orderly end.
        var suspects: Range<Int>
    }

    /// Runs the process; `finished` hears the place of each file whose result is complete.
    func run(_ finished: @escaping @Sendable (Int) -> Void) async -> End {
        let watch = Watch(sources: sources)
        let arguments = await command.arguments(sources, isWatched: true)
        let limit = Duration.seconds(command.limits.seconds)
        let isOrderly: Bool
        do {
            let result = try await Subprocess.run(
                .name("timeout"),
                arguments: Arguments(arguments),
                environment: command.environment,
                input: .none,
                output: .sequence,
                error: .discarded
            ) { execution in
                try await withThrowingTaskGroup(of: Bool.self) { group in
                    group.addTask {
                        for try await line in execution.standardOutput.strings() {
                            for place in watch.note(line) { finished(place) }
                        }
                        return true
                    }
                    group.addTask {
                        while watch.quietTime < limit { try await Task.sleep(for: .milliseconds(100)) }
                        return false
                    }
                    if try await group.next() == false {
                        watch.stop()
                        // `timeout` hands the signal on to LibreOffice, and kills it two seconds later.
                        await execution.teardown(using: [
                            .send(signal: .terminate, allowedDurationToNextStep: .seconds(5))
                        ])
                    }
                    group.cancelAll()
                }
            }
            isOrderly = result.terminationStatus.isSuccess
        } catch {
            isOrderly = false
        }
        if isOrderly, !watch.isStopped {
            for place in watch.rest { finished(place) }
            return End(isOrderly: true, isTimedOut: false, suspects: 0..<0)
        }
        return End(isOrderly: false, isTimedOut: watch.isStopped, suspects: watch.suspects)
    }
}

/// What a batch has said so far.
private final class Watch: Sendable {
    private struct State {
        /// Place of the file announced last; its result may not be complete.
        var current: Int?
        var heardAt = ContinuousClock.now
        var isStopped = false
    }

    private let places: [String: Int]
    private let state = Mutex(State())

    init(sources: [String]) {
        places = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1, $0) })
    }

    /// Takes a line such as `convert /x/0002.docx -> /x/out/0002.pdf using filter : …`; gives the places before it.
    func note(_ line: String) -> Range<Int> {
        state.withLock { $0.heardAt = .now }
        guard line.hasPrefix("convert "), let arrow = line.firstRange(of: " -> "),
            let name = line[..<arrow.lowerBound].split(separator: "/").last, let place = places[String(name)]
        else { return 0..<0 }
        return state.withLock { state in
            let begin = state.current ?? 0
            guard place >= begin else { return 0..<0 }
            state.current = place
            return begin..<place
        }
    }

    /// Places whose results are complete once the process has ended well.
    var rest: Range<Int> { state.withLock { ($0.current ?? 0)..<places.count } }

    /// The file announced last and the next one, which may have been loading.
    var suspects: Range<Int> {
        state.withLock { state in
            let begin = state.current ?? 0
            return begin..<min(begin + (state.current == nil ? 1 : 2), places.count)
        }
    }

    var quietTime: Duration { state.withLock { .now - $0.heardAt } }

    func stop() { state.withLock { $0.isStopped = true } }

    var isStopped: Bool { state.withLock(\.isStopped) }
}
