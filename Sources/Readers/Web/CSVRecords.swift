/// Takes the records of a CSV text apart (RFC 4180), one after the other, without copying the text.
///
/// Handles quoted cells with line breaks and doubled quotes, `;` `,` or tab as delimiter, CR LF, LF or CR as line end,
/// and Excel's `sep=` line. A quote that is never closed spoils its own line only: the text goes on at the next one.
struct CSVRecords {
    /// One record.
    enum Record: Equatable {
        /// Ranges of the cells; a quoted one is marked, since its doubled quotes still have to be halved.
        case cells([Cell])
        case blank
        /// A quoted cell that is never closed, or larger than a cell may be.
        case brokenQuote
        /// More cells than a table may have columns.
        case tooManyCells
    }

    struct Cell: Equatable {
        var range: Range<Int>
        var isQuoted: Bool
        var hasDoubledQuotes = false
    }

    private let bytes: UnsafeRawBufferPointer
    private let delimiter: UInt8
    private let cellByteCountMax: Int
    private let cellCountMax: Int
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer, delimiter: UInt8, cellByteCountMax: Int, cellCountMax: Int) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.cellByteCountMax = cellByteCountMax
        self.cellCountMax = cellCountMax
    }

    /// The next record; nil at the end.
    mutating func next() -> Record? {
        guard position < bytes.count else { return nil }
        let start = position
        var cells: [Cell] = []
        while true {
            guard let cell = cell() else {
                skipLine(from: start)
                return .brokenQuote
            }
            cells.append(cell)
            if cells.count > cellCountMax {
                skipLine(from: position)
                return .tooManyCells
            }
            guard position < bytes.count, bytes[position] == delimiter else { break }
            position += 1
        }
        takeLineEnd()
        if cells.count == 1, cells[0].range.isEmpty, !cells[0].isQuoted { return .blank }
        return .cells(cells)
    }

    /// One cell; leaves the position at the delimiter, line end or end of text behind it.
    private mutating func cell() -> Cell? {
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return quotedCell() }
        let start = position
        while position < bytes.count, bytes[position] != delimiter, !isLineEnd(bytes[position]) { position += 1 }
        return position - start <= cellByteCountMax ? Cell(range: start..<position, isQuoted: false) : nil
    }

    private mutating func quotedCell() -> Cell? {
        position += 1
        let start = position
        var cell = Cell(range: start..<start, isQuoted: true)
        while position < bytes.count, position - start <= cellByteCountMax {
            guard bytes[position] == UInt8(ascii: "\"") else {
                position += 1
                continue
            }
            if position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") {
                cell.hasDoubledQuotes = true
                position += 2
                continue
            }
            cell.range = start..<position
            position += 1
            // Text between the closing quote and the delimiter is against the RFC: the record cannot be trusted.
            let isClosed = position == bytes.count || bytes[position] == delimiter || isLineEnd(bytes[position])
            return isClosed ? cell : nil
        }
        return nil
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private mutating func takeLineEnd() {
        guard position < bytes.count else { return }
        let isReturn = bytes[position] == 0x0D
        position += 1
        if isReturn, position < bytes.count, bytes[position] == 0x0A { position += 1 }
    }

    private mutating func skipLine(from start: Int) {
        position = start
        while position < bytes.count, !isLineEnd(bytes[position]) { position += 1 }
        takeLineEnd()
    }
}
