import Foundation

/// How far an intake is.
public struct IntakeProgress: Sendable {
    /// Items read to the end.
    public var itemCount: Int
    /// 0 to 1: by the bytes of what was named, the only measure known beforehand.
    public var share: Double
}

/// Counts what the readers have done, sheets of long scans included. Used by several threads.
///
/// Sound: everything that changes is touched under the lock only.
final class IntakeMeter: @unchecked Sendable {
    private let lock = NSLock()
    private let total: Double
    private var done = 0.0
    private var itemCount = 0
    private let report: @Sendable (IntakeProgress) -> Void

    /// Bytes count little beside the work that even a small item makes.
    private static let itemByteCount = 4_000.0

    init(paths: [String], report: @escaping @Sendable (IntakeProgress) -> Void) {
        total = max(1, Self.weight(of: paths))
        self.report = report
        // The time that is left is told by the time that passed: it begins now, and not with the first page that is read.
        report(IntakeProgress(itemCount: 0, share: 0))
    }

    /// What one source adds, piece by piece.
    final class Share: @unchecked Sendable {
        private let meter: IntakeMeter
        private let weight: Double
        private var given = 0.0

        fileprivate init(_ meter: IntakeMeter, weight: Double) {
            self.meter = meter
            self.weight = weight
        }

        /// A part of the source is done.
        func advance(by part: Double) { meter.add(weight * part, of: self, most: weight * 0.95) }

        /// All of it is.
        func finish() { meter.finish(self, weight) }

        fileprivate func take(_ amount: Double, most: Double) -> Double {
            let taken = max(0, min(amount, most - given))
            given += taken
            return taken
        }
    }

    func share(ofByteCount byteCount: Int) -> Share { Share(self, weight: Double(byteCount) + Self.itemByteCount) }

    private func add(_ amount: Double, of share: Share, most: Double) {
        tell(
            lock.withLock {
                done += share.take(amount, most: most)
                return progress
            }
        )
    }

    private func finish(_ share: Share, _ weight: Double) {
        tell(
            lock.withLock {
                done += share.take(weight, most: weight)
                itemCount += 1
                return progress
            }
        )
    }

    private var progress: IntakeProgress { IntakeProgress(itemCount: itemCount, share: min(1, done / total)) }

    private func tell(_ progress: IntakeProgress) { report(progress) }

    /// Files and folders as they are named; links are not followed.
    private static func weight(of paths: [String]) -> Double {
        let files = FileManager.default
        return paths.reduce(0) { sum, path in
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: path, isDirectory: &isFolder) else { return sum }
            guard isFolder.boolValue else { return sum + byteCount(path) + itemByteCount }
            let names = files.enumerator(atPath: path)
            var inside = 0.0
            while names?.nextObject() != nil {
                guard names?.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
                inside += (names?.fileAttributes?[.size] as? NSNumber)?.doubleValue ?? 0
                inside += itemByteCount
            }
            return sum + inside
        }
    }

    private static func byteCount(_ path: String) -> Double {
        ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.doubleValue ?? 0
    }
}
