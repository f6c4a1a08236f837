import Foundation

/// Threads of one's own for work that mostly waits: for a disk's sync, for a reader process.
///
/// The shared pool of Dispatch has about as many threads as there are cores and takes a blocked thread for a busy one:
/// three threads waiting for readers left it one thread for all the syncs of a batch, and those ran one after the other.
public struct BlockingThreads: Sendable {
    private let group = DispatchGroup()
    /// Room for the deepest document that is matched; only touched pages count.
    private static let stackByteCount = 8 << 20

    /// Starts `count` threads that each run `body` with their number, 0 upward.
    public init(count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        for number in 0..<count {
            group.enter()
            let thread = Thread { [group] in
                body(number)
                group.leave()
            }
            thread.stackSize = Self.stackByteCount
            thread.start()
        }
    }

    /// Returns when every thread has ended.
    public func wait() { group.wait() }
}
