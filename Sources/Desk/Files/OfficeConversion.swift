import Dispatch
import FormModel
import Isolation
import ReaderProtocol

/// The converter for callers that wait: LibreOffice under limits.
enum OfficeConversion {
    static func convert(
        _ handle: SourceHandle,
        from format: SourceFormat,
        to target: OfficeConverter.Target
    ) -> Result<[UInt8], ReadFailure> {
        let box = Box()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            box.result = await OfficeConverter().convert(handle, from: format, to: target)
            done.signal()
        }
        done.wait()
        return box.result
    }

    /// Carries the outcome from the task that made it to the thread that waits for it.
    ///
    /// Sound without a lock: written once before the semaphore is signalled, read once after it was waited for.
    private final class Box: @unchecked Sendable {
        var result: Result<[UInt8], ReadFailure> = .failure(ReadFailure(.sourceNeedsConverter))
    }
}
