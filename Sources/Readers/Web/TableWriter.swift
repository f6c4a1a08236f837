import FormModel
import ReaderProtocol

/// Turns the records of a table into rows and sends them off, one by one.
final class TableWriter {
    private let format: SourceFormat
    private let send: (ReaderReply) throws(WireFault) -> Void
    /// Cells beyond the last head are a fault in CSV; a spreadsheet leaves empty cells at the end out.
    private let allowsShortRows: Bool
    private var head: [String]?
    private(set) var rowCount = 0
    /// True once a row more than `ReaderLimits.tableRowCountMax` came.
    private(set) var isFull = false

    init(
        format: SourceFormat,
        allowsShortRows: Bool = false,
        send: @escaping (ReaderReply) throws(WireFault) -> Void
    ) {
        self.format = format
        self.allowsShortRows = allowsShortRows
        self.send = send
    }

    /// Takes a record of cells; the first one is the head.
    func record(_ number: Int, _ cells: [String]) throws(WireFault) {
        guard let head else {
            head = cells.enumerated().map { index, cell in
                let name = cell.trimmed
                return name.isEmpty ? "column[\(index + 1)]" : name
            }
            return
        }
        let excess = cells.count > head.count && cells[head.count...].contains { !$0.isEmpty }
        guard !excess, allowsShortRows || cells.count >= head.count else { return try fault(number, reason: "columns") }
        var fields: [NamedField] = []
        fields.reserveCapacity(cells.count)
        for (index, cell) in cells.prefix(head.count).enumerated() where !cell.isEmpty {
            fields.append(NamedField(name: head[index], value: cell, place: "row[\(number)]/column[\(index + 1)]"))
        }
        // A row of empty cells is no submission.
        if !fields.isEmpty { try row(number, fields) }
    }

    /// Sends a row.
    func row(_ number: Int, _ fields: [NamedField]) throws(WireFault) {
        guard admits() else { return }
        do throws(WireFault) {
            try send(.row(TableRow(number: number, reading: Reading(format: format, fields: fields))))
        } catch  where error.code == .limit {
            try sendFault(number, .sourceLimit, ["limit": error.subject])
        }
    }

    /// Sends the fault of a row that cannot be read.
    func fault(_ number: Int, reason: String) throws(WireFault) {
        guard admits() else { return }
        try sendFault(number, .sourceDamaged, ["reason": reason])
    }

    /// Sends the fault of a row that is over a limit.
    func fault(_ number: Int, limit: String) throws(WireFault) {
        guard admits() else { return }
        try sendFault(number, .sourceLimit, ["limit": limit])
    }

    /// Says that all is said; a table that was cut off, or has no row at all, is a failure.
    func finish() throws(WireFault) {
        if isFull {
            let parameters = ["limit": "tableRowCountMax", "max": String(ReaderLimits.tableRowCountMax)]
            return try send(.failure(ReadFailure(.sourceLimit, format: format, parameters: parameters)))
        }
        try send(rowCount == 0 ? .failure(ReadFailure(.sourceEmpty, format: format)) : .end)
    }

    private func sendFault(_ number: Int, _ code: FindingCode, _ parameters: [String: String]) throws(WireFault) {
        let warning = ReadingWarning(code, place: "row[\(number)]", parameters: parameters)
        try send(.row(TableRow(number: number, fault: warning)))
    }

    private func admits() -> Bool {
        if rowCount == ReaderLimits.tableRowCountMax { isFull = true }
        if !isFull { rowCount += 1 }
        return !isFull
    }
}
