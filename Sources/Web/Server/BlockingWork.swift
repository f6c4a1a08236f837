import Dispatch

/// Runs what waits for the disk or a lock on threads of its own, so that the few threads that serve requests never wait.
enum BlockingWork {
    private static let queue = DispatchQueue(label: "nabor.web.blocking", attributes: .concurrent)
    /// At most so many at once; the others queue up.
    private static let slots = DispatchSemaphore(value: 8)

    static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                slots.wait()
                defer { slots.signal() }
                continuation.resume(with: Result { try body() })
            }
        }
    }
}
