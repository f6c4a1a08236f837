import FormModel

/// Writes a table as JSON: an array of rows, or with further sheets an object with an array a sheet.
///
/// Members are named by the columns' keys; an empty cell is left out; dates are ISO 8601.
public struct JSONExport: Sendable {
    public init() {}

    /// Hands the file over in pieces of some 64 kB.
    public func write<Failure: Error>(
        _ table: TableExport,
        to take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        var bytes: [UInt8] = []
        let isObject = !table.furtherSheets.isEmpty
        if isObject { bytes.append(UInt8(ascii: "{")) }
        for (place, sheet) in ([table.sheet] + table.furtherSheets).enumerated() {
            if isObject {
                if place > 0 { bytes.append(contentsOf: [UInt8(ascii: ","), 0x0A]) }
                Self.append(sheet.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
            }
            try Self.append(sheet, to: &bytes, take)
        }
        if isObject { bytes.append(UInt8(ascii: "}")) }
        bytes.append(0x0A)
        try bytes.handPiece(to: take)
    }

    /// The whole file.
    public func bytes(_ table: TableExport) -> [UInt8] {
        var result: [UInt8] = []
        write(table) { result.append(contentsOf: $0) }
        return result
    }

    private static func append<Failure: Error>(
        _ sheet: TableExport.Sheet,
        to bytes: inout [UInt8],
        _ take: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let keys = sheet.columns.map { column in
            var key: [UInt8] = []
            append(column.key, to: &key)
            return key + [UInt8(ascii: ":")]
        }
        bytes.append(UInt8(ascii: "["))
        let next = sheet.rows()
        var isFirst = true
        while let row = next() {
            bytes.append(contentsOf: isFirst ? [0x0A] : [UInt8(ascii: ","), 0x0A])
            isFirst = false
            append(row, keys, to: &bytes)
            try bytes.handFullPiece(to: take)
        }
        bytes.append(contentsOf: [0x0A, UInt8(ascii: "]")])
    }

    private static func append(_ row: [TableExport.Cell], _ keys: [[UInt8]], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for (cell, key) in zip(row, keys) where cell != .empty {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes.append(contentsOf: key)
            switch cell {
            case .empty: break
            case .text(let text): append(text, to: &bytes)
            case .number(let number): bytes.append(contentsOf: number.description.utf8)
            case .date(let date): append(date.description, to: &bytes)
            case .dateTime(let date, let hour, let minute, let second):
                append(ExportText.dateTime(date, hour, minute, second, separator: "T"), to: &bytes)
            case .flag(let flag): bytes.append(contentsOf: flag ? "true".utf8 : "false".utf8)
            }
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// A string with the escapes of RFC 8259, section 7.
    private static func append(_ text: String, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
