import Foundation

/// How many random pools the comparisons with trying everything take, in blocks that are one test case each.
///
/// Pools are made from their numbers, which stand in every message. `NABOR_SELECTION_POOLS=10000` asks for so many of each
/// kind instead of the usual few.
enum PoolBlocks {
    static func of(_ size: Int, usual: Int) -> Range<Int> {
        let asked = ProcessInfo.processInfo.environment["NABOR_SELECTION_POOLS"].flatMap { Int($0) }
        return 0..<max(1, (asked ?? usual) / size)
    }
}
