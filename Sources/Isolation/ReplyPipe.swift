import CSandboxShim
import Glibc

/// The pipe through which one child answers; each job has one of its own, so that no child can speak for another.
struct ReplyPipe {
    let reading: Int32
    let writing: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        guard nabor_pipe(&ends) == 0 else { return nil }
        reading = ends[0]
        writing = ends[1]
    }

    /// What arrived.
    enum Arrival {
        case bytes(Int)
        case closed
        /// Nothing before the deadline.
        case late
    }

    /// Waits for bytes until the deadline, in milliseconds of the monotonic clock.
    func read(into buffer: UnsafeMutableRawBufferPointer, deadline: Int) -> Arrival {
        while true {
            var wait = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
            let ready = poll(&wait, 1, Int32(clamping: max(0, deadline - MonotonicClock.milliseconds)))
            if ready < 0 && errno == EINTR { continue }
            guard ready > 0 else { return .late }
            let count = Glibc.read(reading, buffer.baseAddress, buffer.count)
            if count < 0 && errno == EINTR { continue }
            return count > 0 ? .bytes(count) : .closed
        }
    }
}

/// A clock that nobody sets, for deadlines.
enum MonotonicClock {
    static var milliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
