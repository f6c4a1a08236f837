import ReaderProtocol

/// Finds out which delimiter a CSV text uses.
enum CSVDialect {
    private static let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09]
    private static let recordCountMax = 20

    /// The delimiter, and the length of Excel's `sep=;` line that may name it.
    static func detect(_ bytes: UnsafeRawBufferPointer) -> (delimiter: UInt8, headByteCount: Int) {
        if bytes.count > 5, bytes.starts(with: "sep=".utf8), bytes[5] == 0x0D || bytes[5] == 0x0A {
            let isPair = bytes[5] == 0x0D && bytes.count > 6 && bytes[6] == 0x0A
            return (bytes[4], isPair ? 7 : 6)
        }
        let best = candidates.max { score(bytes, $0) < score(bytes, $1) }
        return (best ?? candidates[0], 0)
    }

    /// How many columns the delimiter makes, counted over the first records that have as many as the head.
    private static func score(_ bytes: UnsafeRawBufferPointer, _ delimiter: UInt8) -> Int {
        var records = CSVRecords(
            UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 16)),
            delimiter: delimiter,
            cellByteCountMax: 1 << 16,
            cellCountMax: ReaderLimits.tableColumnCountMax
        )
        var headCount = 0
        var score = 0
        for _ in 0..<recordCountMax {
            guard let record = records.next() else { break }
            guard case .cells(let cells) = record else { continue }
            if headCount == 0 { headCount = cells.count }
            if cells.count == headCount { score += headCount - 1 }
        }
        return score
    }
}
