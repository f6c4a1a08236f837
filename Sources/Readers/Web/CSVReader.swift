import FormModel
import ReaderProtocol

/// Reads a CSV table of submissions: the first record names the columns, each further one is a submission.
///
/// Encoding (UTF-8 with or without a mark, UTF-16, windows-1250) and delimiter (`;`, `,`, tab) are told from the text.
/// A record with another number of cells than the head, or with a broken quote, becomes a fault with its row number, and
/// the rest goes on. Empty cells give no field.
struct CSVReader {
    private let bytes: UnsafeRawBufferPointer
    private let isWindows1250: Bool
    private let delimiter: UInt8

    /// Reads everything and hands the rows to `table`.
    static func read(_ untrusted: UnsafeRawBufferPointer, into table: TableWriter) throws(WireFault) {
        let (encoding, markByteCount) = TextEncoding.detect(untrusted)
        let text = UnsafeRawBufferPointer(rebasing: untrusted[markByteCount...])
        switch encoding {
        case .utf8, .windows1250:
            try CSVReader(text, isWindows1250: encoding == .windows1250).rows(into: table)
        case .utf16Little, .utf16Big:
            let narrow = TextEncoding.utf8(fromWide: text, isBig: encoding == .utf16Big)
            try narrow.withUnsafeBufferPointer { (buffer) throws(WireFault) in
                try CSVReader(UnsafeRawBufferPointer(buffer), isWindows1250: false).rows(into: table)
            }
        }
    }

    private init(_ text: UnsafeRawBufferPointer, isWindows1250: Bool) {
        let (delimiter, headByteCount) = CSVDialect.detect(text)
        bytes = UnsafeRawBufferPointer(rebasing: text[headByteCount...])
        self.delimiter = delimiter
        self.isWindows1250 = isWindows1250
    }

    private func rows(into table: TableWriter) throws(WireFault) {
        var records = CSVRecords(
            bytes,
            delimiter: delimiter,
            cellByteCountMax: ReaderLimits.tableCellByteCountMax,
            cellCountMax: ReaderLimits.tableColumnCountMax
        )
        var number = 0
        while let record = records.next() {
            number += 1
            switch record {
            case .blank: continue
            case .cells(let cells): try table.record(number, cells.map(text))
            case .brokenQuote: try table.fault(number, reason: "quote")
            case .tooManyCells: try table.fault(number, reason: "columns")
            }
            if table.isFull { return }
        }
    }

    private func text(_ cell: CSVRecords.Cell) -> String {
        let raw = bytes[cell.range]
        guard cell.hasDoubledQuotes else {
            return isWindows1250 ? Windows1250.text(raw) : String(decoding: raw, as: UTF8.self)
        }
        var halved: [UInt8] = []
        halved.reserveCapacity(raw.count)
        var skipsQuote = false
        for byte in raw {
            if byte == UInt8(ascii: "\"") {
                if !skipsQuote { halved.append(byte) }
                skipsQuote.toggle()
            } else {
                halved.append(byte)
            }
        }
        return isWindows1250 ? Windows1250.text(halved) : String(decoding: halved, as: UTF8.self)
    }
}
