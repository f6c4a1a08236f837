import FormModel

/// Writes a table as CSV: UTF-8 with byte order mark, `;`, CRLF (RFC 4180 with the separator of Polish spreadsheets).
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it. Phone numbers in E.164 are written
/// as `+48 990-000-001` instead: readable, and neither a number nor a formula to LibreOffice in any language.
public struct CSVExport: Sendable {
    public init() {}

    /// Hands the file over in pieces of some 64 kB.
    public func write<Failure: Error>(
        _ table: TableExport,
        to take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        bytes.reserveCapacity(ExportPiece.byteCount * 2)
        for (place, column) in table.sheet.columns.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ";")) }
            Self.append(text: column.title, to: &bytes)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
        let next = table.sheet.rows()
        while let row = next() {
            for (place, cell) in row.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ";")) }
                Self.append(cell, in: table.language, to: &bytes)
            }
            bytes.append(contentsOf: [0x0D, 0x0A])
            try bytes.handFullPiece(to: take)
        }
        try bytes.handPiece(to: take)
    }

    /// The whole file.
    public func bytes(_ table: TableExport) -> [UInt8] {
        var result: [UInt8] = []
        write(table) { result.append(contentsOf: $0) }
        return result
    }

    private static func append(_ cell: TableExport.Cell, in language: InterfaceLanguage, to bytes: inout [UInt8]) {
        switch cell {
        case .empty: break
        case .text(let text): append(text: text, to: &bytes)
        case .number(let number):
            let isEnglish = language == .english
            for byte in number.description.utf8 {
                bytes.append(byte == UInt8(ascii: ".") && !isEnglish ? UInt8(ascii: ",") : byte)
            }
        case .date(let date): bytes.append(contentsOf: date.description.utf8)
        case .dateTime(let date, let hour, let minute, let second):
            bytes.append(contentsOf: ExportText.dateTime(date, hour, minute, second, separator: " ").utf8)
        case .flag(let flag): bytes.append(contentsOf: ExportText.flag(flag, in: language).utf8)
        }
    }

    private static func append(text: String, to bytes: inout [UInt8]) {
        var text = text
        if let first = text.utf8.first, SpreadsheetText.mayBeFormula(first) { text = SpreadsheetText.harmless(text) }
        text.withUTF8 { characters in
            let needsQuotes = characters.contains { byte in
                byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
            }
            guard needsQuotes else { return bytes.append(contentsOf: characters) }
            bytes.append(UInt8(ascii: "\""))
            for byte in characters {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }
}
