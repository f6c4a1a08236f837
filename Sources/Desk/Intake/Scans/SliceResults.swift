import FormModel
import Foundation
import Isolation
import ReaderProtocol

/// What several readers said about the slices of one file.
///
/// Sound: each slot is written once, by whoever read that slice, and everything is touched under the lock.
final class SliceResults: @unchecked Sendable {
    private let lock = NSLock()
    private var slots: [(outcome: ReadOutcome, crops: [FieldCrop])?]

    init(count: Int) { slots = Array(repeating: nil, count: count) }

    func set(_ index: Int, _ outcome: ReadOutcome, _ crops: [FieldCrop]) {
        lock.withLock { slots[index] = (outcome, crops) }
    }

    /// All of them as one reading, in the order of the slices; the first failure, where nothing else came.
    func joined(_ map: FormMap) -> Result<ReadSheets, ReadFailure> {
        var joined: ReadSheets?
        var failure = ReadFailure(.readerCrashed)
        for slot in lock.withLock({ slots }) {
            switch slot?.outcome {
            case .reading(let reading)?:
                let read = ReadSheets(map: map, reading: reading, crops: slot?.crops ?? [])
                if joined == nil { joined = read } else { joined?.append(read) }
            // A slice that fails makes the whole fail: half of a file is never passed off as all of it.
            case .failure(let value)?: return .failure(value)
            case .mail?, .table?: failure = ReadFailure(.sourceUnusable)
            case nil: break
            }
        }
        return joined.map(Result.success) ?? .failure(failure)
    }
}
